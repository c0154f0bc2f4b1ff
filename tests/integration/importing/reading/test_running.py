"""An offer that is over, paused or yet to come is not shown as one that runs."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.reading.running import standing
from tests.integration.importing.rows import read, told


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("abgeschlossen", "defunct"), ("Beendet (2025)", "defunct"), ("eingestellt seit 2024", "defunct"),
        ("pausiert bis 02/2027", "temporarily closed"), ("ruht z. Zt.", "temporarily closed"),
        ("in Planung ab Herbst", "temporarily closed"), ("geplant", "temporarily closed"),
        ("ausgebucht", ""), ("Warteliste", ""), ("Geplante Vielfalt", ""), ("Pausenhof", ""),
    ],
)  # fmt: skip
def test_the_words_of_lists_for_it_are_known(said, status):
    assert standing(said) == status


def test_a_status_in_other_words_is_taken_and_told():
    offer = read(("Angebot", "Träger", "Status"), ("Chor", "Wollverein", "pausiert bis 02/2027"))[0]
    assert offer.values["status"] == "temporarily closed"
    assert told(offer) == [
        ("Status", "„pausiert bis 02/2027“ wurde als „pausiert“ übernommen. Bitte prüfen.")
    ]


@pytest.mark.parametrize("name", ["Fahrdienst (in Planung)", "Fahrdienst – geplant"])
def test_behind_the_name_it_is_no_part_of_it(name):
    offer = read(("Angebot", "Träger"), (name, "Wollverein"))[0]
    assert (offer.values["name"], offer.values["status"]) == ("Fahrdienst", "temporarily closed")


@pytest.mark.parametrize(
    "name", ["Fahrdienst (ab 60)", "Gruppe (geschlossen)", "Schulsport (Pause)", "Wald – Idee"]
)
def test_other_words_behind_stay_in_the_name(name):
    offer = read(("Angebot", "Träger"), (name, "Wollverein"))[0]
    assert (offer.values["name"], "status" in offer.values) == (name, False)


def test_an_actor_that_is_no_more_waits_for_a_decision():
    gone, there = read(
        ("Verein", "Bemerkung"), ("Wollverein", "aufgelöst 06/2026"), ("Chor", "Vorstand gewechselt")
    )
    assert [each.asks for each in gone.problems] == [True]
    assert not there.problems

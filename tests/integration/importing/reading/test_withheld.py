"""What the list keeps back does not come in unasked."""

from __future__ import annotations

import pytest

from tests.integration.importing.rows import read, told

LEFT_OUT = (
    "In der Liste steht, dass diese Angabe nicht öffentlich ist; sie wurde nicht übernommen. Bitte klären."
)


def actor(note: str):
    header = ("Verein", "Telefon", "E-Mail", "Bemerkung")
    return read(header, ("Wollverein", "0151 2345678", "wolle@verein.example", note))[0]


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("Handynr. privat, nicht veröffentlichen!", {"email"}),
        ("Mail bitte nicht weitergeben", {"phone"}),
        ("Kontakt nur intern", set()),
        ("Adresse geheim", {"phone", "email"}),
        ("Die Beratung ist kostenlos und vertraulich", {"phone", "email"}),
        ("privater Träger", {"phone", "email"}),
        ("nicht öffentlich gefördert", {"phone", "email"}),
        ("Tel. nicht öffentlich!", {"email"}),
    ],
)
def test_what_is_not_to_be_published_is_left_out(note, left):
    assert actor(note).values.keys() & {"phone", "email"} == left


def test_that_it_was_left_out_is_told_without_quoting():
    assert told(actor("Handynr. privat, nicht veröffentlichen!")) == [("Telefon", LEFT_OUT)]


def test_a_secret_house_keeps_its_telephone():
    header = ("Angebot", "Träger", "Veranstaltungsort", "Telefon")
    offer = read(header, ("Schutz", "Wollverein", "geheim", "02599 10-940"))[0]
    assert offer.values["phone"] == "02599 10-940"


def test_a_row_that_is_not_released_waits_for_a_decision():
    header = ("Angebot", "Träger", "Freigabe")
    no, yes = (
        each for each in read(header, ("Chor", "A", "nein"), ("Tanz", "B", "ja")) if each.kind == "offer"
    )
    assert [(each.column, each.asks) for each in no.problems] == [("Freigabe", True)]
    assert not yes.problems
    assert "release" not in yes.values


def test_a_sentence_that_tells_how_to_reach_somebody_is_left_out():
    header = ("Angebot", "Träger", "Beschreibung")
    text = "Wir singen. Bei Fragen: Maria anrufen 0171-4445556! Anmeldung 02599 10-1."
    offer = read(header, ("Chor", "Wollverein", text))[0]
    assert offer.values["description"] == "Wir singen. Anmeldung 02599 10-1."
    assert [column for column, _ in told(offer)] == ["Beschreibung"]


@pytest.mark.parametrize("cell", ["s. E-2026-001", "siehe Flyer", "vgl. Nr. 4"])
def test_a_place_that_stands_elsewhere_is_none(cell):
    stated = read(("Angebot", "Träger", "Wo"), ("Chor", "Wollverein", cell))
    assert "place" not in {each.kind for each in stated}
    assert told(stated[0]) == [
        ("Wo", f"„{cell}“ verweist auf eine andere Stelle und wurde nicht übernommen. Bitte klären.")
    ]


def test_a_beginning_without_hours_is_no_single_day():
    offer = read(("Angebot", "Träger", "von", "bis"), ("Chor", "Wollverein", "2023-05-01", ""))[0]
    assert offer.values["valid_from"] == "2023-05-01"
    assert "sites" not in offer.values

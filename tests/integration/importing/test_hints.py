"""A hint about times that a list brought goes when a list says the times; one that somebody typed is asked about."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.models import Newer
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Offer
from ratslinde.integration.landscape.values import GivenSite
from tests.integration.importing.files import csv_file

HEADER = "Angebot;Träger;Raum oder Hinweis;Wann"


@pytest.fixture
def read(manager, body, vocabulary):
    def read(times, room=""):
        return actions.read_in(
            manager, body, name="a.csv", data=csv_file(HEADER, f"Chor;Verein;{room};{times}")
        )

    return read


@pytest.fixture
def carried(manager, read):
    def carried(*given):
        actions.carry_out(manager, read(*given))
        return Offer.objects.get()

    return carried


def said(offer):
    site = offer.sites.get()
    return site.note, [str(each) for each in site.schedules.all()]


@pytest.fixture
def typed(manager, body, vocabulary):
    """An offer that somebody has entered at the desk."""

    def typed(note):
        actor = landscape.add_actor(manager, body, name="Verein")
        return landscape.add_offer(manager, actor, name="Chor", sites=[GivenSite(note=note)])

    return typed


def test_what_is_not_clear_stands_as_a_hint_and_is_to_be_checked(read, carried):
    run = read("Sa 14.11.")
    told = [each["sentence"] for row in run.rows.all() for each in row.problems]
    assert (
        "Die Zeiten „Sa 14.11.“ sind nicht eindeutig. Sie stehen als Hinweis beim Ort. Bitte prüfen." in told
    )
    assert said(carried("1. und 3. Montag im Monat, aber nicht im August")) == (
        "1. und 3. Montag im Monat, aber nicht im August", [],
    )  # fmt: skip


def test_several_places_in_the_month_are_several_rows_of_times(carried):
    offer = carried("1. und 3. Montag im Monat, 18 Uhr")
    assert sorted(each.days for each in offer.sites.get().schedules.all()) == ["1MO", "3MO"]


def test_times_replace_the_hint_that_a_list_brought(carried):
    assert said(carried("nach Vereinbarung")) == ("nach Vereinbarung", [])
    assert said(carried("mittwochs 10 Uhr")) == ("", ["WE 10:00:00"])


def test_the_room_beside_the_hint_stays(carried):
    assert said(carried("nach Vereinbarung", "Raum 2")) == ("Raum 2; nach Vereinbarung", [])
    assert said(carried("mittwochs 10 Uhr"))[0] == "Raum 2"


def test_a_hint_that_is_left_beside_the_same_times_goes_too(manager, carried, read):
    """As earlier versions left it."""
    offer = carried("nach Vereinbarung")
    carried("mittwochs 10 Uhr")
    offer.sites.update(note="nach Vereinbarung")
    assert read("mittwochs 10 Uhr").rows.get(kind="offer").verdict == "changed"


@pytest.mark.parametrize(
    ("choice", "left"),
    [(Newer.KEEP, ("nur nach Absprache", [])), (Newer.LIST, ("", ["WE 10:00:00"]))],
)
def test_a_hint_that_somebody_typed_is_asked_about(manager, typed, read, choice, left):
    offer = typed("nur nach Absprache")
    run = read("mittwochs 10 Uhr")
    row = run.rows.get(kind="offer")
    assert row.verdict == "open"
    assert any("„nur nach Absprache“" in each["sentence"] for each in row.problems)
    run = actions.decide(manager, run, decisions={row.number: (choice, "")})
    if choice == Newer.LIST:
        actions.carry_out(manager, run)
    assert run.rows.get(kind="offer").verdict in ("unchanged", "changed")
    assert said(offer) == left


def test_a_typed_room_is_not_asked_about(typed, read):
    typed("Raum 2, Eingang am Hof")
    assert read("mittwochs 10 Uhr").rows.get(kind="offer").verdict == "changed"

"""What a list says less completely, or not for certain, takes the place of nothing that stands."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions, queries
from ratslinde.integration.importing.models import ImportRow
from ratslinde.integration.importing.rules.likeness.completeness import says_less
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor
from tests.integration.importing.files import csv_file


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("phone", "02599 10-330", "10-330"),
        ("phone", "+49 2599 10-330", "2599 10330"),
        ("name", "Wolle- und Garnbehörde des Moorkreises", "Garnbehörde"),
        ("name", "Wollbücherei Moorau", "Wollbücherei"),
        ("name", "Evangelische Pfarrgemeinde Moorau", "Ev. Pfarrgem. Moorau"),
        ("name", "Deutsches Rotes Kreuz Moorau", "DRK"),
        ("website", "https://garn.example/moorau", "garn.example"),
        ("street_address", "Weberstraße 3", "Weberstraße"),
    ],
)
def test_a_part_of_what_stands_says_less(field, before, after):
    assert says_less(field, before, after)


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("phone", "10-330", "02599 10-330"),
        ("phone", "02599 10-330", "02599 10-331"),
        ("name", "Wollbücherei", "Wollbücherei Moorau"),
        ("name", "Wollbücherei Moorau", "Garnbücherei Moorau"),
        ("website", "https://garn.example", "https://garn.example/moorau"),
        ("street_address", "Weberstraße 3", "Weberstraße 5"),
        ("description", "Wir stricken. Und weben.", "Wir stricken."),
        ("phone", "", "10-330"),
    ],
)
def test_what_is_new_or_more_does_not(field, before, after):
    assert not says_less(field, before, after)


def same(manager, body, association: Actor, *cells: str, head: str) -> ImportRow:
    """The only actor of a list of one row, found to be that one."""
    run = actions.read_in(manager, body, name="liste.csv", data=csv_file(head, ";".join(cells)))
    row = run.rows.get(kind="actor")
    actions.decide(manager, run, decisions={row.number: ("same", association.public_id)})
    row.refresh_from_db()
    return row


def test_half_a_number_and_half_a_name_leave_the_whole_ones_and_somebody_is_told(manager, body, association):
    Actor.objects.filter(pk=association.pk).update(phone="02599 10-3300", website="")
    row = same(manager, body, association, "Brücke", association.email, "599 10-3300", "bruecke.example",
               head="Name;E-Mail;Telefon;Internetseite")  # fmt: skip
    assert {each["field"] for each in row.differences} == {"website"}
    told = " ".join(each["sentence"] for each in row.problems)
    assert "Telefon: „02599 10-3300“ bleibt" in told
    assert "„Brücke Lindenhagen e. V.“ bleibt. Die Liste sagt weniger: „Brücke“." in told


def test_what_is_to_be_checked_first_fills_a_gap_and_replaces_nothing(manager, body, association):
    head, cells = "Name;Telefon", (association.name, "02599 10-44 (Pforte)")
    assert [each["field"] for each in _differences(manager, body, head, cells)] == ["phone"]
    Actor.objects.filter(pk=association.pk).update(phone="02599 10-55")
    assert _differences(manager, body, head, cells) == []
    assert [
        each["field"] for each in _differences(manager, body, head, (association.name, "02599 10-44"))
    ] == ["phone"]


def _differences(manager, body, head: str, cells: tuple[str, ...]) -> list[dict]:
    run = actions.read_in(manager, body, name="liste.csv", data=csv_file(head, ";".join(cells)))
    found = run.rows.get(kind="actor").differences
    return [each for each in found if not each["quiet"]]


def test_two_spellings_of_one_association_are_on_the_page_of_duplicates(manager, body, vocabulary):
    for name in ("AWO OV Moorau e. V.", "Arbeiterwohlfahrt Ortsverein Moorau", "Webverein Moorau"):
        landscape.add_actor(manager, body, name=name)
    pairs = queries.duplicates(manager, body, kind="actor")
    assert [(pair.first.name, pair.second.name, pair.grade) for pair in pairs] == [
        ("AWO OV Moorau e. V.", "Arbeiterwohlfahrt Ortsverein Moorau", "likely")
    ]

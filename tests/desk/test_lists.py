"""The lists of the desk find German words however somebody types them, on both databases."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.meetings.actions import add_item, draft_meeting
from ratslinde.council.papers.actions import draft_paper
from ratslinde.kernel import clock

SPELLINGS = ["Förderung", "FÖRDERUNG", "foerderung", "Forderung", "fo\u0308rder", "örder", "oerder"]


def found(client, name: str, text: str) -> list[object]:
    names = {"papers": "papers", "meetings": "meetings", "people": "people"}
    return list(client.get(reverse(f"desk:{name}"), {"q": text}).context[names[name]])


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_paper_is_found_by_its_title_however_it_is_typed(desk, clerk, body, text):
    paper = draft_paper(clerk, None, body=body, title="FÖRDERUNG der Vereine")
    draft_paper(clerk, None, body=body, title="Bank unter der Linde")
    assert found(desk, "papers", text) == [paper]


def test_a_text_that_was_spelled_out_is_found_by_its_umlaut(desk, clerk, body):
    paper = draft_paper(
        clerk, None, body=body, title="Strasse", proposal="Fuer die Oeffnung der Gruenflaeche."
    )
    for text in ("Straße", "für", "Öffnung", "Grünfläche", "STRASSE grün"):
        assert found(desk, "papers", text) == [paper]
    assert found(desk, "papers", "Straße Brunnen") == []


@pytest.mark.parametrize(
    "text", ["Şahin", "sahin", "Äyşe", "Müller", "mueller", "Muller", "alma müller", "weiß-m"]
)
def test_people_are_found_with_and_without_their_accents(desk, clerk, body, text):
    people = {
        "s": bodies.add_person(clerk, body, family_name="Şahin", given_name="Äyşe"),
        "m": bodies.add_person(clerk, body, family_name="Weiss-Müller", given_name="Alma"),
    }
    wanted = people["s" if text in ("Şahin", "sahin", "Äyşe") else "m"]
    assert found(desk, "people", text) == [wanted]


def test_meetings_are_found_by_agenda_place_and_hints(desk, clerk, body, council):
    place = bodies.add_location(clerk, body, description="Gasthof Zur Mühle")
    at_mill = draft_meeting(clerk, body, organization=council, location=place)
    start = clock.at(datetime.date(2026, 3, 18), 17)
    with_item = draft_meeting(clerk, body, organization=council, start=start)
    add_item(clerk, with_item, title="Übergänge von der Schule in den Beruf")
    assert found(desk, "meetings", "muehle") == [at_mill]
    assert found(desk, "meetings", "ÜBERGÄNGE schule") == [with_item]
    assert found(desk, "meetings", "Brunnen") == []


@pytest.mark.parametrize("text", ["%", "_", "\\", "100 %", "'", '"', "a\x00b"])
def test_signs_of_the_database_are_letters_like_others(desk, clerk, body, text):
    draft_paper(clerk, None, body=body, title="Bank unter der Linde")
    assert found(desk, "papers", text) == []

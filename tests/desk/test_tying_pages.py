"""Two items of one title: the desk asks which one it is, and says what would be left out."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.council.adoption.actions import accept, adopt
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.queries import cards
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.models import Consultation
from ratslinde.desk.adoption.controls import NO_ITEM
from tests.council.test_tying import TWO_OF_ONE_TITLE


@pytest.fixture
def source(clerk, body, council, office) -> Source:
    return adopt(clerk, body, name="zwei.txt", data=TWO_OF_ONE_TITLE.encode())


def value_of(desk, source: Source, step: Consultation) -> str:
    text = desk.get(reverse("desk:source", args=[source.public_id])).content.decode()
    start = text.index(f'id="wert-{step.public_id}-agenda_item"')
    return text[start : text.index("</details>", start)]


def test_the_check_view_says_that_two_items_fit_and_offers_them_first_without_a_choice(desk, source):
    value = value_of(desk, source, Consultation.objects.first())
    assert "TOP 2 und TOP 3" in value
    assert ">Stimmt<" not in value
    choices = value[value.index("<select") :]
    places = [choices.index(each) for each in ("Bitte wählen", "Gleicher Titel, 14.05.2025", NO_ITEM)]
    assert places == sorted(places)
    assert [item.public_id in choices for item in AgendaItem.objects.all()] == [True, True, True]


def test_an_empty_choice_is_told_at_the_field_and_none_is_a_choice(desk, source):
    step = Consultation.objects.first()
    address = reverse("desk:correct", args=[source.public_id, step.public_id, "agenda_item"])
    key = f"{step.public_id}-agenda_item"
    answer = desk.post(address, {f"{key}-value": "", f"{key}-revision": step.revision})
    assert "Bitte einen Punkt wählen" in answer.content.decode()
    assert Consultation.objects.get(pk=step.pk).lacks_item
    desk.post(address, {f"{key}-value": NO_ITEM, f"{key}-revision": step.revision})
    assert not Consultation.objects.get(pk=step.pk).lacks_item


def test_the_publish_page_names_what_is_left_out_and_asks_about_it(desk, source, clerk):
    for card in cards(source):
        fields = [name for name in card.row.unchecked if name != "agenda_item"]
        accept(clerk, source, subject=card.row.public_id, fields=fields)
    address = reverse("desk:publish", args=["sitzung", Meeting.objects.get().public_id])
    text = desk.get(address).content.decode()
    assert "2 Vorlagen nennen diese Sitzung" in text
    assert "ohne diese 2 Vorlagen?" in text
    papers = [reverse("desk:paper", args=[step.paper.public_id]) for step in Consultation.objects.all()]
    assert [each in text for each in papers] == [True, True]
    alone = desk.get(reverse("desk:publish", args=["tagesordnung", Meeting.objects.get().public_id]))
    assert "nennen diese Sitzung" not in alone.content.decode()

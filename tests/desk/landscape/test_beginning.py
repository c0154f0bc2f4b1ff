"""What a new integration manager sees before anything is entered, and before anything is public."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.integration.landscape.models import Actor
from tests.desk.conftest import at_desk


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


def test_the_start_page_of_an_empty_town_says_where_to_begin(desk):
    page = desk.get(reverse("desk_landscape:start")).content.decode()
    assert "So fangen Sie an" in page
    assert f'<a href="{reverse("desk_importing:imports")}">Ihre Liste einlesen</a>' in page


def test_the_first_steps_are_gone_when_there_are_words_and_entries(desk, association):
    assert Actor.objects.exists()
    desk.post(reverse("desk_landscape:set_up_vocabulary"))
    assert "So fangen Sie an" not in desk.get(reverse("desk_landscape:start")).content.decode()


def test_the_matrix_says_how_many_offers_it_does_not_count(desk, cafe):
    said = desk.get(reverse("desk_coverage:matrix")).content.decode()
    assert "1 Angebot ist nicht veröffentlicht und zählt hier noch nicht mit." in said


def test_what_cannot_be_published_yet_leads_to_its_entry(desk, association):
    Actor.objects.filter(pk=association.pk).update(description="")
    page = desk.post(reverse("desk_landscape:publish_many"), {"zeile": association.public_id})
    assert reverse("desk_landscape:actor", args=[association.public_id]) in page.content.decode()

"""A search without a result is counted, never who asked, and the page offers what is nearest."""

from __future__ import annotations

import pytest

from ratslinde.inbox.models import Counted
from tests.portal.directory.test_offers import names


def counted() -> list[tuple[str, str, int]]:
    return list(Counted.objects.order_by("pk").values_list("words", "filters", "number"))


def test_words_and_filters_are_counted(read, landscape):
    read("/ar/angebote/?q=Schwimmkurs&thema=sprache&alter=7&kostenlos=1&sprache=so")
    read("/ar/angebote/?q=Schwimmkurs&thema=sprache&alter=7&kostenlos=1&sprache=so")
    assert counted() == [
        ("schwimmkurs", "age=7&cost=free&language=so&page=ar&topic=sprache", 2),
    ]
    assert Counted.objects.get().kind == "unmet-demand"


@pytest.mark.parametrize("query", ["", "?q=Sprachcafé", "?seite=1", "?unbekannt=1", "?q=gibtesnicht&seite=1"])
def test_what_was_found_or_not_asked_is_not_counted(read, query):
    read(f"/angebote/{query}")
    assert counted() == []


def test_programs_that_look_ahead_are_not_counted(client, landscape):
    client.head("/angebote/?q=gibtesnicht")
    client.get("/angebote/?q=gibtesnicht", headers={"sec-purpose": "prefetch;prerender"})
    client.get("/angebote/?q=gibtesnicht", headers={"purpose": "prefetch"})
    assert counted() == []


def test_only_choices_that_exist_are_kept(read, landscape):
    read("/angebote/?thema=Ada+Beispiel&gebiet=x&sprache=zz&q=0171+2345678")
    assert counted() == [("", "page=de", 1)]


def test_what_nobody_knows_is_not_a_result(read, landscape):
    page = read("/angebote/?thema=fruehe-bildung&kostenlos=1")
    assert names(page)[-2:] == ["|", "Elterngruppe"]
    assert counted() == [("", "cost=free&page=de&topic=fruehe-bildung", 1)]


def test_the_part_that_stands_in_the_way_is_dropped_and_the_page_says_so(read, landscape):
    page = read("/en/angebote/?thema=sprache&alter=3")
    assert "We left this out: Age: 3" in page
    assert names(page.partition('<section class="unsure"')[0]) == ["Language café"]
    assert 'href="/en/angebote/?thema=sprache"' in page


def test_a_word_that_looks_alike_is_offered(read, landscape):
    page = read("/uk/angebote/?q=Sprachkafe")
    assert 'href="/uk/angebote/?q=sprachcaf%C3%A9"' in page
    assert "Можливо, ви мали на увазі:" in page


def test_neighbouring_topics_and_actors_of_the_topic_are_offered(read, landscape):
    page = read("/tr/angebote/?thema=wohnen&kostenlos=1")
    assert "Fachdienst Ankommen" in page
    assert "Diğer konular" in page
    assert 'href="/tr/angebote/?thema=sprache">Dil</a>' in page

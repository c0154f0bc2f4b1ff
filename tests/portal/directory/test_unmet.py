"""A search without a result is counted, never who asked, and the page offers what is nearest."""

from __future__ import annotations

import pytest
from django.utils.html import escape, strip_tags

from ratslinde.inbox.models import Counted
from ratslinde.integration.landscape import actions
from ratslinde.portal.directory.keeping import current
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


@pytest.mark.parametrize("choice", ["thema=Ada+Beispiel", "gebiet=x", "sprache=zz"])
def test_a_choice_that_does_not_exist_says_nothing_of_a_demand(read, landscape, choice):
    read(f"/angebote/?{choice}&q=gibtesnicht")
    assert counted() == []


def test_words_that_look_personal_are_not_kept(read, landscape):
    read("/angebote/?q=0171+2345678")
    assert counted() == [("", "page=de", 1)]


def test_the_same_search_on_the_map_or_in_another_language_is_counted_once(read, landscape):
    query = "?q=Tamil&thema=sprache"
    read(f"/angebote/{query}")
    for page, before in (("/angebote/karte/", "/angebote/"), ("/en/angebote/", "/angebote/karte/")):
        read(f"{page}{query}", referer=f"http://testserver{before}{query}")
    assert counted() == [("tamil", "page=de&topic=sprache", 1)]
    read(f"/angebote/karte/{query}", referer="http://testserver/angebote/?q=Tamil")
    read(f"/angebote/karte/{query}", referer=f"http://elsewhere.example/angebote/{query}")
    assert [number for _, _, number in counted()] == [3]


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


@pytest.fixture
def swimming(landscape):
    for name, text in (("Wassergewöhnung", "Gemeinsam schwimmen lernen."), ("Nähkurs", "Ein Kurs für alle.")):
        offer = actions.add_offer(landscape.manager, landscape.association, name=name, description=text)
        actions.publish_offer(landscape.manager, offer)


@pytest.mark.parametrize(
    ("page", "words"), [("/angebote/", "Teil des Wortes"), ("/en/angebote/", "part of the word")]
)
def test_a_part_of_a_compound_is_looked_for_where_the_whole_has_no_hit(read, swimming, page, words):
    found = read(f"{page}?q=Schwimmkurs")
    assert f"{words}: schwimm" in found
    assert [strip_tags(name) for name in names(found)] == ["Wassergewöhnung", "Nähkurs"]
    assert f'href="{page}?q=schwimm"' in found


def test_the_rarer_part_comes_first_and_a_word_with_a_hit_is_not_taken_apart(read, swimming):
    index = current().offer_index
    assert index.parts("Schwimmkurs") == ["schwimm", "kurs"]
    assert index.parts("schwimmen") == index.parts("xyzunbekannt") == []


def test_parts_keep_the_filters_where_they_leave_anything(read, swimming, landscape):
    assert escape("/angebote/?q=wohnung&thema=wohnen") in read("/angebote/?q=Wohnungstausch&thema=wohnen")
    assert escape("/angebote/?q=wohnung") + '"' in read("/angebote/?q=Wohnungstausch&thema=sprache")

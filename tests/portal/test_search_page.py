"""The search page: shows where it found the words, narrows, and survives everything that is typed."""

from __future__ import annotations

import pytest

from tests.portal import town
from tests.portal.test_pages import text

pytestmark = pytest.mark.usefixtures("published")


def test_a_hit_shows_where_the_word_stands_in_a_compound(client):
    page = text(client, "/suche/?q=Baum")
    assert f'href="/vorlagen/{town.PAPER}/"' in page
    assert "<mark>Baumpflanzaktion</mark>" in page


def test_hits_can_be_narrowed_by_kind_body_and_year(client):
    assert "Tagesordnungspunkt</span>" not in text(client, "/suche/?q=Baum&art=paper")
    assert "2024" in text(client, "/suche/?q=Baum&gremium=integrationsrat&jahr=2024")
    narrowed = text(client, "/suche/?q=Baum&jahr=1999")
    assert "Nichts gefunden" in narrowed
    assert '<option value="1999" selected>' in narrowed


def test_an_empty_search_is_only_the_form(client):
    page = text(client, "/suche/")
    assert "Treffer" not in page
    assert "Nichts gefunden" not in page


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "'",
        "%27%20OR%201=1--",
        "%00",
        "AND OR NOT",
        "*",
        "a*b*",
        "%3Cscript%3E",
        "(",
        "x" * 5000,
        "%ff",
        "NEAR(a b)",
    ],
)
def test_whatever_is_typed_is_answered(client, words):
    answer = client.get(f"/suche/?q={words}")
    assert answer.status_code == 200
    assert b"<script>" not in answer.content


@pytest.mark.parametrize("query", ["art=unsinn", "jahr=abc", "seite=-3", "seite=9999999999", "gremium=%00"])
def test_filters_that_make_no_sense_are_no_error(client, query):
    assert client.get(f"/suche/?q=Baum&{query}").status_code == 200

"""The page of a paper: its way, where it stands, and its text in the order of the printed form."""

from __future__ import annotations

import pytest
from msgspec import structs

from ratslinde.record.publishing import publish
from tests.portal import town
from tests.portal.test_pages import text


@pytest.fixture
def page(client, published) -> str:
    return text(client, f"/vorlagen/{town.PAPER}/")


def test_the_blocks_stand_in_the_order_of_the_printed_form(page):
    headings = (
        "Beratungsfolge</h2>",
        "Sachentscheidung</h2>",
        "Kosten und Folgekosten</h2>",
        "Finanzierung</h2>",
        "Erläuterungen</h2>",
        "Angekündigte Berichte</h2>",
    )
    places = [page.index(heading) for heading in headings]
    assert places == sorted(places)


def test_the_facts_name_offices_and_the_released_contact(page):
    assert "Fachbereich Jugend und Soziales" in page
    assert "Fachbereich Umwelt und Bauen" in page
    assert '<a href="tel:0259910234">02599 10-234</a>' in page
    assert '<a href="mailto:berger@lindenhagen.example">' in page


def test_headings_of_the_text_go_one_level_below_their_section(page):
    assert "<h3>Ausgangslage</h3>" in page


def test_the_way_shows_each_step_with_its_result(page):
    assert f'<a href="/sitzungen/{town.HELD}/#top-item2000000000">15.05.2024' in page
    rows = page[page.index("<tbody") : page.index("</tbody>")]
    assert rows.index("geändert beschlossen") < rows.index("20.01.2031") < rows.index("steht aus")


def test_where_it_stands_is_said_in_a_sentence(page):
    assert "15. Mai 2024, Integrationsrat:" in page
    assert "Als Nächstes: Integrationsrat, 20. Januar 2031" in page


def test_where_only_the_vote_is_published_its_words_stand_in_the_way(client, published):
    item = next(value for value in town.session(town.HELD) if value.id == "item2000000000")
    publish([structs.replace(item, oparl=structs.replace(item.oparl, result=None))])
    page = text(client, f"/vorlagen/{town.PAPER}/")
    rows = page[page.index("<tbody") : page.index("</tbody>")]
    assert ">mehrheitlich<" in rows
    assert "kein Ergebnis" not in rows
    assert "15. Mai 2024, Integrationsrat:" in page


def test_a_planned_report_is_only_expected(page):
    assert "voraussichtlich 4. März 2030" in page
    assert "Vorstellung der Ergebnisse" in page


def test_a_paper_without_blocks_shows_no_empty_headings(client, published):
    page = text(client, f"/vorlagen/{town.REPORT}/")
    assert "Finanzierung" not in page
    assert "Angekündigte Berichte" not in page
    assert "Anlagen: ohne" in page

"""The page of a session: agenda with papers, results, decisions and votes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ratslinde.portal.results import Vote, badge_kind, vote
from ratslinde.record.publishing import publish
from ratslinde.record.values import Withdrawal
from tests.portal import town
from tests.portal.test_pages import text

MOST_QUERIES = 6


@pytest.fixture
def page(client, published) -> str:
    return text(client, f"/sitzungen/{town.HELD}/")


def test_the_facts_of_the_session_are_in_words(page):
    assert "Mittwoch, 15. Mai 2024, 17:00 Uhr" in page
    assert "59999 Lindenhagen" in page
    assert "Lindenhagen, 30. April 2024" in page
    assert "gezeichnet Ayşe Yıldırım-Çelik, Vorsitz" in page
    assert "herzlich eingeladen" in page


def test_the_body_has_its_name_of_that_day_and_links_to_its_page_of_today(page):
    assert '<a href="/gremien/integrationsrat/">Integrationsrat</a>' in page
    assert "Ausschuss für Chancengerechtigkeit" not in page


def test_both_parts_stand_in_order(page):
    parts = (
        "Öffentlicher Teil",
        "Anfragen von",
        "Bericht der Verwaltung",
        "Nichtöffentlicher Teil",
        "Vertragsangelegenheit",
    )
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


def test_an_item_has_an_address_of_its_own(page):
    assert 'id="top-item2000000000"' in page


def test_an_item_shows_every_paper_although_open_data_can_name_only_one(page):
    item = page[page.index('id="top-item2000000000"') : page.index('id="top-item3000000000"')]
    assert f"/vorlagen/{town.PAPER}/" in item
    assert f"/vorlagen/{town.REPORT}/" in item
    assert f"/dokumente/{town.PAGE}/lageplan.html" in item


def test_an_item_shows_result_decision_and_vote(page):
    assert "geändert beschlossen" in page
    assert "<p>Die Verwaltung sucht den Ort.</p>" in page
    assert "mehrheitlich: " in page
    assert "12 Ja, 3 Nein, 1 Enthaltung<" in page


def test_an_item_that_was_taken_off_says_why(page):
    assert "<del>Bericht der Verwaltung</del>" in page
    assert "Berichterstatter verhindert" in page


def test_a_cancelled_session_says_so_first(client, published):
    page = text(client, f"/sitzungen/{town.CANCELLED}/")
    assert page.index("Diese Sitzung ist abgesagt") < page.index("Tagesordnung</h2>")
    assert "Der Saal steht nicht zur Verfügung." in page


def test_a_session_that_is_to_come_goes_into_a_calendar(client, published):
    address = f"/sitzungen/{town.NEXT}.ics"
    assert f'href="{address}"' in client.get(f"/sitzungen/{town.NEXT}/").content.decode()
    assert client.get(address).status_code == 200
    for other in (town.HELD, town.CANCELLED):
        assert f"{other}.ics" not in client.get(f"/sitzungen/{other}/").content.decode()


def test_a_session_without_items_says_what_comes(client, published):
    assert "Die Tagesordnung wird vor der Sitzung bekannt gemacht." in text(
        client, f"/sitzungen/{town.NEXT}/"
    )


def test_a_withdrawn_paper_is_gone_from_the_agenda(client, published):
    publish([], withdrawals=[Withdrawal(kind="paper", id=town.REPORT, body=town.BODY)])
    page = text(client, f"/sitzungen/{town.HELD}/")
    assert town.REPORT not in page
    assert town.PAPER in page


def queries_of(client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_a_long_agenda_asks_the_database_as_often_as_a_short_one(client, published):
    few = queries_of(client, f"/sitzungen/{town.HELD}/")
    publish(town.session(town.HELD, further_items=50))
    many = queries_of(client, f"/sitzungen/{town.HELD}/")
    assert "Weitere Vorlage 49" in text(client, f"/sitzungen/{town.HELD}/")
    assert few == many <= MOST_QUERIES


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        ("einstimmig beschlossen", "success"),
        ("Kenntnis genommen", "info"),
        ("nicht beschlossen", "danger"),
        ("vertagt", "warning"),
        ("Sonstiges", ""),
    ],
)
def test_the_colour_of_a_result_follows_its_words(result, kind):
    assert badge_kind(result) == kind


def test_the_bar_of_a_vote_is_as_wide_as_its_parts():
    vote = Vote(yes=12, no=3, abstain=1, words="")
    assert vote.bars == [("yes", 0, 180), ("no", 180, 45), ("abstain", 225, 15)]
    assert Vote(yes=None, no=None, abstain=None, words="einstimmig").bars == []


def test_words_of_a_vote_that_its_result_says_already_are_not_shown_again():
    raw = {"result": "einstimmig beschlossen", "ratslinde:voteResult": "einstimmig"}
    assert vote(raw) is None
    found = vote({**raw, "ratslinde:votesYes": 9})
    assert found is not None
    assert (found.words, found.yes) == ("", 9)

"""The demo town: built through the verbs, all of it reachable, nothing non-public in it."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from django.test import Client

from ratslinde.accounts.links import redeem
from ratslinde.accounts.models import User
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.queries import unchecked
from ratslinde.council.bodies.models import Body
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.kernel import clock
from ratslinde.printing.dates import long_date
from ratslinde.record.models import Published, SearchEntry, Version
from ratslinde.record.search import search
from ratslinde.record.values import HSDS_KINDS
from ratslinde.record.verifying import verify
from ratslinde.site.demo import calendar, moving, texts
from ratslinde.site.demo.building import is_empty
from ratslinde.site.serving.welcome import MARK, mark_as_demo, welcome
from tests.opendata.crawler import Crawler

INSIDE = (
    "Wortbrücke", "Drei Angebote", "Beschwerde eines Mieters", "Ehrung einer langjährigen", "Prüfung der Belege",
    "Tilda Wacholder", "02599 10-213", "Neue Sprachcafés: Räume und Zeiten", "Leseecke", "Radmoor",
    "Räume im Haus der Vereine",
)  # fmt: skip
"""Texts of what is not public: drafts, non-public items, contacts without the tick, a reason, an adopted document."""


pytestmark = pytest.mark.django_db


def published(**filters) -> list[Published]:
    return list(Published.objects.filter(deleted=False, **filters))


def test_it_has_a_year_of_meetings_and_papers_in_every_state():
    assert len(published(kind="meeting")) == 11
    assert len(published(kind="paper")) == 14
    assert Published.objects.filter(kind="paper", deleted=True).count() == 1
    assert Meeting.objects.filter(publication="draft").count() == 2
    assert Meeting.objects.filter(cancelled=True, publication="published").count() == 1
    assert AgendaItem.objects.filter(removed=True, publication="published").count() == 1
    assert Meeting.objects.filter(joint_with__isnull=False).count() == 1


def test_the_body_that_was_renamed_has_its_name_of_the_day():
    names = {
        row.standalone.split('"ratslinde:organizationName":"')[1].split('"')[0]
        for row in published(kind="meeting")
    }
    assert {"Integrationsrat", "Ausschuss für Chancengerechtigkeit und Integration"} <= names


def test_one_session_has_minutes_and_an_item_its_own_file_and_both_are_found_by_their_words():
    held = next(row for row in published(kind="meeting") if '"resultsProtocol"' in row.standalone)
    minutes = json.loads(held.standalone.replace("\x1f", ""))["resultsProtocol"]
    assert minutes["name"].startswith("Niederschrift vom ")
    for words in (
        "form- und fristgerecht",
        "Ja: 12, Nein: 2, Enthaltungen: 0",
        "erscheint zusätzlich in Leichter",
    ):
        assert words in minutes["text"]
    with_item = [row for row in published(kind="file") if '"agendaItem"' in row.standalone]
    assert [row.title for row in with_item] == ["Sprechzeiten der Familienhebamme"]
    assert {hit.title for hit in search("Stillcafé").hits} == {"Sprechzeiten der Familienhebamme"}
    assert all('"text":' in row.standalone for row in published(kind="file"))


def test_votes_are_unanimous_by_majority_and_rejected_on_a_tie():
    results = {row.standalone for row in published(kind="agendaItem")}
    for words in ("einstimmig", "mit Mehrheit", "einstimmig bei 2 Enthaltungen"):
        assert any(f'"ratslinde:voteResult":"{words}"' in each for each in results)
    tie = AgendaItem.objects.get(votes_yes=4, votes_no=4)
    assert '"ratslinde:voteResult":"abgelehnt"' in Published.objects.get(pk=tie.public_id).standalone


def test_sessions_are_coming_and_were_announced_in_time():
    coming = Meeting.objects.filter(start__gt=clock.now(), publication="published")
    assert coming.count() == 2
    assert all(meeting.issued_on and meeting.issued_on <= clock.today() for meeting in coming)


@pytest.fixture(params=range(0, 1_500, 37))
def today(request, monkeypatch) -> datetime.date:
    """Some day on which somebody builds it."""
    day = datetime.date(2025, 12, 1) + datetime.timedelta(days=request.param)
    monkeypatch.setattr(clock, "today", lambda: day)
    return day


def test_coming_days_are_wednesdays_on_whatever_day_it_is_built(today):
    coming = [meeting for meeting in texts.meetings().values() if meeting.day is None]
    assert len(coming) == 3
    for meeting in coming:
        day = calendar.day_of(meeting)
        assert day.weekday() == moving.WEDNESDAY
        assert today < day < today + datetime.timedelta(weeks=14)
        assert calendar.issue_day(meeting) is None or calendar.issue_day(meeting) <= today


def test_the_year_behind_it_has_its_meetings_on_days_on_which_somebody_meets(today):
    held = sorted(meeting.day for meeting in texts.meetings().values() if meeting.day)
    assert len(held) == 9
    assert today - datetime.timedelta(weeks=58) < held[0]
    assert today - datetime.timedelta(weeks=10) < held[-1] < today
    assert not any(moving.nobody_meets(day) for day in held)
    assert {day.weekday() for day in held} == {2, 3}


def test_its_days_fit_each_other_wherever_the_year_lies(today):
    meetings, papers = texts.meetings(), texts.papers()
    for paper in papers.values():
        days = [calendar.day_of(meetings[step.meeting]) for step in paper.step if step.meeting]
        assert days == sorted(days)
        assert all(calendar.paper_day(paper) < day for day in days)
    council = next(each for each in texts.town().organization if each.key == "integrationsrat")
    assert council.renamed_on.day == 1
    assert meetings["6-integrationsrat"].day < council.renamed_on < meetings["8-ausschuss"].day
    leaving = next(each for person in texts.people() for each in person.memberships if each.end)
    assert leaving.end == council.renamed_on - datetime.timedelta(days=1)
    assert f"Seit dem {long_date(council.renamed_on)} führt" in council.description
    _, festival = papers["01-fest-planung"].explanation.split("am Samstag, dem ", 1)
    assert festival.startswith(long_date(moving.moved(datetime.date(2025, 6, 21))))
    assert moving.moved(datetime.date(2025, 6, 21)).weekday() == 5


def test_papers_are_numbered_by_year_in_the_order_of_their_days(today):
    papers = texts.papers()
    numbers = calendar.references(papers)
    assert len(set(numbers.values())) == len(papers) == 16
    by_day = sorted(papers, key=lambda key: (calendar.paper_day(papers[key]), key))
    assert [numbers[key] for key in by_day] == sorted(numbers.values())
    assert all(numbers[key].startswith(f"{calendar.paper_day(papers[key]).year}/") for key in papers)


def test_it_is_the_present_term_of_office(today):
    before, this = calendar.terms()
    assert this[1] <= today <= this[2]
    assert before[2] + datetime.timedelta(days=1) == this[1]


def test_no_year_stands_in_a_text_that_would_not_move():
    for path in texts.FOLDER.rglob("*.*"):
        moving_days = re.sub(r"\{[^}]*\}|(?<![\d-])\d{4}-\d\d-\d\d", "", path.read_text())
        assert not re.search(r"\b20[2-4]\d\b", moving_days), path.name


def test_the_same_day_makes_the_same_texts(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: datetime.date(2027, 3, 9))
    assert texts.papers() == texts.papers()
    monkeypatch.setattr(clock, "today", lambda: datetime.date(2027, 7, 9))
    assert texts.meetings()["1-integrationsrat"].day > datetime.date(2026, 5, 1)


def test_a_document_waits_to_be_checked():
    source = Source.objects.get()
    assert unchecked(source) > 20
    assert source.warnings == []
    assert {origin.subject_kind for origin in source.origins.all()} == {
        "Meeting",
        "AgendaItem",
        "Paper",
        "Consultation",
    }


def test_every_published_object_is_reachable():
    client = Client()
    wrong = []
    for row in Published.objects.all():
        address = "/oparl/v1.1/system" if row.kind == "system" else f"/oparl/v1.1/{row.kind}/{row.pk}"
        addresses = [] if row.kind in HSDS_KINDS else [address]
        addresses += [f"/{row.path.split('#')[0]}"] if row.path else []
        if row.file_name and not row.deleted:
            addresses.append(f"/{row.path}{row.file_name}")
        for each in addresses:
            answer = client.get(each)
            expected = {200, 410} if row.deleted else {200}
            if answer.status_code not in expected:
                wrong.append((each, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("words", INSIDE)
def test_what_is_not_public_is_nowhere_in_the_record(words):
    sources = "".join(path.read_text() for path in texts.FOLDER.rglob("*.*"))
    assert words in sources
    for row in Published.objects.all():
        assert words not in row.standalone + row.page + row.text + row.title
    assert not Version.objects.filter(value__contains=words).exists()


def test_the_record_verifies():
    assert list(verify()) == []


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Baum", "Baumpflanzaktion: eine Linde für den Platz der Begegnung"),
        ("Foerderung", "Spielplatz am Mühlengraben: Beteiligung der Familien"),
        ("Migrantin", "Regelmäßiger Austausch mit den Migrantenorganisationen"),
        ("Dolmetscher", "Ausbau des ehrenamtlichen Dolmetscherpools"),
    ],
)
def test_it_is_searchable_at_once(query, title):
    assert SearchEntry.objects.exists()
    assert any(title in hit.title for hit in search(query, per_page=50).hits), [
        hit.title for hit in search(query).hits
    ]


def test_each_role_gets_a_new_link_at_each_start(demo, own_data):
    mark_as_demo(demo)
    first, second = (" ".join(welcome("http://localhost:8000")) for _ in range(2))
    for name in ("admin", "clerk", "department", "reader", "manager", "planner"):
        before, after = (
            text.split(f"({name}): http://localhost:8000/anmelden/einmal/")[1].split("/")[0]
            for text in (first, second)
        )
        assert before != after
        assert redeem(before) is None
        assert redeem(after) == User.objects.get(sign_in_name=name)


def test_links_are_printed_nowhere_but_where_it_was_built(demo, own_data):
    assert not any("/anmelden/" in line for line in welcome("http://localhost:8000"))
    (own_data / MARK).write_text("another")
    assert not any("/anmelden/" in line for line in welcome("http://localhost:8000"))


def test_a_second_factor_is_not_asked_for_in_it(demo):
    assert Body.objects.get().second_factor_required is False


def test_a_strict_client_finds_no_fault_in_its_open_data(settings):
    """The crawl of tests/opendata over what the council really publishes, not over values written for it."""
    settings.RATSLINDE_URL = "https://rat.lindenhagen.example"
    settings.ALLOWED_HOSTS = ["testserver"]
    found = Crawler(Client(), base=settings.RATSLINDE_URL, page_size=3).crawl()
    assert found.faults == []
    assert len(found.by_type()["Meeting"]) == 11


def test_it_is_built_only_where_nothing_is(call):
    assert not is_empty()
    answer = call("demo")
    assert answer.code == 1
    assert "nicht leer" in answer.err
    assert call("demo", "--if-empty").code == 0
    assert Body.objects.count() == 1


def test_every_text_is_used():
    papers, meetings = texts.papers(), texts.meetings()
    on_agendas = {item.paper for meeting in meetings.values() for item in meeting.item if item.paper}
    assert on_agendas <= set(papers)
    assert {key for key, paper in papers.items() if not paper.withdrawn} <= on_agendas
    assert {step.meeting for paper in papers.values() for step in paper.step if step.meeting} <= set(meetings)
    assert all(6 <= len(meeting.item) <= 10 for meeting in meetings.values() if not meeting.draft)

"""The start page: what waits, and what to do when nothing does."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ratslinde.accounts.models import Role, User
from ratslinde.council.adoption.actions import adopt
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.queries import cards
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.meetings.actions import (
    draft_meeting,
    edit_item,
    edit_meeting,
    publish_meeting,
    withdraw_meeting,
)
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import (
    draft_paper,
    edit_paper,
    publish_paper,
    publish_session,
    take_off_agenda,
    withdraw_paper,
)
from ratslinde.council.papers.models import Paper
from ratslinde.desk import lists
from ratslinde.desk.start import views
from ratslinde.kernel import clock
from tests.council.test_adopting_doubles import PAPER
from tests.desk.conftest import accept_everything, at_desk

START = "/schreibtisch/"
TOMORROW = datetime.timedelta(days=1)


def waits(client: Client, part: str) -> list:
    return list(client.get(START).context[part])


def test_an_empty_desk_says_what_to_do_next(desk):
    text = desk.get(START).content.decode()
    assert "Nichts wartet" in text
    assert reverse("desk:sources") in text


def test_sources_wait_until_every_value_was_looked_at(desk, source, clerk):
    [(waiting, values)] = waits(desk, "sources")
    assert waiting == source
    assert values == sum(len(card.row.unchecked) for card in cards(source))
    accept_everything(clerk, source)
    assert waits(desk, "sources") == []


@pytest.fixture
def two_sources(source, clerk, body) -> list[Source]:
    later = PAPER.replace("14.05.2025", "11.06.2025").encode()
    return [adopt(clerk, body, name="spaeter.txt", data=later), source]


def test_of_a_long_list_the_start_page_shows_the_first_and_leads_to_the_others(
    desk, two_sources, monkeypatch
):
    assert "weitere</a>" not in desk.get(START).content.decode()
    monkeypatch.setattr(views, "MOST", 1)
    assert [source for source, _ in waits(desk, "sources")] == two_sources[:1]
    text = " ".join(desk.get(START).content.decode().split())
    assert f'<a href="{reverse("desk:sources")}?offen=ja#eingelesen">und 1 weitere</a>' in text


def test_the_list_of_what_is_to_be_checked_is_whole_and_comes_in_pages(desk, two_sources, clerk, monkeypatch):
    waiting = f"{reverse('desk:sources')}?offen=ja"
    assert [source for source, _ in desk.get(waiting).context["sources"]] == two_sources
    monkeypatch.setattr(lists, "SIZE", 1)
    assert [source for source, _ in desk.get(f"{waiting}&seite=2").context["sources"]] == two_sources[1:]
    accept_everything(clerk, two_sources[0])
    assert [source for source, _ in desk.get(waiting).context["sources"]] == two_sources[1:]
    accept_everything(clerk, two_sources[1])
    text = desk.get(waiting).content.decode()
    assert "Alles Eingelesene ist geprüft." in text
    assert "Noch nichts eingelesen" not in text


def test_every_session_that_is_not_public_waits_but_for_what_was_called_off(desk, clerk, body, council):
    coming = draft_meeting(clerk, body, organization=council, start=clock.now() + TOMORROW)
    undated = draft_meeting(clerk, body, organization=council)
    past = draft_meeting(clerk, body, organization=council, start=clock.now() - TOMORROW)
    draft_meeting(clerk, body, organization=council, start=clock.now() + TOMORROW, cancelled=True)
    assert set(waits(desk, "drafts")) == {coming, undated, past}
    assert waits(desk, "checked") == []


def test_a_past_session_taken_back_waits_for_nobody(desk, clerk, body, council):
    for days in (-1, 1):
        meeting = draft_meeting(clerk, body, organization=council, start=clock.now() + days * TOMORROW)
        publish_meeting(clerk, meeting)
        withdraw_meeting(clerk, meeting, reason="Irrtum")
    assert waits(desk, "drafts") == [meeting]


def test_a_checked_session_of_the_past_waits_to_be_published_and_is_named_so(desk, source, clerk):
    meeting = Meeting.objects.get()
    assert meeting.start < clock.now()
    assert (waits(desk, "drafts"), waits(desk, "checked")) == ([meeting], [])
    accept_everything(clerk, source)
    assert (waits(desk, "drafts"), waits(desk, "checked")) == ([], [meeting])
    text = desk.get(START).content.decode()
    assert "Geprüft, noch nicht veröffentlicht" in text
    assert reverse("desk:publish", args=["sitzung", meeting.public_id]) in text
    assert "Nichts wartet" not in text
    publish_session(clerk, Meeting.objects.get())
    assert (waits(desk, "drafts"), waits(desk, "checked")) == ([], [])


@pytest.mark.parametrize("what", ["meeting", "item", "paper", "step"])
def test_a_session_is_not_called_checked_while_a_value_of_it_or_of_its_papers_is_open(
    desk, source, clerk, what
):
    accept_everything(clerk, source)
    meeting, paper = Meeting.objects.get(), Paper.objects.get()
    rows = {
        "meeting": meeting, "item": meeting.items.first(), "paper": paper, "step": paper.consultations.get()
    }  # fmt: skip
    type(rows[what]).objects.filter(pk=rows[what].pk).update(unchecked=["title"])
    assert (waits(desk, "drafts"), waits(desk, "checked")) == ([meeting], [])


def test_the_page_says_how_far_back_it_looks_for_results(desk, clerk, body, council):
    draft_meeting(clerk, body, organization=council, start=clock.now() - 500 * TOMORROW)
    text = desk.get(START).content.decode()
    assert "Zu jeder Sitzung der letzten 400 Tage sind Ergebnisse eingetragen." in text


def test_papers_wait_until_they_stand_on_an_agenda(desk, source, clerk, body, office):
    other = draft_paper(clerk, office, body=body, title="Wartet")
    assert waits(desk, "waiting_papers") == [other]


def test_a_session_without_results_or_minutes_waits_until_there_is_one(desk, clerk, body, council):
    from ratslinde.council.meetings.actions import add_item

    meeting = draft_meeting(clerk, body, organization=council, start=clock.now() - TOMORROW)
    item = add_item(clerk, meeting, title="Bank")
    assert waits(desk, "without_results") == [meeting]
    edit_item(clerk, item, changes={"result": "beschlossen"}, revision=item.revision)
    assert waits(desk, "without_results") == []


@pytest.fixture
def taken_back(source, clerk) -> Paper:
    accept_everything(clerk, source)
    publish_session(clerk, Meeting.objects.get())
    withdraw_paper(clerk, Paper.objects.get(), reason="Falsche Anlage")
    return Paper.objects.get()


def test_the_agenda_says_that_its_paper_was_taken_back(desk, taken_back):
    meeting = taken_back.consultations.get().agenda_item.meeting
    shown = desk.get(reverse("desk:meeting", args=[meeting.public_id])).content.decode()
    line = shown[shown.index(f"Vorlage {taken_back}</a>") :].partition("<form")[0]
    assert "zurückgenommen" in line


def test_a_paper_taken_back_waits_while_it_stands_on_a_public_agenda(desk, taken_back):
    [step] = waits(desk, "taken_back")
    text = desk.get(START).content.decode()
    card = text[
        text.index("Zurückgenommen, aber noch auf der Tagesordnung") : text.index("warten-ergebnisse")
    ]
    assert step.paper == taken_back
    assert reverse("desk:paper", args=[taken_back.public_id]) in card
    assert reverse("desk:meeting", args=[Meeting.objects.get().public_id]) in card
    assert f"TOP {step.agenda_item.number}" in card


@pytest.mark.parametrize(
    "how", ["published again", "taken off", "session taken back", "session called off", "not public"]
)
def test_that_ends_when_it_is_solved(desk, taken_back, clerk, how):
    meeting, step = Meeting.objects.get(), taken_back.consultations.get()
    act = {
        "published again": lambda: publish_paper(clerk, taken_back),
        "taken off": lambda: take_off_agenda(clerk, taken_back, consultation=step),
        "session taken back": lambda: withdraw_meeting(clerk, meeting, reason="Irrtum"),
        "session called off": lambda: edit_meeting(
            clerk, meeting, changes={"cancelled": True}, revision=meeting.revision
        ),
        "not public": lambda: edit_item(
            clerk, step.agenda_item, changes={"public": False}, revision=step.agenda_item.revision
        ),
    }
    assert len(waits(desk, "taken_back")) == 1
    act[how]()
    assert waits(desk, "taken_back") == []
    assert "Zurückgenommen, aber noch" not in desk.get(START).content.decode()


@pytest.mark.parametrize("what", ["meeting", "item", "paper", "body", "person"])
def test_what_was_changed_after_its_publication_waits_to_be_published_again(
    desk, source, clerk, council, body, what
):
    accept_everything(clerk, source)
    publish_session(clerk, Meeting.objects.get())
    person = bodies.add_person(clerk, body, family_name="Beispiel")
    bodies.publish_person(clerk, person)
    bodies.publish_organization(clerk, council)
    assert waits(desk, "changed") == []
    meeting, paper = Meeting.objects.get(), Paper.objects.get()
    item = meeting.items.first()
    person.refresh_from_db()
    council.refresh_from_db()
    act = {
        "meeting": lambda: edit_meeting(clerk, meeting, changes={"hints": "Neu"}, revision=meeting.revision),
        "item": lambda: edit_item(clerk, item, changes={"result": "beschlossen"}, revision=item.revision),
        "paper": lambda: edit_paper(clerk, paper, changes={"costs": "Neu"}, revision=paper.revision),
        "body": lambda: bodies.edit_organization(
            clerk, council, changes={"description": "Neu"}, revision=council.revision
        ),
        "person": lambda: bodies.edit_person(
            clerk, person, changes={"given_name": "Alma"}, revision=person.revision
        ),
    }
    act[what]()
    expected = {"meeting": meeting, "item": meeting, "paper": paper, "body": council, "person": person}[what]
    assert [row for _, _, row in waits(desk, "changed")] == [expected]


def test_the_start_page_needs_the_same_number_of_queries_for_one_and_three_of_each(
    desk, clerk, body, council, office
):
    def one_more() -> None:
        draft_meeting(clerk, body, organization=council, start=clock.now() + TOMORROW)
        draft_meeting(clerk, body, organization=council, start=clock.now() - TOMORROW)
        draft_paper(clerk, office, body=body, title="Wartet")

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            desk.get(START)
        return len(found)

    one_more()
    few = queries()
    one_more()
    one_more()
    assert queries() == few


def test_readers_see_the_next_meetings_and_departments_their_papers(
    reader, department, clerk, body, council, office
):
    meeting = draft_meeting(clerk, body, organization=council, start=clock.now() + TOMORROW)
    paper = draft_paper(clerk, office, body=body, title="Eigene")
    assert waits(at_desk(reader), "coming") == [meeting]
    assert waits(at_desk(department), "own_papers") == [paper]


def test_the_desk_is_german_whatever_the_browser_asks_for(clerk, body):
    answer = at_desk(clerk, **{"Accept-Language": "en"}).get(START)
    assert '<html lang="de"' in answer.content.decode()


def test_pages_of_the_desk_are_not_kept_by_browsers(desk):
    assert "no-store" in desk.get(START)["Cache-Control"]


def test_integration_management_finds_what_waits_and_the_way_to_it(body):
    manager = User.objects.create_account("Integrationsmanagement", email="im@lindenhagen.example")
    manager.grants.create(role=Role.INTEGRATION_MANAGER)
    text = at_desk(manager).get(START).content.decode()
    assert "noch keine Rolle" not in text
    assert "Wartet auf eine Entscheidung" in text
    assert reverse("desk_landscape:start") in text

"""Papers are tied to agenda items; where several items fit, somebody chooses."""

from __future__ import annotations

import datetime
import functools

import pytest

from ratslinde.council.adoption.actions import accept, adopt, choose_item, discard
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.queries import items_to_tie, unchecked
from ratslinde.council.bodies.actions import add_organization
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import add_consultation, draft_paper, put_on_agenda
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.council.papers.queries import papers_beside
from ratslinde.kernel.errors import Refused
from tests.council.test_adopting_doubles import OTHER_TEXT, PAPER, STATED, TITLE
from tests.council.test_story import SESSION, accept_everything

OTHER = functools.reduce(lambda text, line: text.replace(line, OTHER_TEXT), STATED, PAPER)
TWO_OF_ONE_TITLE = SESSION.replace(f"- 2 {TITLE}", f"- 2 {TITLE}\n- 3 {TITLE}") + "\n\n\n" + OTHER


@pytest.fixture
def source(clerk, body, council, office) -> Source:
    return adopt(clerk, body, name="zwei.txt", data=TWO_OF_ONE_TITLE.encode())


@pytest.fixture
def steps(source) -> list[Consultation]:
    return list(Consultation.objects.order_by("pk"))


def test_two_papers_of_one_title_wait_for_somebody_to_choose_between_the_two_items(source, steps):
    assert [item.title for item in AgendaItem.objects.order_by("position")][1:] == [TITLE, TITLE]
    assert [(step.agenda_item, step.lacks_item) for step in steps] == [(None, True), (None, True)]
    origin = Origin.objects.get(subject=steps[0].public_id, field="agenda_item")
    assert "TOP 2 und TOP 3" in origin.reason
    assert not origin.sure


def test_the_choice_cannot_be_passed_over_by_accepting(source, steps, clerk):
    before = unchecked(source)
    with pytest.raises(Refused, match="Bitte den Tagesordnungspunkt wählen"):
        accept(clerk, source, subject=steps[0].public_id, fields=list(steps[0].unchecked))
    assert unchecked(source) == before


def test_who_chose_an_item_or_decided_for_none_is_done_with_it(source, steps, clerk):
    item = AgendaItem.objects.get(number="3")
    choose_item(clerk, source, subject=steps[0].public_id, item=item, revision=steps[0].revision)
    choose_item(clerk, source, subject=steps[1].public_id, item=None, revision=steps[1].revision)
    assert [step.lacks_item for step in Consultation.objects.all()] == [False, False]
    assert Consultation.objects.get(pk=steps[0].pk).agenda_item == item


def test_putting_the_paper_on_the_agenda_from_its_page_is_a_choice_too(source, steps, clerk):
    item = AgendaItem.objects.get(number="2")
    put_on_agenda(clerk, steps[0].paper, meeting=item.meeting, item=item)
    assert not Consultation.objects.get(pk=steps[0].pk).lacks_item


def test_a_proposed_item_that_is_gone_has_to_be_chosen_anew(clerk, body, council, office):
    adopt(clerk, body, name="sitzung.txt", data=SESSION.encode())
    AgendaItem.objects.filter(number="2").delete()
    assert Consultation.objects.get().lacks_item


def test_the_items_of_an_old_session_are_offered_however_many_are_newer(source, steps, monkeypatch):
    monkeypatch.setattr("ratslinde.council.adoption.queries.MOST_ITEMS", 0)
    assert [item.number for item in items_to_tie(source.body, steps=steps)] == ["1", "2", "3"]


def test_papers_that_name_the_session_and_stand_on_no_item_are_known(source, steps, clerk):
    meeting = Meeting.objects.get()
    assert papers_beside(meeting) == [step.paper for step in steps]
    put_on_agenda(clerk, steps[0].paper, meeting=meeting, item=AgendaItem.objects.get(number="2"))
    assert papers_beside(meeting) == [steps[1].paper]


def test_papers_of_another_body_or_kept_inside_are_not_missed(source, steps, clerk, body):
    Paper.objects.filter(pk=steps[0].paper_id).update(public=False)
    other = add_organization(clerk, body, name="Rat", organization_type="Gremium")
    Consultation.objects.filter(pk=steps[1].pk).update(organization=other)
    assert papers_beside(Meeting.objects.get()) == []


SESSION_ALONE = SESSION[: SESSION.index(f"{TITLE}\n\nF")]


@pytest.fixture
def paper_first(clerk, body, council, office) -> Source:
    return adopt(clerk, body, name="vorlage.txt", data=PAPER.encode())


def test_a_paper_that_was_read_before_its_session_is_tied_when_the_session_comes(paper_first, clerk, body):
    accept_everything(clerk, paper_first)
    later = adopt(clerk, body, name="sitzung.txt", data=SESSION_ALONE.encode())
    step = Consultation.objects.get()
    assert (step.agenda_item.number, step.unchecked) == ("2", ["agenda_item"])
    assert unchecked(paper_first) == 1, "it is checked where the paper is"
    assert [each for each in later.warnings if "vorlage.txt" in each]


def test_the_session_can_be_discarded_and_read_again(paper_first, clerk, body):
    discard(clerk, adopt(clerk, body, name="sitzung.txt", data=SESSION_ALONE.encode()))
    assert Consultation.objects.get().lacks_item
    adopt(clerk, body, name="sitzung.txt", data=SESSION_ALONE.encode())
    step = Consultation.objects.get()
    assert (step.agenda_item.number, step.lacks_item) == ("2", False)


def test_what_somebody_has_decided_about_the_item_is_not_proposed_anew(paper_first, clerk, body):
    session = adopt(clerk, body, name="sitzung.txt", data=SESSION_ALONE.encode())
    step = Consultation.objects.get()
    choose_item(clerk, paper_first, subject=step.public_id, item=None, revision=step.revision)
    discard(clerk, session)
    adopt(clerk, body, name="sitzung.txt", data=SESSION_ALONE.encode())
    step.refresh_from_db()
    assert (step.agenda_item, "agenda_item" in step.unchecked) == (None, False)


def test_a_paper_that_was_typed_is_not_tied_behind_anybodys_back(clerk, body, council, office):
    paper = draft_paper(clerk, office, body=body, title=TITLE)
    add_consultation(clerk, paper, organization=council, date=datetime.date(2025, 5, 14))
    source = adopt(clerk, body, name="sitzung.txt", data=SESSION_ALONE.encode())
    assert (Consultation.objects.get().agenda_item, source.warnings) == (None, [])
    assert papers_beside(Meeting.objects.get()) == [paper]

"""Correcting what was read, and choosing the agenda item of a step."""

from __future__ import annotations

import pytest

from ratslinde.council.adoption.actions import adopt, choose_item, correct
from ratslinde.council.adoption.models import Origin
from ratslinde.council.adoption.queries import items_to_tie, sources, unchecked
from ratslinde.council.bodies.actions import add_organization
from ratslinde.council.meetings.actions import add_item, draft_meeting
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.kernel.errors import Conflict, Forbidden, Refused
from tests.council.test_story import SESSION


@pytest.fixture
def source(clerk, body, council, office):
    return adopt(clerk, body, name="sitzung.txt", data=SESSION.encode())


@pytest.fixture
def step(source) -> Consultation:
    return Consultation.objects.get()


def test_a_corrected_value_is_looked_at_and_says_by_whom(source, clerk):
    paper, before = Paper.objects.get(), unchecked(source)
    correct(clerk, source, subject=paper.public_id, field="costs", value="800 Euro", revision=paper.revision)
    paper.refresh_from_db()
    assert (paper.costs, "costs" in paper.unchecked) == ("800 Euro", False)
    assert Origin.objects.get(subject=paper.public_id, field="costs").checked_by == clerk
    assert unchecked(source) == before - 1


def test_the_rules_of_the_row_hold_for_a_correction_too(source, clerk, step):
    paper = Paper.objects.get()
    with pytest.raises(Refused, match="Betreff"):
        correct(clerk, source, subject=paper.public_id, field="title", value=" ", revision=paper.revision)
    with pytest.raises(Conflict):
        correct(clerk, source, subject=paper.public_id, field="costs", value="x", revision=paper.revision + 7)
    with pytest.raises(Refused, match="Seite der Vorlage"):
        correct(
            clerk, source, subject=paper.public_id, field="participants", value=[], revision=paper.revision
        )


def test_a_corrected_role_decides_anew_whether_the_step_decides(source, clerk, step):
    assert step.authoritative
    correct(clerk, source, subject=step.public_id, field="role", value="Anhörung", revision=step.revision)
    step.refresh_from_db()
    assert not step.authoritative


def test_another_item_can_be_chosen_but_not_one_of_another_body(source, clerk, step, body):
    other_body = add_organization(clerk, body, name="Rat", organization_type="Gremium")
    foreign = add_item(clerk, draft_meeting(clerk, body, organization=other_body), title="Fremd")
    with pytest.raises(Refused, match="eines anderen Gremiums"):
        choose_item(clerk, source, subject=step.public_id, item=foreign, revision=step.revision)
    first = Meeting.objects.exclude(pk=foreign.meeting_id).get().items.first()
    step = choose_item(clerk, source, subject=step.public_id, item=first, revision=step.revision)
    assert (step.agenda_item, "agenda_item" in step.unchecked) == (first, False)


def test_a_nonpublic_paper_is_not_tied_to_a_public_item(source, clerk, step):
    Paper.objects.update(public=False)
    step.refresh_from_db()
    item = Meeting.objects.get().items.first()
    with pytest.raises(Refused, match="nichtöffentlichen Teil"):
        choose_item(clerk, source, subject=step.public_id, item=item, revision=step.revision)


def test_only_steps_have_items_and_only_the_office_chooses(source, clerk, reader, step):
    with pytest.raises(Refused, match="Nur ein Schritt"):
        choose_item(clerk, source, subject=Paper.objects.get().public_id, item=None, revision=1)
    with pytest.raises(Forbidden):
        choose_item(reader, source, subject=step.public_id, item=None, revision=step.revision)
    with pytest.raises(Forbidden):
        sources(reader, source.body)


def test_the_items_offered_are_those_of_the_bodys_meetings(step, body, office):
    assert [item.number for item in items_to_tie(body, steps=[step])] == ["1", "2"]
    step.organization = office
    assert items_to_tie(body, steps=[step]) == []

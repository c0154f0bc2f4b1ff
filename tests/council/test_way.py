"""The way of a paper: its steps in order, and later presentations."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.council.bodies.actions import add_organization
from ratslinde.council.meetings.actions import draft_meeting
from ratslinde.council.papers import actions, queries
from ratslinde.council.papers.models import Paper
from ratslinde.kernel.errors import Conflict, Forbidden, Refused


@pytest.fixture
def paper(clerk, body, office) -> Paper:
    return actions.draft_paper(clerk, office, body=body, title="Bank", participants=[office])


@pytest.fixture
def steps(clerk, paper, council):
    roles = ("Anhörung", "Vorberatung", "Entscheidung")
    return [actions.add_consultation(clerk, paper, organization=council, role=role) for role in roles]


def test_a_paper_is_drafted_with_those_who_take_part(paper, office):
    assert paper.participants.get() == office


def test_the_steps_get_a_new_order(clerk, paper, steps):
    order = [step.public_id for step in reversed(steps)]
    actions.order_consultations(clerk, paper, order=order, revision=paper.revision)
    assert [step.public_id for step in queries.steps(paper)] == order


def test_ordering_a_way_that_changed_meanwhile_is_refused(clerk, paper, steps):
    with pytest.raises(Conflict):
        actions.order_consultations(clerk, paper, order=[steps[0].public_id], revision=paper.revision)
    order = [step.public_id for step in steps]
    with pytest.raises(Conflict):
        actions.order_consultations(clerk, paper, order=order, revision=paper.revision + 1)


def test_a_step_of_another_paper_cannot_be_changed_through_an_own_one(department, clerk, paper, steps, body):
    other = actions.draft_paper(clerk, None, body=body, title="Andere")
    step = actions.add_consultation(clerk, other, organization=steps[0].organization)
    for act in (
        lambda: actions.edit_consultation(
            department, paper, consultation=step, changes={"role": "x"}, revision=1
        ),
        lambda: actions.remove_consultation(department, paper, consultation=step),
    ):
        with pytest.raises(Refused, match="anderen Vorlage"):
            act()


def test_a_step_on_an_agenda_keeps_its_body(clerk, paper, council, body):
    other = add_organization(clerk, body, name="Rat", organization_type="Gremium")
    step = actions.put_on_agenda(clerk, paper, meeting=draft_meeting(clerk, body, organization=council))
    with pytest.raises(Refused, match="Tagesordnung"):
        actions.edit_consultation(
            clerk, paper, consultation=step, changes={"organization": other}, revision=step.revision
        )


def test_a_later_presentation_is_noted_once(clerk, paper, council):
    report = actions.plan_report(clerk, paper, organization=council, date=datetime.date(2026, 11, 14))
    with pytest.raises(Refused, match="schon vermerkt"):
        actions.plan_report(clerk, paper, organization=council, date=datetime.date(2026, 11, 14))
    actions.remove_report(clerk, paper, report=report)
    assert not paper.planned_reports.exists()


def test_a_department_does_not_hand_a_paper_to_another_one(department, clerk, paper, body):
    other = add_organization(clerk, body, name="Fachbereich Bauen", organization_type="Verwaltungsbereich")
    with pytest.raises(Forbidden):
        actions.edit_paper(department, paper, changes={"lead": other}, revision=paper.revision)
    assert list(queries.leads(department, body)) == [paper.lead]
    assert set(queries.leads(clerk, body)) == {paper.lead, other}

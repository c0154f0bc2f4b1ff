"""What waits for a decision, on the start page of the landscape and on that of the desk."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.integration.importing.models import ImportRow, ImportRun, RunState, Verdict
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor
from tests.desk.conftest import at_desk
from tests.desk.landscape.entering import url

WAITS = "Wartet auf eine Entscheidung"


@pytest.fixture
def begun(manager, body) -> ImportRun:
    """A list that somebody has begun to read in."""
    return ImportRun.objects.create(body=body, account=manager, name="vereine.xlsx", state=RunState.REVIEW)


def waiting_at(client, name: str) -> str:
    page = client.get(reverse(name)).content.decode()
    return page[page.index(WAITS) :].split("</section>")[0]


@pytest.mark.parametrize("name", ["desk_landscape:start", "desk:start"])
def test_a_dry_run_that_nobody_finished_waits_with_file_who_and_when(manager, begun, name):
    for number, verdict in enumerate((Verdict.OPEN, Verdict.OPEN, Verdict.NEW)):
        ImportRow.objects.create(run=begun, number=number, line=number, kind="actor", verdict=verdict)
    said = waiting_at(at_desk(manager), name)
    assert reverse("desk_importing:run", args=[begun.public_id]) in said
    assert f"Probelauf: {begun.name}" in said
    assert f"von {manager}; zu entscheiden: 2 Zeilen" in said
    assert "Nichts." not in said


@pytest.mark.parametrize(
    ("state", "waits"),
    [
        (RunState.MAPPING, True), (RunState.REVIEW, True), (RunState.DONE, False), (RunState.DISCARDED, False),
        (RunState.CARRYING, False), (RunState.UNDONE, False),
    ],
)  # fmt: skip
def test_what_is_finished_or_under_way_does_not_wait(manager, begun, state, waits):
    ImportRun.objects.update(state=state)
    assert ("vereine.xlsx" in waiting_at(at_desk(manager), "desk_landscape:start")) == waits


def test_who_may_not_read_in_lists_is_not_told_of_them(reader, begun):
    assert "vereine.xlsx" not in waiting_at(at_desk(reader), "desk_landscape:start")


def test_the_start_page_counts_what_may_be_entered_twice(desk, manager, association, body):
    actions.add_actor(
        manager, body, name="Bruecke Lindenhagen", website="https://bruecke.lindenhagen.example"
    )
    actions.edit_actor(
        manager,
        association,
        changes={"website": "https://bruecke.lindenhagen.example"},
        revision=association.revision,
    )
    page = desk.get(url("start")).content.decode()
    assert "Mögliche doppelte Einträge" in page
    assert "Nichts." not in page


def test_the_start_page_says_nothing_waits_only_when_nothing_does(desk, manager, association, body, house):
    school = actions.add_actor(manager, body, name="Lindenschule", place=house)
    actions.edit_actor(manager, association, changes={"place": house}, revision=association.revision)
    assert school.place == Actor.objects.get(pk=association.pk).place
    page = desk.get(url("start")).content.decode()
    assert "Mögliche doppelte Einträge" not in page
    assert "Nichts." in page

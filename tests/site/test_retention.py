"""Each line of the table of periods: there before, gone on its day, and what is a day younger stays."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction

from ratslinde.inbox import deciding, receive
from ratslinde.inbox.keeping import DECIDED
from ratslinde.inbox.models import Counted, Submission
from ratslinde.integration.importing import actions as importing
from ratslinde.integration.importing.models import ImportRow, ImportRun, RunState
from ratslinde.integration.keeping import links
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import ContactPerson
from ratslinde.journal import queue, retention
from ratslinde.journal.models import Entry, Task
from ratslinde.journal.retention import OPENED
from ratslinde.kernel import clock
from ratslinde.post.closing import close
from ratslinde.post.content import Content
from ratslinde.post.models import Letter, State
from ratslinde.post.writing import write
from ratslinde.site.environment import BadSetting
from ratslinde.site.periods import PERIODS, kept_days
from ratslinde.site.serving.working import work_all
from tests.integration.conftest import *  # noqa: F403 - the cast of the landscape

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "betrieb" / "aufbewahrung.md").read_text()
NOON = datetime.datetime(2027, 6, 1, 10, 0, tzinfo=datetime.UTC)
RULES = {rule.setting: rule for rule in retention.rules()}
IsThere = Callable[[], bool]


class World:
    """What the lines are about, made on the day that the clock shows."""

    def __init__(self, monkeypatch, manager, body, association, folder) -> None:
        self.monkeypatch, self.manager, self.body, self.association = monkeypatch, manager, body, association
        self.folder, self.number = folder, 0

    def set_clock(self, moment: datetime.datetime) -> None:
        self.monkeypatch.setattr(clock, "now", lambda: moment)

    def name(self) -> str:
        self.number += 1
        return f"Nummer {'abcdefgh'[self.number]}"

    def submission(self) -> Submission:
        receive.submit("actor-update", {"remark": self.name()}, about=self.association.public_id)
        return Submission.objects.latest("pk")

    def letter(self, state: State) -> Letter:
        key = self.name()
        to = f"{key[-1]}@lindenhagen.example"
        letter = write(
            Content(subject=key, paragraphs=("Text",)), to=to, kind="keeper.reminder", key=key, held=True
        )
        if state != State.HELD:
            close(letter, state, diagnosis=f"<{to}> unbekannt")
        return letter


def undecided(world: World) -> IsThere:
    row = world.submission()
    return Submission.objects.filter(pk=row.pk).exists


def decided(world: World) -> IsThere:
    row = world.submission()
    with transaction.atomic():
        deciding.decline(row, by=world.manager, reason="Stimmt nicht.")
    return Submission.objects.filter(pk=row.pk).exclude(payload="").exists


def searched(world: World) -> IsThere:
    words = world.name()
    receive.count("unmet-demand", words)
    return Counted.objects.filter(words=words.lower()).exists


def contact(world: World) -> IsThere:
    row = actions.add_contact(world.manager, world.association, function="Vorstand", family_name=world.name())
    return ContactPerson.objects.filter(pk=row.pk).exists


def link(world: World) -> IsThere:
    row, _ = links.new_link(world.association, email="bruecke@lindenhagen.example")
    KeeperLink.objects.filter(pk=row.pk).update(expires_at=clock.now())
    return KeeperLink.objects.filter(pk=row.pk).exists


def kept(letter: Letter) -> IsThere:
    return lambda: (
        Letter.objects.filter(pk=letter.pk).exclude(recipient="", subject="", diagnosis="").exists()
    )


def sent(world: World) -> IsThere:
    return kept(world.letter(State.SENT))


def returned(world: World) -> IsThere:
    return kept(world.letter(State.BOUNCED))


def held(world: World) -> IsThere:
    return Letter.objects.filter(pk=world.letter(State.HELD).pk, state=State.HELD).exists


def note(world: World) -> IsThere:
    return Letter.objects.filter(pk=world.letter(State.SENT).pk).exists


def file(world: World) -> IsThere:
    path = world.folder / f"{world.name()}.log"
    path.write_text("Ihr Code: 1234")
    os.utime(path, (clock.now().timestamp(),) * 2)
    return path.exists


def table(world: World) -> ImportRun:
    return importing.read_in(
        world.manager, world.body, name="x.csv", data=f"Name;Art\n{world.name()};Verein".encode()
    )


def left_run(world: World) -> IsThere:
    run = table(world)
    ImportRun.objects.filter(pk=run.pk).update(changed_at=clock.now())
    return ImportRow.objects.filter(run=run).exists


def done_run(world: World) -> IsThere:
    run = table(world)
    ImportRun.objects.filter(pk=run.pk).update(state=RunState.DONE, carried_out_at=clock.now())
    return ImportRow.objects.filter(run=run).exists


LINES: dict[str, Callable[[World], IsThere]] = {
    "RATSLINDE_KEEP_UNDECIDED": undecided, "RATSLINDE_KEEP_DECIDED": decided, "RATSLINDE_KEEP_SEARCHES": searched,
    "RATSLINDE_KEEP_CONTACTS": contact, "RATSLINDE_KEEP_LINKS": link, "RATSLINDE_KEEP_LETTERS": sent,
    "RATSLINDE_KEEP_RETURNED": returned, "RATSLINDE_KEEP_HELD_LETTERS": held, "RATSLINDE_KEEP_LETTER_NOTES": note,
    "RATSLINDE_KEEP_MAIL_FILES": file, "RATSLINDE_KEEP_IMPORTS": left_run, "RATSLINDE_KEEP_IMPORT_ROWS": done_run,
}  # fmt: skip


@pytest.fixture
def world(monkeypatch, manager, body, association, tmp_path, settings) -> World:
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return World(monkeypatch, manager, body, association, tmp_path)


def go_round() -> None:
    queue.begin_recurring()
    work_all()


@pytest.mark.parametrize("setting", LINES)
def test_what_is_over_its_time_goes_and_what_is_a_day_younger_stays(setting, world):
    days = RULES[setting].days(NOON.date())
    there = []
    for age in (days, days - 1):
        world.set_clock(NOON - datetime.timedelta(days=age))
        there.append(LINES[setting](world))
    assert [each() for each in there] == [True, True]
    world.set_clock(NOON)
    go_round()
    assert [each() for each in there] == [False, True]
    entry = Entry.objects.get(verb="retention.forget", detail__setting=setting)
    assert entry.detail["number"] >= 1


@pytest.mark.parametrize("setting", set(LINES) - {"RATSLINDE_KEEP_MAIL_FILES"})
def test_the_operator_sets_the_days(setting, world, settings):
    settings.RATSLINDE_KEEP = {setting: 7}
    world.set_clock(NOON - datetime.timedelta(days=7))
    is_there = LINES[setting](world)
    world.set_clock(NOON - datetime.timedelta(days=1))
    go_round()
    assert is_there()
    world.set_clock(NOON)
    retention.forget(setting)
    work_all()
    assert not is_there()


def test_every_period_is_tried_here():
    assert set(LINES) == set(RULES) == set(PERIODS)


def test_a_submission_that_nobody_decided_leaves_a_line_without_its_content(world):
    world.set_clock(NOON - datetime.timedelta(days=180))
    row = world.submission()
    world.set_clock(NOON)
    go_round()
    entry = Entry.objects.get(verb="inbox.expire")
    assert (entry.subject_kind, entry.subject, entry.actor.name) == (
        "Submission",
        row.public_id,
        "Ratslinde (von selbst)",
    )
    assert "Aufbewahrungsfrist" in entry.reason
    assert "Nummer" not in str([vars(each) for each in Entry.objects.all()])


def test_a_line_that_fails_does_not_keep_the_others(world, monkeypatch):
    def fail() -> int:
        raise OSError("no disk")

    world.set_clock(NOON - datetime.timedelta(days=800))
    is_there = undecided(world)
    world.set_clock(NOON)
    monkeypatch.setitem(retention._FORGETTERS, DECIDED.setting, fail)
    go_round()
    assert not is_there()
    assert "no disk" in Task.objects.get(key=DECIDED.setting).error


def test_after_a_backup_comes_back_what_is_due_goes_with_the_next_round(world):
    """A restored database has the round as it was when it was saved: long due."""
    world.set_clock(NOON - datetime.timedelta(days=200))
    go_round()
    is_there = undecided(world)
    world.set_clock(NOON)
    work_all()
    assert not is_there()


def test_nothing_of_an_address_is_left_of_a_mail_in_the_end(world, association):
    letter = world.letter(State.SENT)
    world.set_clock(NOON + datetime.timedelta(days=181))
    retention.forget("RATSLINDE_KEEP_LETTERS")
    letter.refresh_from_db()
    assert "@" not in str(vars(letter))


def documented() -> dict[str, tuple[str, str, str]]:
    lines = re.findall(
        r"^\| (.+?) \| (\d+) \| (.+?) \| `(RATSLINDE_KEEP_[A-Z_]+)` \|$", PAGE, flags=re.MULTILINE
    )
    return {setting: (what, days, why) for what, days, why, setting in lines}


def test_the_documentation_says_what_how_long_and_why():
    declared = {
        setting: (rule.what, str(rule.days(clock.today())), rule.why) for setting, rule in RULES.items()
    }
    assert documented() == declared
    assert {period.since for rule in RULES.values() for period in rule.periods} == {OPENED}
    assert "1. Januar 2026" in PAGE


@pytest.mark.parametrize("value", ["0", "-1", "viele", "1.5", "99999", "²"])
def test_a_number_of_days_that_is_none_is_named(monkeypatch, value):
    monkeypatch.setenv("RATSLINDE_KEEP_LINKS", value)
    with pytest.raises(BadSetting, match="RATSLINDE_KEEP_LINKS"):
        kept_days()


def test_only_what_is_set_replaces_a_default(monkeypatch):
    monkeypatch.setenv("RATSLINDE_KEEP_LINKS", " 45 ")
    monkeypatch.setenv("RATSLINDE_KEEP_LETTERS", "")
    assert kept_days() == {"RATSLINDE_KEEP_LINKS": 45}

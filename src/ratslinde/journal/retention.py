"""How long something is kept, and the daily round that throws away what is over its time.

Who keeps something declares here for how long and why (`declare`), and what throws it away (`forgets`). The defaults
are dated; a setting of the operator replaces them. A test holds `docs/betrieb/aufbewahrung.md` to what is declared.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings

from ratslinde.accounts.automaton import automaton
from ratslinde.journal import queue
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock

DAILY = datetime.timedelta(days=1)
OPENED = datetime.date(2026, 1, 1)
"""From when on the first defaults hold."""
ROUND, FORGET = "retention.round", "retention.forget"
Forgetter = Callable[[], int]


@dataclass(frozen=True, kw_only=True)
class Period:
    """From `since` on, kept for so many `days`."""

    days: int
    since: datetime.date = OPENED


@dataclass(frozen=True, kw_only=True)
class Rule:
    """How long one kind of thing is kept. `what`, `why`: as the documentation says it. `setting`: replaces the days."""

    setting: str
    what: str
    why: str
    periods: Sequence[Period]

    def days(self, day: datetime.date) -> int:
        """How many days hold on that day; the oldest period holds for the time before it too."""
        chosen: int | None = settings.RATSLINDE_KEEP.get(self.setting)
        if chosen is not None:
            return chosen
        valid = [each for each in self.periods if each.since <= day] or [min(self.periods, key=_since)]
        return max(valid, key=_since).days

    def until(self, day: datetime.date) -> datetime.date:
        """The day on which what happened on `day` is thrown away."""
        return day + datetime.timedelta(days=self.days(day))

    def last_day(self) -> datetime.date:
        """What happened on this day or before is over its time, by the period that holds today."""
        return clock.today() - datetime.timedelta(days=self.days(clock.today()))

    def limit(self) -> datetime.datetime:
        """The end of `last_day`: what happened before this moment is over its time."""
        return clock.at(self.last_day() + DAILY, 0)


_RULES: dict[str, Rule] = {}
_FORGETTERS: dict[str, Forgetter] = {}


def declare(rule: Rule) -> Rule:
    """Add a line to the table of periods. Raises ValueError for a second one with that setting."""
    if rule.setting in _RULES:
        raise ValueError(f"the period {rule.setting} is declared twice")
    _RULES[rule.setting] = rule
    return rule


def forgets(rule: Rule) -> Callable[[Forgetter], Forgetter]:
    """Register the function as what throws away what is over the rule's time; it returns how much that was."""

    def register(function: Forgetter) -> Forgetter:
        _FORGETTERS[rule.setting] = function
        return function

    return register


def rules() -> list[Rule]:
    """Every line of the table, by setting."""
    return [_RULES[name] for name in sorted(_RULES)]


@queue.handles(ROUND, every=DAILY)
def go_round(_key: str) -> None:
    """Ask for each line by itself: one that fails is tried again and does not keep the others from going on."""
    for setting in _FORGETTERS:
        queue.later(FORGET, key=setting)


@queue.handles(FORGET)
def forget(setting: str) -> None:
    """Throw away what is over the rule's time, and note how much that was: never what."""
    if setting not in _FORGETTERS:
        return  # an older version asked
    number = _FORGETTERS[setting]()
    if number:
        detail = {"setting": setting, "number": number}
        Entry.objects.create(at=clock.now(), verb=FORGET, actor=automaton(), detail=detail)


def _since(period: Period) -> datetime.date:
    return period.since

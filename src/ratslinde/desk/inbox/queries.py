"""What this person sees of the inbox."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from ratslinde.desk.inbox.rights import counted_kinds_for, kinds_for
from ratslinde.inbox import queries
from ratslinde.inbox.keeping import REMIND_AFTER, UNDECIDED
from ratslinde.inbox.models import Submission
from ratslinde.kernel import clock
from ratslinde.verbs import Actor, require

BACK = datetime.timedelta(days=90)


@dataclass(frozen=True, kw_only=True)
class CountedLine:
    """Something that was asked for and how often."""

    words: str
    filters: str
    number: int


def submissions(actor: Actor, *, kind: str = "", decided: bool = False) -> QuerySet[Submission]:
    """What waits for this person, or was decided; of one kind only where it is named."""
    names = [each.name for each in kinds_for(actor) if kind in ("", each.name)]
    return queries.decided(names) if decided else queries.waiting(names)


def waiting_by_kind(actor: Actor) -> list[tuple[str, str, int]]:
    """(name, label, how many wait) of each kind that this person decides, for filters and the start page."""
    found = queries.waiting([each.name for each in kinds_for(actor)]).order_by().values_list("kind")
    numbers = dict(found.annotate(Count("pk")))
    return [(each.name, each.label, numbers.get(each.name, 0)) for each in kinds_for(actor)]


@dataclass(frozen=True, kw_only=True)
class Overdue:
    """How many submissions wait too long, since when the oldest does, and on which day it is deleted."""

    number: int
    since: datetime.date
    deleted_on: datetime.date


def overdue(actor: Actor) -> Overdue | None:
    """What waits for this person for longer than `REMIND_AFTER`; None when nothing does."""
    names = [each.name for each in kinds_for(actor)]
    rows = queries.over_time(names, by=clock.now() - REMIND_AFTER)
    oldest = rows.first()
    if oldest is None:
        return None
    since = clock.town_time(oldest.received_at).date()
    days = datetime.timedelta(days=UNDECIDED.days(clock.today()))
    return Overdue(number=rows.count(), since=since, deleted_on=max(since + days, clock.today()))


def submission(actor: Actor, public_id: str) -> Submission:
    """The submission. Raises Forbidden when this person does not decide its kind, DoesNotExist when there is none."""
    row = queries.submission(public_id)
    require(actor, "inbox.read", row)
    return row


def counts(actor: Actor) -> list[tuple[str, list[CountedLine]]]:
    """(label, lines) of each counter that this person reads, over the last `BACK`."""
    today = clock.today()
    return [
        (
            kind.label,
            [
                CountedLine(words=words, filters=_said(filters, dict(kind.filters)), number=number)
                for words, filters, number in queries.counts(kind.name, first=today - BACK, last=today)
            ],
        )
        for kind in counted_kinds_for(actor)
    ]


def _said(filters: dict[str, str], labels: dict[str, str]) -> str:
    return ", ".join(f"{labels.get(name, name)}: {value}" for name, value in filters.items())

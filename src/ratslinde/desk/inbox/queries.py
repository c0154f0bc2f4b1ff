"""What this person sees of the inbox."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from ratslinde.desk.inbox.rights import counted_kinds_for, kinds_for
from ratslinde.inbox import kinds, queries
from ratslinde.inbox.keeping import REMIND_AFTER, UNDECIDED
from ratslinde.inbox.kinds import CountedKind, Filters, Line
from ratslinde.inbox.models import Submission
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, require

BACK = datetime.timedelta(days=90)
SHOWN, ALL = 200, 10_000
Having = tuple[str, str]
"""The name of a filter and its value."""


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


@dataclass(frozen=True, kw_only=True)
class SentIn:
    """A submission that waits about an entry, and what of it somebody has to enter by hand."""

    row: Submission
    by_hand: tuple[Line, ...]


def about(actor: Actor, public_id: str) -> list[SentIn]:
    """What waits for this person about the entry of that public id, the oldest first."""
    names = [each.name for each in kinds_for(actor)]
    rows = queries.waiting(names).filter(about=public_id) if names else ()
    return [SentIn(row=row, by_hand=_by_hand(row)) for row in rows]


def is_left(row: Submission) -> bool:
    """Whether of what was sent in only that is left which somebody has to enter by hand."""
    try:
        payload = queries.payload(row)
    except Refused:  # the page of the submission says why it cannot be read
        return False
    return bool(kinds.kind(row.kind).rest(payload) == payload)


def _by_hand(row: Submission) -> tuple[Line, ...]:
    try:
        return tuple(line for line in queries.lines(row) if line.by_hand)
    except Refused:  # the page of the submission says why it cannot be read
        return ()


def counts(
    actor: Actor, *, having: Having | None = None, most: int = SHOWN
) -> list[tuple[str, list[CountedLine]]]:
    """(label, lines) of each counter that this person reads, over the last `BACK`, at most so many of each.

    `having`: only those with that value of that filter.
    """
    return [(kind.label, _lines(kind, having, most)) for kind in counted_kinds_for(actor)]


def asked(actor: Actor, name: str, *, having: Having) -> int | None:
    """How often the counter of that name was asked for with that value of a filter; None for who may not read it."""
    kind = next((each for each in counted_kinds_for(actor) if each.name == name), None)
    return None if kind is None else sum(line.number for line in _lines(kind, having, ALL))


def period() -> tuple[datetime.date, datetime.date]:
    """The first and the last day that are looked at."""
    return clock.today() - BACK, clock.today()


def _lines(kind: CountedKind, having: Having | None, most: int) -> list[CountedLine]:
    first, last = period()
    found = queries.counts(kind.name, first=first, last=last, having=having, most=most)
    said = kind.in_words([filters for _, filters, _ in found])
    return [
        CountedLine(words=words, filters=_said(filters, kind.filters), number=number)
        for (words, _, number), filters in zip(found, said, strict=True)
    ]


def _said(filters: Filters, labels: Filters) -> str:
    return ", ".join(f"{labels.get(name, name)}: {value}" for name, value in filters.items())

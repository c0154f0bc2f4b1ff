"""Reads for the desk. Who may read what is decided above; nothing here may be imported by an outlet."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet, Sum

from ratslinde.inbox import kinds, taking
from ratslinde.inbox.kinds import CountedKind, Kind, Line
from ratslinde.inbox.models import Counted, Submission, SubmissionState
from ratslinde.kernel.errors import Refused

SMALL = 5
"""Counts below this may stem from one person; they are for the desk only."""


def waiting(names: Collection[str]) -> QuerySet[Submission]:
    """Submissions of these kinds that wait, the oldest first."""
    rows = Submission.objects.filter(kind__in=names, state=SubmissionState.NEW)
    return rows.order_by("received_at", "pk")


def over_time(names: Collection[str], *, by: datetime.datetime) -> QuerySet[Submission]:
    """Submissions of these kinds that wait since before that moment, the oldest first."""
    return waiting(names).filter(received_at__lt=by)


def decided(names: Collection[str]) -> QuerySet[Submission]:
    """Submissions of these kinds that were decided, the newest decision first, with who decided."""
    rows = Submission.objects.filter(kind__in=names).exclude(state=SubmissionState.NEW)
    return rows.select_related("decided_by").order_by("-decided_at", "-pk")


def submission(public_id: str) -> Submission:
    """The submission with that id. Raises Submission.DoesNotExist."""
    return Submission.objects.select_related("decided_by").get(public_id=public_id)


def names_of(rows: Collection[Submission]) -> dict[str, str]:
    """Public id of what the rows are about → its name; asked once a kind."""
    found: dict[str, str] = {}
    for each in kinds.kinds():
        ids = {row.about for row in rows if row.kind == each.name and row.about}
        found |= dict(each.names(ids)) if ids else {}
    return found


def payload(row: Submission) -> Any:
    """The struct that was sent in. Raises Refused when it was erased or cannot be read any more."""
    return taking.opened(kinds.kind(row.kind), row.payload)


def lines(row: Submission) -> tuple[Line, ...]:
    """The submission as a difference. Raises Refused as `payload` does, and when what it is about is gone."""
    registered: Kind[Any] = kinds.kind(row.kind)
    try:
        return registered.show(row.about, payload(row))
    except ObjectDoesNotExist:
        raise Refused("Den Eintrag, um den es geht, gibt es nicht mehr.") from None


def counts(
    name: str,
    *,
    first: datetime.date,
    last: datetime.date,
    least: int = 1,
    most: int = 200,
    having: tuple[str, str] | None = None,
) -> list[tuple[str, dict[str, str], int]]:
    """(words, filters, number) of a counter over these days, the most frequent first.

    `having`: only those with that value of that filter. What becomes public asks for `least=SMALL`. Raises Refused for
    an unknown counter.
    """
    kind: CountedKind = kinds.counted_kind(name)
    rows = Counted.objects.filter(_holding(having), kind=kind.name, day__range=(first, last))
    summed = rows.values("words", "filters").annotate(total=Sum("number")).filter(total__gte=least)
    ordered = summed.order_by("-total", "words", "filters")[:most]
    return [(row["words"], dict(parse_qsl(row["filters"])), row["total"]) for row in ordered]


def _holding(having: tuple[str, str] | None) -> Q:
    if having is None:
        return Q()
    part = urlencode([having])
    return (
        Q(filters=part)
        | Q(filters__startswith=f"{part}&")
        | Q(filters__endswith=f"&{part}")
        | Q(filters__contains=f"&{part}&")
    )

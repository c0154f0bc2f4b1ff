"""The day on which somebody confirmed an entry goes public with the confirmation, and nothing else goes along.

A row that stands in public as it stands here shows the new day at once. Where something else waits to be published, the
day waits with it: publishing the row would carry the rest out, and publishing the day alone would say of an old text
that it is true (docs/develop/decisions/0011-days-of-confirmation-are-public-at-once.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.record.publishing import latest_versions
from ratslinde.record.statements import encode
from ratslinde.record.values import Value
from ratslinde.verbs.releasing import Release, carry_out
from ratslinde.verbs.rows import Publication

Entry = Actor | Offer
CONFIRMING = frozenset({"confirmed_on", "confirmed_by", "asked_on"})
"""The fields that a confirmation changes."""
_DAYS = ("assured_date", "x_assured_date", "last_modified")
"""What of a published entry follows from them."""


class PublicDays:
    """Entries that are about to be confirmed: looked at before, published after, all in one publication."""

    def __init__(self) -> None:
        self._values: dict[str, Value] = {}
        self._confirmed: list[Entry] = []

    def look(self, rows: Iterable[Entry]) -> frozenset[str]:
        """The public ids of those whose day can go public: they stand there as they stand here."""
        asked = [row for row in rows if row.publication == Publication.PUBLISHED and not row.unchecked]
        latest = latest_versions([row.public_id for row in asked])
        values = {row.public_id: _value(row) for row in asked if row.public_id in latest}
        same = {
            key: value
            for key, value in values.items()
            if latest[key].value and _undated(latest[key].value or "") == _undated(encode(value))
        }
        self._values |= same
        return frozenset(same)

    def confirmed(self, row: Entry) -> None:
        """The row as it stands after the confirmation; what was not looked at, or differs, stays as it is in public."""
        if row.public_id in self._values:
            self._confirmed.append(row)

    def publish(self) -> list[str]:
        """Make the days public; returns the ids that changed. What stood there stands there still, word for word."""
        values = tuple(_dated(self._values[row.public_id], row) for row in self._confirmed)
        return carry_out(Release(values=values, rows=tuple(self._confirmed)))


def day_waits(row: Entry) -> bool:
    """Whether the entry is public and something else of it has to be published before a day can be."""
    return row.publication == Publication.PUBLISHED and row.public_id not in PublicDays().look([row])


def _value(row: Entry) -> Value:
    return public.actor_value(row) if isinstance(row, Actor) else public.offer_value(row)


def _dated(value: Value, row: Entry) -> Value:
    days: Mapping[str, Any] = (
        {"x_assured_date": row.confirmed_on}
        if isinstance(row, Actor)
        else {"assured_date": row.confirmed_on, "last_modified": row.stated_at}
    )
    stands = value.hsds
    if stands is None:
        return value  # nothing of the landscape: it has no day of confirmation
    return msgspec.structs.replace(value, hsds=msgspec.structs.replace(stands, **days))


def _undated(text: str) -> dict[str, Any]:
    statement: dict[str, Any] = msgspec.json.decode(text)
    for name in _DAYS:
        statement["hsds"].pop(name, None)
    return statement

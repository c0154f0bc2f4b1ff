"""How complete the collection is: who is known to be active in a field, and who of them has answered lately."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from ratslinde.integration.landscape.rules.coverage_offers import ALL


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What the town has set; `completeness` is a share from 0 to 1, the rest are months."""

    completeness: float = 0.6
    asked_months: int = 18
    outdated_months: int = 12
    funding_months: int = 6


@dataclass(frozen=True, kw_only=True)
class CoverageActor:
    """A known actor, the fields it is active in (with those above), and when it last confirmed what is known of it.

    `more`: it is active in fields that nobody has named yet.
    """

    key: str
    fields: frozenset[str] = frozenset()
    more: bool = False
    confirmed_on: datetime.date | None = None


@dataclass(frozen=True)
class Completeness:
    """The known actors of a field, those of them that answered in time, and the share that makes a gap a gap.

    `possible`: actors of which nobody knows whether they are active in the field, as not all their fields are named.
    """

    known: tuple[str, ...]
    answered: tuple[str, ...]
    threshold: float
    possible: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """q: from 0 to 1; None when no actor is known, which is not 0. Who may be active counts as not answered."""
        return len(self.answered) / self._asked if self.known else None

    @property
    def enough(self) -> bool:
        """Whether the absence of an offer means that there is none."""
        return bool(self.known) and len(self.answered) >= self.needed

    @property
    def needed(self) -> int:
        """How many must have answered: the smallest number whose share reaches the threshold."""
        exact = round(self.threshold * self._asked, 9)  # 0.55 × 20 is 11.000000000000002
        return int(-(-exact // 1))

    @property
    def open(self) -> tuple[str, ...]:
        """Those who have not answered, and then those who may be active."""
        answered = set(self.answered)
        return (*(key for key in self.known if key not in answered), *self.possible)

    @property
    def _asked(self) -> int:
        return len(self.known) + len(self.possible)


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months earlier, the last of the month where it has none."""
    return day - relativedelta(months=months)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, the last of the month where it has none."""
    return day + relativedelta(months=months)


def completeness(
    actors: Iterable[CoverageActor], *, field: str, limits: Limits, day: datetime.date
) -> Completeness:
    """q(field) of 7.1; for `ALL` over everybody who is active in any field."""
    since = months_before(day, limits.asked_months)
    known = [actor for actor in actors if (bool(actor.fields) if field == ALL else field in actor.fields)]
    answered = [actor for actor in known if actor.confirmed_on is not None and actor.confirmed_on >= since]
    elsewhere = [actor for actor in actors if actor.more and field not in actor.fields and field != ALL]
    return Completeness(
        known=tuple(actor.key for actor in known),
        answered=tuple(actor.key for actor in answered),
        threshold=limits.completeness,
        possible=tuple(actor.key for actor in elsewhere),
    )

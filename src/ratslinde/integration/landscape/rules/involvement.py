"""Who is active where: the matrix of fields and actors, with what hangs on one actor alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class KnownActivity:
    """That an actor does something in a field. `role` is '' where only its `offers` (how many) tell so."""

    actor: str
    field: str
    role: str = ""
    offers: int = 0
    since: datetime.date | None = None
    until: datetime.date | None = None

    def on(self, day: datetime.date) -> bool:
        """Whether it goes on on that day; without a beginning or an end it does."""
        return (self.since is None or self.since <= day) and (self.until is None or self.until >= day)


@dataclass
class Involvement:
    """What one actor does in one field: its roles in the order they were given, and its offers there."""

    roles: list[str] = field(default_factory=list)
    offers: int = 0


@dataclass(frozen=True)
class InvolvementMatrix:
    """(field, actor) → what it does there; pairs that are missing are not known, which is not "nothing"."""

    cells: dict[tuple[str, str], Involvement]

    def actors_in(self, key: str) -> list[str]:
        """The actors of a field."""
        return [actor for found, actor in self.cells if found == key]

    def hangs_on(self, key: str) -> str:
        """The only actor that a field hangs on; '' when there are more, or none is known."""
        found = self.actors_in(key)
        return found[0] if len(found) == 1 else ""


def involvement(activities: Iterable[KnownActivity], *, day: datetime.date) -> InvolvementMatrix:
    """The matrix of a day."""
    cells: dict[tuple[str, str], Involvement] = {}
    for each in activities:
        if not each.on(day):
            continue
        cell = cells.setdefault((each.field, each.actor), Involvement())
        if each.role and each.role not in cell.roles:
            cell.roles.append(each.role)
        cell.offers += each.offers
    return InvolvementMatrix(cells)

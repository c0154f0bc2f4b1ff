"""A cell of the coverage matrix: where it stands, what can be said about it, and what was counted.

What is unknown of an offer counts neither as fitting nor as not fitting: docs/develop/decisions/0008.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ratslinde.integration.landscape.rules.coverage_offers import ALL


class State(StrEnum):
    """What can be said about a cell, in the order in which the honest answer is looked for."""

    NOT_COLLECTED = "NICHT ERHOBEN"
    NOT_INTENDED = "NICHT VORGESEHEN"
    GAP = "LÜCKE"
    OUTDATED = "VERALTET"
    FRAGILE = "FRAGIL"
    OVERLOADED = "ÜBERLASTET"
    COVERED = "GEDECKT"


class Position(NamedTuple):
    """Where a cell stands; `ALL` collapses a dimension."""

    field: str = ALL
    space: str = ALL
    group: str = ALL
    language: str = ALL


class Mark(NamedTuple):
    """That no offer is meant to be there, and why; `ALL` covers every value of a dimension."""

    at: Position
    reason: str

    def covers(self, position: Position) -> bool:
        """Whether the cell lies inside what was marked."""
        return all(mine in (ALL, its) for mine, its in zip(self.at, position, strict=True))


class Cell(NamedTuple):
    """One cell. The sets of offers are bits of `Coverage.supply`; the four ways are apart and are never added up."""

    at: Position
    state: State
    site: int
    area: int
    online: int
    unsaid: int
    interpreted: int
    unclear: int
    mark: Mark | None

    @property
    def matching(self) -> int:
        """All offers that fit for certain."""
        return self.site | self.area | self.online | self.unsaid

    @property
    def from_elsewhere(self) -> bool:
        """Whether offers reach the space, but none of them has a site in it or for it."""
        return bool(self.at.space and self.matching and not self.site)

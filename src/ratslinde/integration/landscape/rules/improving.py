"""An act that would improve the picture: what somebody can do, whom or what it is about, what becomes known by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ratslinde.integration.landscape.rules.coverage_offers import ALL


class Act(StrEnum):
    """What somebody can do."""

    ASK = "ask"
    FIND = "find"
    CONFIRM = "confirm"
    FIELDS = "fields"
    AREA = "area"
    FORMER = "former"
    GROUPS = "groups"
    LANGUAGES = "languages"
    PUBLISH = "publish"
    FIRST_DAY = "first_day"


@dataclass(frozen=True, kw_only=True)
class Improvement:
    """An act, the number of cells it makes known, and whom or what it is about. `space`: of FORMER the one that ended.

    `needed`: how many of `actors` must answer. `offers` of CONFIRM are all of one actor.
    """

    act: Act
    cells: int
    field: str = ALL
    space: str = ALL
    actors: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needed: int = 0

    @property
    def effort(self) -> int:
        """How many talks or entries it takes."""
        return self.needed or len(self.actors) or len(self.offers) or 1

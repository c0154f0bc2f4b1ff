"""The coverage matrix: field × social space × group × language, each cell with an honest state.

The checks and their order, and what is done with what nobody knows: docs/develop/decisions/0008.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from ratslinde.integration.landscape.rules.completeness import (
    Completeness,
    CoverageActor,
    Limits,
    completeness,
    months_after,
    months_before,
)
from ratslinde.integration.landscape.rules.coverage_cells import Cell, Mark, Position, State
from ratslinde.integration.landscape.rules.coverage_offers import ALL, CoverageOffer
from ratslinde.integration.landscape.rules.supply import LanguageFitting, SpaceFitting, Supply


class Coverage:
    """The matrix of a day."""

    def __init__(
        self,
        offers: Iterable[CoverageOffer],
        actors: Iterable[CoverageActor],
        *,
        day: datetime.date,
        limits: Limits | None = None,
        marks: Iterable[Mark] = (),
    ) -> None:
        self.day, self.limits, self.marks = day, limits or Limits(), tuple(marks)
        self.supply = Supply(offers, day=day)
        self.actors = tuple(actors)
        self.outdated_before = months_before(day, self.limits.outdated_months)
        self.funding_before = months_after(day, self.limits.funding_months)
        self._completeness: dict[str, Completeness] = {}
        self._marks = {
            mark.at.field: [each for each in self.marks if each.at.field == mark.at.field]
            for mark in self.marks
        }
        self._arrange()

    def completeness(self, field: str) -> Completeness:
        """How complete the collection of a field is."""
        if field not in self._completeness:
            found = completeness(self.actors, field=field, limits=self.limits, day=self.day)
            self._completeness[field] = found
        return self._completeness[field]

    def cell(self, position: Position) -> Cell:
        """The cell that stands there."""
        return next(self.matrix(*((value,) for value in position)))

    def matrix(
        self,
        fields: Sequence[str],
        spaces: Sequence[str] = (ALL,),
        groups: Sequence[str] = (ALL,),
        languages: Sequence[str] = (ALL,),
    ) -> Iterator[Cell]:
        """The cells of all combinations, the last dimension running fastest."""
        supply = self.supply
        spoken = [(key, supply.language(key)) for key in languages]
        for field, space, group in product(fields, spaces, groups):
            in_field, in_space, in_group = supply.field(field), supply.space(space), supply.group(group)
            yes = supply.dated & in_field.yes & in_space.yes & in_group.yes
            maybe = in_field.maybe & in_space.maybe & in_group.maybe
            for language, fitting in spoken:
                position = Position(field, space, group, language)
                yield self._cell(position, yes & fitting.yes, maybe & fitting.maybe, in_space, fitting)

    def is_outdated(self, offer: CoverageOffer) -> bool:
        """Whether it was confirmed, but too long ago."""
        return offer.confirmed_on is not None and offer.confirmed_on < self.outdated_before

    def ends_soon(self, offer: CoverageOffer) -> bool:
        """Whether its funding is known to run out soon."""
        return offer.funding_until is not None and offer.funding_until < self.funding_before

    def _cell(
        self, at: Position, matching: int, maybe: int, space: SpaceFitting, language: LanguageFitting
    ) -> Cell:
        unclear = maybe & ~matching
        if not matching:
            mark = self._mark(at)
            return Cell(at, self._empty(at.field, unclear, mark), 0, 0, 0, 0, 0, unclear, mark)
        return Cell(
            at, self._filled(matching), matching & space.site, matching & space.area, matching & space.online,
            matching & space.unsaid, matching & language.interpreted, unclear, None,
        )  # fmt: skip

    def _arrange(self) -> None:
        those = self.supply.those
        self._outdated = those(self.is_outdated)
        self._voluntary = those(lambda offer: offer.volunteers_only is True)
        self._ending = those(self.ends_soon)
        self._full = those(lambda offer: offer.available == 0)
        self._queued = those(lambda offer: bool(offer.waiting))

    def _empty(self, field: str, unclear: int, mark: Mark | None) -> State:
        if unclear or not self.completeness(field).enough:
            return State.NOT_COLLECTED
        return State.NOT_INTENDED if mark else State.GAP

    def _filled(self, matching: int) -> State:
        if not matching & ~self._outdated:
            return State.OUTDATED
        if not matching & ~self._voluntary or not matching & ~self._ending:
            return State.FRAGILE
        if self.supply.one_provider(matching):
            return State.FRAGILE
        if not matching & ~self._full and matching & self._queued:
            return State.OVERLOADED
        return State.COVERED

    def _mark(self, position: Position) -> Mark | None:
        marks = self._marks.get(position.field, ())
        return next((mark for mark in marks if mark.covers(position)), None)

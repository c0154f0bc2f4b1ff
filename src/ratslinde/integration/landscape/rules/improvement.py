"""What would improve the picture most: concrete acts, each with the cells that would become known by it.

Cells are counted where an act shows: field × social space for answers, confirmations, areas and fields; field × group
for groups; field × language for languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Cell, State
from ratslinde.integration.landscape.rules.coverage_offers import ALL, Area, CoverageOffer
from ratslinde.integration.landscape.rules.supply import Fitting


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


@dataclass(frozen=True, kw_only=True)
class Dimensions:
    """The values that the town looks at."""

    fields: Sequence[str]
    spaces: Sequence[str] = field(default_factory=lambda: (ALL,))
    groups: Sequence[str] = ()
    languages: Sequence[str] = ()


def improvements(
    coverage: Coverage, dimensions: Dimensions, *, drafts: Coverage | None = None
) -> list[Improvement]:
    """All acts that would make a cell known: most cells first, then the least effort.

    `drafts`: the coverage by what is not public yet.
    """
    by_space = list(coverage.matrix(dimensions.fields, dimensions.spaces or (ALL,)))
    by_group = list(coverage.matrix(dimensions.fields, groups=dimensions.groups))
    by_language = list(coverage.matrix(dimensions.fields, languages=dimensions.languages))
    found = [
        *_answers(coverage, by_space),
        *_confirmations(coverage, by_space),
        *_details(coverage, Act.FIELDS, by_space),
        *_details(coverage, Act.AREA, by_space),
        *_former(coverage, by_space),
        *_details(coverage, Act.GROUPS, by_group),
        *_details(coverage, Act.LANGUAGES, by_language),
        *(_publications(drafts, by_space) if drafts else ()),
    ]
    return sorted(
        found, key=lambda each: (-each.cells, each.effort, each.act, each.field, each.space, each.actors)
    )


def _answers(coverage: Coverage, cells: Sequence[Cell]) -> Iterator[Improvement]:
    """Fields in which too few have answered.

    What only an offer's missing detail keeps open is not counted, nor where no offer is intended.
    """
    open_cells = Counter(
        cell.at.field
        for cell in cells
        if cell.state == State.NOT_COLLECTED and not (cell.unclear or cell.mark)
    )
    fields = {key: coverage.completeness(key) for key in open_cells}
    busy = Counter(actor for found in fields.values() if not found.enough for actor in found.open)
    for key, number in open_cells.items():
        found = fields[key]
        if not found.known:
            yield Improvement(act=Act.FIND, cells=number, field=key)
            continue
        actors = sorted(found.open, key=lambda actor: -busy[actor])
        needed = found.needed - len(found.answered)
        yield Improvement(act=Act.ASK, cells=number, field=key, actors=tuple(actors), needed=needed)


def _confirmations(coverage: Coverage, cells: Sequence[Cell]) -> Iterator[Improvement]:
    """For each actor its offers that were confirmed too long ago or never, where that decides a cell."""
    supply = coverage.supply
    stale = supply.those(coverage.is_outdated)
    touched: dict[str, set[str]] = {}
    numbers: Counter[str] = Counter()
    for cell in cells:
        wanted = cell.matching & stale if cell.state == State.OUTDATED else _undated(coverage, cell)
        rows = supply.listed(wanted)
        numbers.update({offer.actor for offer in rows})
        for offer in rows:
            touched.setdefault(offer.actor, set()).add(offer.key)
    for actor, number in numbers.items():
        keys = tuple(offer.key for offer in supply.offers if offer.key in touched[actor])
        yield Improvement(act=Act.CONFIRM, cells=number, actors=(actor,), offers=keys, needed=1)


def _publications(drafts: Coverage, cells: Sequence[Cell]) -> Iterator[Improvement]:
    """Drafts that would fill cells in which there is nothing yet."""
    numbers: Counter[str] = Counter()
    total = 0
    for cell in cells:
        would_be = 0 if cell.matching else drafts.cell(cell.at).matching
        numbers.update(offer.key for offer in drafts.supply.listed(would_be))
        total += bool(would_be)
    if total:
        keys = tuple(key for key, _ in numbers.most_common())
        yield Improvement(act=Act.PUBLISH, cells=total, offers=keys)


def _undated(coverage: Coverage, cell: Cell) -> int:
    """The offers that would fill an open cell if only somebody had ever confirmed them."""
    if cell.matching:
        return 0
    supply = coverage.supply
    fitting = (
        supply.field(cell.at.field), supply.space(cell.at.space), supply.group(cell.at.group),
        supply.language(cell.at.language),
    )  # fmt: skip
    found = cell.unclear & ~supply.dated
    for each in fitting:
        found &= each.yes
    return found


def _details(coverage: Coverage, act: Act, cells: Sequence[Cell]) -> Iterator[Improvement]:
    """Offers of which a detail is missing that keeps cells open; those that keep most open come first."""
    supply = coverage.supply
    given = supply.those(_is_for_former)
    unsaid: Callable[[Cell], int] = {
        Act.FIELDS: lambda cell: _gray(supply.field(cell.at.field)),
        Act.AREA: lambda cell: _gray(supply.space(cell.at.space)) & ~given,
        Act.GROUPS: lambda cell: _gray(supply.group(cell.at.group)),
        Act.LANGUAGES: lambda cell: _gray(supply.language(cell.at.language)),
    }[act]
    numbers: Counter[str] = Counter()
    total = 0
    for cell in cells:
        rows = [] if cell.matching else supply.listed(cell.unclear & unsaid(cell))
        numbers.update(offer.key for offer in rows)
        total += bool(rows)
    if total:
        yield Improvement(act=act, cells=total, offers=tuple(key for key, _ in numbers.most_common()))


def _former(coverage: Coverage, cells: Sequence[Cell]) -> Iterator[Improvement]:
    """For each ended space the offers that are still for it, also where that keeps no cell open."""
    supply = coverage.supply
    offers: dict[str, list[CoverageOffer]] = {}
    for offer in supply.offers:
        for space in offer.former:
            offers.setdefault(space.key, []).append(offer)
    for key, rows in offers.items():
        those = supply.those(rows.__contains__)
        kept_open = [
            cell for cell in cells if not cell.matching and cell.unclear & those & _open_space(coverage, cell)
        ]
        yield Improvement(
            act=Act.FORMER, cells=len(kept_open), space=key, offers=tuple(each.key for each in rows)
        )


def _open_space(coverage: Coverage, cell: Cell) -> int:
    return _gray(coverage.supply.space(cell.at.space))


def _is_for_former(offer: CoverageOffer) -> bool:
    """Whether its area was given, and only has to be carried over to the spaces of today."""
    return bool(offer.former) and offer.area == Area.SPACES


def _gray(fitting: Fitting) -> int:
    return fitting.maybe & ~fitting.yes

"""Acts at the desk: publishing drafts, entering what offers lack, carrying them over to the spaces of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Cell
from ratslinde.integration.landscape.rules.coverage_offers import Area, CoverageOffer
from ratslinde.integration.landscape.rules.improving import Act, Improvement
from ratslinde.integration.landscape.rules.supply import Fitting


def publications(drafts: Coverage, cells: Sequence[Cell]) -> Iterator[Improvement]:
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


def details(coverage: Coverage, act: Act, cells: Sequence[Cell]) -> Iterator[Improvement]:
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


def former(coverage: Coverage, cells: Sequence[Cell]) -> Iterator[Improvement]:
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

"""Acts that take a talk: asking who has not answered, and having old offers confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Cell, State
from ratslinde.integration.landscape.rules.improving import Act, Improvement


def answers(coverage: Coverage, cells: Sequence[Cell]) -> Iterator[Improvement]:
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


def confirmations(coverage: Coverage, cells: Sequence[Cell]) -> Iterator[Improvement]:
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

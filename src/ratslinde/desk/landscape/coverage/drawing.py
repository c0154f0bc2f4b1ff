"""The matrices as pictures, for a report or a slide; on the page they are tables already."""

from __future__ import annotations

from ratslinde.desk.landscape.coverage.reporting import CHOSEN, limits_words
from ratslinde.desk.landscape.coverage.wording import COLUMNS, answers, counts, legend, state_words
from ratslinde.integration.landscape.queries.activities import ActivityTable, role_words
from ratslinde.integration.landscape.queries.coverage import names, table
from ratslinde.integration.landscape.queries.picture import Picture
from ratslinde.integration.landscape.rules.coverage_cells import Cell, Position, State
from ratslinde.kernel import clock
from ratslinde.ui.pictures.grid import GridCell, GridRow, Ground, draw_grid

GROUNDS = {
    State.NOT_COLLECTED: Ground.OPEN,
    State.NOT_INTENDED: Ground.PLAIN,
    State.GAP: Ground.MISSING,
    State.OUTDATED: Ground.CAREFUL,
    State.FRAGILE: Ground.CAREFUL,
    State.OVERLOADED: Ground.CAREFUL,
    State.COVERED: Ground.GOOD,
}


def matrix_svg(found: Picture, *, columns: str, at: Position) -> str:
    """The table that is shown, cell by cell with state and counts, and what the words mean."""
    shown, where = table(found, columns=columns, at=at), names(found, at)
    chosen = [f"{word}: {where[key]}" for key, word in CHOSEN.items() if getattr(at, key)]
    title = f"Abdeckung: Handlungsfelder nach {COLUMNS[columns]}"
    rows = [
        GridRow(
            head=field.name,
            below=answers(collection),
            cells=[_cell(cell) for cell in cells],
        )
        for field, collection, cells in shown.rows
    ]
    samples = [
        (GridCell(lines=(each.words,), ground=GROUNDS[state]), each.meaning)
        for state, each in zip(State, legend(), strict=True)
    ]
    return draw_grid(
        [column.name for column in shown.columns],
        rows,
        title=", ".join([title, *chosen]),
        description=f"Stand {found.coverage.day:%d.%m.%Y}. {limits_words(found.coverage.limits)}",
        notes=[
            *samples,
            (None, f"Stand {found.coverage.day:%d.%m.%Y}. {limits_words(found.coverage.limits)}"),
        ],
    )


def activities_svg(found: ActivityTable) -> str:
    """Who is active where: a row for each actor, a column for each field."""
    rows = [
        GridRow(
            head=actor.name,
            cells=[_roles(role_words(row.cells[number])) for row in found.rows],
        )
        for number, actor in enumerate(found.actors)
    ]
    return draw_grid(
        [row.field.name for row in found.rows],
        rows,
        title="Wer ist wo aktiv",
        description=f"{len(rows)} Akteure nach {len(found.rows)} Handlungsfeldern, Stand {clock.today():%d.%m.%Y}.",
        notes=[(None, f"Stand {clock.today():%d.%m.%Y}. Ein leeres Feld heißt: nicht bekannt.")],
    )


def _cell(cell: Cell) -> GridCell:
    ways = tuple(counts(cell).split(" · ")) if counts(cell) else ()
    return GridCell(lines=(state_words(cell.state).words, *ways), ground=GROUNDS[cell.state])


def _roles(words: str) -> GridCell:
    lines = words.replace(" (", ", ").replace(")", "").split(", ")
    return GridCell(lines=tuple(filter(None, lines)))

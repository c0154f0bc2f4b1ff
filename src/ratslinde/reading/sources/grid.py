"""Cells of a table that span columns or rows: where the cells of the next row stand."""

from __future__ import annotations

COLUMN = 40.0  # characters from one column of a table to the next, where only their order is known
MOST_COLUMNS = 100
MOST_ROWS = 1000
LAST_COLUMN = 1000  # cells that reach down fill no column beyond it: a page of the web can claim millions


def span(said: str | None) -> int:
    """Return how many columns or rows a cell says that it spans, 1 where it says nothing of use."""
    return int(said) if said and said.isascii() and said.isdigit() and len(said) <= len(str(MOST_ROWS)) else 1


class Grid:
    """Places the cells of a table row by row; cells that reach down keep their column free of others."""

    def __init__(self) -> None:
        self.taken: dict[int, int] = {}

    def place(self, spans: list[tuple[int, int]]) -> list[int]:
        """Return the column of each cell of the next row, counted from 0; `spans`: columns and rows of each."""
        taken, self.taken = self.taken, {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        places: list[int] = []
        column = 0
        for wide, deep in spans:
            while column in taken:
                column += 1
            places.append(column)
            for _ in range(min(max(wide, 1), MOST_COLUMNS)):
                if deep > 1 and column < LAST_COLUMN:
                    self.taken[column] = min(deep, MOST_ROWS) - 1
                column += 1
        return places

"""From words with their places on a page to lines with cells, as the page is read from above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from ratslinde.reading.outcome import Cell, SourceLine
from ratslinde.reading.sources.text_columns import in_reading_order
from ratslinde.reading.sources.words import Row, Word
from ratslinde.reading.text.joining import clean

CELL_GAP = 1.7  # times the letter size: a wider gap between words parts two columns
NARROW = 0.4  # times the letter size: the least gap in front of a column that is known
TABLE_GAP = 0.8  # the same in front of a column that a row of three cells shows
KNOWN = 3  # so often must a left edge have been seen behind a wide gap
WORD_GAP = 0.12  # a narrower gap is none: the pieces are one word
SAME_LINE = 0.4
CENTRED = 0.8
PARAGRAPH = 1.35
USUAL = 8  # at least one of so many lines stands at the usual distance
ALIKE = 1.03


class Columns:
    """Left edges of columns seen so far: a narrow gap in front of one parts two cells as well."""

    def __init__(self) -> None:
        self.seen: Counter[int] = Counter()
        self.known: set[int] = set()
        self.in_tables: set[int] = set()

    def learn(self, rows: list[Row]) -> None:
        """Count where words stand behind a wide gap."""
        for row in rows:
            lefts = [
                round(word.left)
                for before, word in pairwise(row.words)
                if word.left - before.right > CELL_GAP * row.size
            ]
            for left in lefts:
                self.seen[left] += 1
                if self.seen[left] >= KNOWN:
                    self.known.update((left - 1, left, left + 1))
                if len(lefts) > 1:
                    self.in_tables.update((left - 1, left, left + 1))

    def part(self, before: Word, word: Word, size: float) -> bool:
        """Return whether two words stand in different columns."""
        gap = word.left - before.right
        if gap > CELL_GAP * size:
            return True
        left = round(word.left)
        return (gap > NARROW * size and left in self.known) or (
            gap > TABLE_GAP * size and left in self.in_tables
        )


def lines_on_page(words: list[Word], page: int, columns: Columns) -> Iterator[SourceLine]:
    """Yield the lines of a page from top to bottom, an empty one where the distance is wider than usual."""
    rows = in_reading_order(_centred_first(_rows(words)))
    columns.learn(rows)
    pitch, unit = _pitch(rows), _unit(rows)
    before: Row | None = None
    for row in rows:
        above = before.base - row.base if before else 0.0
        if before and (above < 0 or above > PARAGRAPH * pitch * max(row.size, before.size)):
            yield SourceLine("", page)
        yield _line(row, page, columns, unit)
        before = row


def _rows(words: list[Word]) -> list[Row]:
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: (-word.base, word.left)):
        if rows and abs(rows[-1].base - word.base) <= SAME_LINE * max(rows[-1].size, word.size):
            rows[-1].words.append(word)
            rows[-1].size = max(rows[-1].size, word.size)
        else:
            rows.append(Row([word], word.base, word.size))
    for row in rows:
        row.words.sort(key=lambda word: word.left)
    return rows


def _centred_first(rows: list[Row]) -> list[Row]:
    """Join a cell that is centred beside two lines (a number in a table) with the upper of them."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above and above.base - row.base < CENTRED * min(above.size, row.size) and _apart(above, row):
            above.words = sorted([*above.words, *row.words], key=lambda word: word.left)
        else:
            joined.append(row)
    return joined


def _apart(above: Row, row: Row) -> bool:
    """Whether two rows do not overlap from left to right."""
    return all(one.right < other.left or other.right < one.left for one in above.words for other in row.words)


def _pitch(rows: list[Row]) -> float:
    """Return the usual distance of lines on a page, in letter sizes: the least that is seen again and again."""
    steps = sorted((above.base - below.base) / max(above.size, below.size) for above, below in pairwise(rows))
    steps = [step for step in steps if 0.9 < step < 4]
    often = max(2, len(steps) // USUAL)
    for index, step in enumerate(steps[: len(steps) // 3]):
        if index + often <= len(steps) and steps[index + often - 1] <= step * ALIKE:
            return min(max(step, 1.1), 1.8)
    return min(max(steps[len(steps) // 3], 1.1), 1.8) if steps else 1.2


def _unit(rows: list[Row]) -> float:
    """Return the usual width of a character on a page, so that places on all its lines can be compared."""
    return max(median(row.size for row in rows) * 0.5, 1.0) if rows else 1.0


def _line(row: Row, page: int, columns: Columns, unit: float) -> SourceLine:
    cells: list[Cell] = []
    text, left = "", row.words[0].left
    before: Word | None = None
    narrow = NARROW * row.size
    for word in row.words:
        gap = word.left - before.right if before else 0.0
        if before and gap > narrow and columns.part(before, word, row.size):
            cells.append(Cell(text, left / unit))
            text, left = "", word.left
        elif before and gap > WORD_GAP * row.size:
            text += " "
        text += word.text
        before = word
    cells.append(Cell(text, left / unit))
    cleaned = tuple(Cell(" ".join(clean(cell.text).split()), round(cell.left, 1)) for cell in cells)
    cleaned = tuple(cell for cell in cleaned if cell.text)
    return SourceLine("\t".join(cell.text for cell in cleaned), page, cleaned)

"""Pages set in two columns of running text: the left one is read before the right one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from ratslinde.reading.sources.words import Row, Word

ROWS = 10  # fewer rows of two pieces are a table
GUTTER = 5.0  # half of the least distance between two columns, in points
CENTRE = (0.35, 0.65)  # where the gutter can be, of the width of the text
FREE = 0.8  # of all rows leave the gutter free
BOTH = 0.5  # of all rows have words on both sides
WORDS = 4.0  # on an average on each side: columns of a table have fewer


def in_reading_order(rows: list[Row]) -> list[Row]:
    """Return the rows of a page as they are read; rows over both columns part what is above and below."""
    gutter = _gutter(rows)
    if gutter is None:
        return rows
    ordered: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        if not _leaves_free(row, gutter):
            ordered += [*left, *right, row]
            left, right = [], []
            continue
        for side, words in ((left, _on_left(row, gutter)), (right, _on_right(row, gutter))):
            if words:
                side.append(Row(words, row.base, row.size))
    return [*ordered, *left, *right]


def _gutter(rows: list[Row]) -> float | None:
    """Return where the gutter between two columns of running text is, None when there is none."""
    if len(rows) < ROWS:
        return None
    begin = min(row.words[0].left for row in rows)
    width = max(word.right for row in rows for word in row.words) - begin
    places = [begin + width * percent / 100 for percent in range(int(100 * CENTRE[0]), int(100 * CENTRE[1]))]
    blocked = _blocked(rows, places)
    best = places[blocked.index(min(blocked))]
    if len(rows) - min(blocked) < FREE * len(rows):
        return None
    free = [row for row in rows if _leaves_free(row, best)]
    both = [row for row in free if _on_left(row, best) and _on_right(row, best)]
    if len(both) < max(BOTH * len(rows), ROWS):
        return None
    running = all(
        sum(len(side(row, best)) for row in both) >= WORDS * len(both) for side in (_on_left, _on_right)
    )
    return best if running else None


def _blocked(rows: list[Row], places: list[float]) -> list[int]:
    """Return for each place (from left to right) how many rows have a word there or close beside it."""
    steps = [0] * (len(places) + 1)
    for row in rows:
        done = 0
        for word in row.words:
            first = max(bisect_left(places, word.left - GUTTER), done)
            end = bisect_right(places, word.right + GUTTER)
            if first < end:
                steps[first] += 1
                steps[end] -= 1
                done = end
    return list(accumulate(steps[:-1]))


def _leaves_free(row: Row, place: float) -> bool:
    return all(word.right < place - GUTTER or word.left > place + GUTTER for word in row.words)


def _on_left(row: Row, place: float) -> list[Word]:
    return [word for word in row.words if word.right < place]


def _on_right(row: Row, place: float) -> list[Word]:
    return [word for word in row.words if word.left > place]

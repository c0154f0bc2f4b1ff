"""The order of consultation of a paper (Beratungsfolge): body, date, role, result."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, optional, stated
from ratslinde.reading.outcome import Entry, Field, Span
from ratslinde.reading.papers.consultation_columns import MEETING
from ratslinde.reading.papers.consultation_rows import Row, RowReader
from ratslinde.reading.papers.consultation_table import (
    CROSS,
    LETTER,
    RESULT,
    ROLE,
    TOP,
    tells_results,
    tops_of,
)
from ratslinde.reading.text.bodies import is_body, nominative
from ratslinde.reading.text.lines import Line, span_of

_COUNTS = re.compile(r"(?<![\w.])\d{1,3}(?![\w.])")
NEAR = 3


def read_consultations(lines: list[Line]) -> tuple[Entry, ...]:
    """Return one entry for each row: body, date, role, result, top, public."""
    resulting, tops = tells_results(lines), tops_of(lines)
    rows = [row for row in RowReader().read(lines) if row.names_body()]
    return tuple(_entry(row, resulting=resulting, tops=tops) for row in rows)


def _entry(row: Row, *, resulting: bool, tops: float | None) -> Entry:
    """The entry of a row; `resulting` when a word such as "Empfehlung" can only be a result.

    `tops`: where the items stand in a table that counts votes too, None in other tables.
    """
    span = span_of(row.lines)
    rule = "row-above" if row.above else "table"
    found = TOP.match(row.rest)
    top = found if tops is None or _stands_at(row, tops) else None
    counted = tops is not None and _COUNTS.search(row.rest[top.end() :] if top else row.rest) is not None
    rest = row.rest[found.end() :].strip() if found else row.rest
    result = RESULT.search(rest)
    role = next((match for match in ROLE.finditer(rest) if not _inside(match, result)), None)
    if resulting:
        result, role = result or role, None
    values: dict[str, Field] = {
        "body": stated(_name(row.body), rule if is_body(row.body) else "body-unknown", span),
        "date": optional(row.day, "row" if row.above else rule, span),
        "role": optional(role[0] if role else None, "row", span),
        "result": stated(None, "stated-elsewhere", span)
        if counted and not result
        else optional(result[0] if result else None, "row", span),
        "top": optional(top[1] if top else None, "row", span),
        "public": _public(rest, row.body, span),
    }
    return Entry(values, span=span)


def _stands_at(row: Row, left: float) -> bool:
    """Whether a number of a row stands in the column that begins there."""
    numbers = [cell for line in row.lines for cell in line.cells if cell.text.isdigit()]
    return any(abs(cell.left - left) <= NEAR for cell in numbers)


def _inside(role: re.Match[str], result: re.Match[str] | None) -> bool:
    return result is not None and role.start() >= result.start() and role.end() <= result.end()


def _name(body: str) -> str:
    return nominative(body) if MEETING.match(body) or re.match(r"\d+\.", body) else body.strip(" :")


def _public(rest: str, body: str, span: Span | None) -> Field:
    letter = LETTER.search(rest) or (LETTER.search(body) if "(" in body else None)
    if letter:
        return stated(letter["yes"] is not None, "public-letter", span)
    return stated(value=True, rule="mark-in-column", span=span) if CROSS.match(rest) else NOTHING

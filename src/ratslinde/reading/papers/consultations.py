"""The order of consultation of a paper (Beratungsfolge): body, date, role, result."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, optional, stated
from ratslinde.reading.outcome import Entry, Field, Span
from ratslinde.reading.papers.consultation_rows import MEETING, Row, RowReader
from ratslinde.reading.papers.consultation_table import CROSS, RESULT, ROLE, TOP, tells_results
from ratslinde.reading.text.bodies import nominative
from ratslinde.reading.text.lines import Line, span_of

_LETTER = re.compile(r"(?<!\w)(?:(?P<yes>Ö|öffentlich)|(?P<no>N|NÖ|nicht ?-?öffentlich))(?![\w.])")


def read_consultations(lines: list[Line]) -> tuple[Entry, ...]:
    """Return one entry for each row: body, date, role, result, top, public."""
    resulting = tells_results(lines)
    return tuple(_entry(row, resulting=resulting) for row in RowReader().read(lines) if row.names_body())


def _entry(row: Row, *, resulting: bool) -> Entry:
    """The entry of a row; `resulting` when a word such as "Empfehlung" can only be a result."""
    span = span_of(row.lines)
    rule = "row-above" if row.above else "table"
    top = TOP.match(row.rest)
    rest = row.rest[top.end() :].strip() if top else row.rest
    result = RESULT.search(rest)
    role = next((match for match in ROLE.finditer(rest) if not _inside(match, result)), None)
    if resulting:
        result, role = result or role, None
    values: dict[str, Field] = {
        "body": stated(_name(row.body), rule, span),
        "date": optional(row.day, "row" if row.above else rule, span),
        "role": optional(role[0] if role else None, "row", span),
        "result": optional(result[0] if result else None, "row", span),
        "top": optional(top[1] if top else None, "row", span),
        "public": _public(rest, row.body, span),
    }
    return Entry(values, span=span)


def _inside(role: re.Match[str], result: re.Match[str] | None) -> bool:
    return result is not None and role.start() >= result.start() and role.end() <= result.end()


def _name(body: str) -> str:
    return nominative(body) if MEETING.match(body) or re.match(r"\d+\.", body) else body.strip(" :")


def _public(rest: str, body: str, span: Span | None) -> Field:
    letter = _LETTER.search(rest) or (_LETTER.search(body) if "(" in body else None)
    if letter:
        return stated(letter["yes"] is not None, "public-letter", span)
    return stated(value=True, rule="mark-in-column", span=span) if CROSS.match(rest) else NOTHING

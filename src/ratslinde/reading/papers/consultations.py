"""The order of consultation of a paper (Beratungsfolge): body, date, role, result."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.fields import NOTHING, optional, stated
from ratslinde.reading.outcome import Entry, Field, Span
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.bodies import is_body, nominative
from ratslinde.reading.text.dates import Day, dates_in
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("papers")
_ROLE = re.compile(rf"(?<!\w){alternatives(_RULES['roles'])}(?!\w)")
_RESULT = re.compile(rf"(?<!\w){alternatives(_RULES['results'])}(?!\w)")
_PLANNING = re.compile(rf"^[●•○]?\s*{alternatives(_RULES['planning'])}(?=\s|$)")
_COLUMN = re.compile(rf"(?:{alternatives(_RULES['columns'])}:?(?:\s+|$))+")
_BODY_COLUMN = re.compile(r"Gremi(?:um|en)")
_DATE_COLUMN = re.compile(r"Datum|Termin|Sitzung am|Sitzungstermin|Sitzungsdatum")
_TOP = re.compile(r"^(?:TOP )?(?:[ÖN] )?(\d{1,3}(?:\.\d{1,3})*)\.?(?=\s|$)")
_LETTER = re.compile(r"(?<!\w)(?:(?P<yes>Ö|öffentlich)|(?P<no>N|NÖ|nicht ?-?öffentlich))(?![\w.])")
_CROSS = re.compile(r"^[xX☒](?=\s|$)")
_AM = re.compile(r"\s+am$")
MIN_NAME = 3
LONGEST_NAME = 100
_OPEN_NAME = re.compile(r"(?:,|-|\b(?:und|für|der|des|im|in|von))$")
_MEETING = re.compile(r"^(?:\d+\. )?(?:öffentliche |nichtöffentliche )?Sitzung des|^Sitzung der")


class _Row(msgspec.Struct):
    body: str
    lines: list[Line]
    day: str | None = None
    rest: str = ""
    above: bool = False


def is_table_head(line: Line) -> bool:
    """Return whether a line names columns of a table of consultations ("Gremium Termin TOP ö nö")."""
    return (
        len(line.text.split()) >= 2
        and _COLUMN.fullmatch(line.text) is not None
        and ("remi" in line.text or line.text.startswith("Beratungsfolge"))
    )


def role_in(text: str) -> str | None:
    """Return the first word of a text that tells what a body does with a paper ("zur Vorberatung")."""
    role = _ROLE.search(text)
    return role[0] if role else None


def begins_table(lines: list[Line], index: int) -> bool:
    """Return whether the columns of a table are named on a line, or one below the other ("Gremium", "Datum")."""
    if is_table_head(lines[index]):
        return True
    below = next((line for line in lines[index + 1 : index + 3] if line.text), None)
    return _BODY_COLUMN.fullmatch(lines[index].text) is not None and bool(
        below and _DATE_COLUMN.fullmatch(below.text)
    )


def read_consultations(lines: list[Line]) -> tuple[Entry, ...]:
    """Return one entry for each row: body, date, role, result, top, public."""
    rows: list[_Row] = []
    body: tuple[str, str, Line] | None = None
    used = True
    for line in lines:
        text = _PLANNING.sub("", line.text).strip()
        if not text or _COLUMN.fullmatch(text):
            continue
        day = next(dates_in(text), None)
        if not day:
            if _goes_on(rows, line, text):
                _append(rows[-1], line, text)
                continue
            if body and not used:
                rows.append(_Row(body[0], [body[2]], rest=body[1]))
            body, used = _heading(text, line), False
            continue
        before, role = _role_before(text[: day.start].strip(" ,;|"))
        if body and not used and _one_name(body, before, line):
            before, body = f"{body[0]} {before}", None
        if before and not _MEETING.match(before):
            rows.append(_Row(before, [line], day.iso, f"{text[day.end :].strip(' ,;|')} {role}".strip()))
            body = None
        elif body:
            rows.append(_below(body, line, text, day))
            used = True
    if body and not used:
        rows.append(_Row(body[0], [body[2]], rest=body[1]))
    return tuple(_entry(row) for row in rows if row.day or (is_body(row.body) and not _is_sentence(row.body)))


def _role_before(before: str) -> tuple[str, str]:
    """Part what stands before a date into the name of the body and a role behind it ("Rat zur Beratung am")."""
    plain = _AM.sub("", before)
    role = _ROLE.search(plain)
    if not role or role.end() < len(plain) or role.start() < MIN_NAME:
        return plain, ""
    return plain[: role.start()].strip(" ,;|-–"), role[0]


def _is_sentence(text: str) -> bool:
    return text.endswith(".") or len(text) > LONGEST_NAME


def _one_name(body: tuple[str, str, Line], before: str, line: Line) -> bool:
    """Whether the name of a body was broken: the line above ends openly, or this one names no body."""
    if not before or _MEETING.match(before) or line.number - body[2].number != 1:
        return False
    return _OPEN_NAME.search(body[0]) is not None or not is_body(before)


def _heading(text: str, line: Line) -> tuple[str, str, Line]:
    """A body on a line of its own: its name, and a role behind it."""
    role = _ROLE.search(text)
    if role and role.end() == len(text) and role.start() > 3:
        return text[: role.start()].strip(), text[role.start() :], line
    return text, "", line


def _below(body: tuple[str, str, Line], line: Line, text: str, day: Day) -> _Row:
    rest = (
        _MEETING.split(text[day.end :].strip(" ,;|"))[0]
        if not _MEETING.match(text[day.end :].strip())
        else _behind_meeting(text[day.end :])
    )
    return _Row(body[0], [body[2], line], day.iso, f"{rest} {body[1]}".strip(), above=True)


def _behind_meeting(text: str) -> str:
    result = _RESULT.search(text)
    return result[0] if result else ""


def _goes_on(rows: list[_Row], line: Line, text: str) -> bool:
    """Whether a line without date completes the row above: a lost cross, a role, a result, a name's end."""
    if not rows or rows[-1].above or line.number - rows[-1].lines[-1].number > 3:
        return False
    if _CROSS.fullmatch(text) or _ROLE.fullmatch(text) or _RESULT.fullmatch(text):
        return True
    return text[:1].islower() and line.number - rows[-1].lines[-1].number == 1


def _append(row: _Row, line: Line, text: str) -> None:
    row.lines.append(line)
    if _CROSS.fullmatch(text):
        return
    if _ROLE.fullmatch(text) or _RESULT.fullmatch(text):
        row.rest = f"{row.rest} {text}".strip()
    else:
        row.body = f"{row.body} {text}"


def _entry(row: _Row) -> Entry:
    span = span_of(row.lines)
    rule = "row-above" if row.above else "table"
    top = _TOP.match(row.rest)
    rest = row.rest[top.end() :].strip() if top else row.rest
    role, result = _ROLE.search(rest), _RESULT.search(rest)
    if role and result and role.start() >= result.start() and role.end() <= result.end():
        role = None
    values: dict[str, Field] = {
        "body": stated(_name(row.body), rule, span),
        "date": optional(row.day, "row" if row.above else rule, span),
        "role": optional(role[0] if role else None, "row", span),
        "result": optional(result[0] if result else None, "row", span),
        "top": optional(top[1] if top else None, "row", span),
        "public": _public(rest, row.body, span),
    }
    return Entry(values, span=span)


def _name(body: str) -> str:
    return nominative(body) if _MEETING.match(body) or re.match(r"\d+\.", body) else body.strip(" :")


def _public(rest: str, body: str, span: Span | None) -> Field:
    letter = _LETTER.search(rest) or (_LETTER.search(body) if "(" in body else None)
    if letter:
        return stated(letter["yes"] is not None, "public-letter", span)
    return stated(value=True, rule="mark-in-column", span=span) if _CROSS.match(rest) else NOTHING

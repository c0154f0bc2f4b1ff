"""Who signed, and as what."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

import msgspec

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.issues import issue_of
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("agenda")["signatures"]
_MARK = re.compile(rf"^(?:{alternatives(_RULES['marks'])})(?=\W|$)[\s:,]*")
_ROLE = re.compile("|".join(_RULES["roles"]), re.IGNORECASE)
_NAME = re.compile(
    r"^\(?(?:(?:Herr|Frau|Hr\.|Fr\.|Prof\.|Dr\.|Dipl\.-\w+\.?|[A-ZÄÖÜ]\.|von|van|de|zu|[A-ZÄÖÜ][\w’'-]+\.?|[A-ZÄÖÜ]{2,})\s?){1,5}\)?$"
)


LONGEST = 90
LONGEST_ROLE = 60


def closes(line: Line) -> bool:
    """Return whether a line begins the end of a document: place and date, or a mark such as "gez."."""
    return _MARK.match(line.text) is not None or issue_of([line]) is not None


def is_name(text: str) -> bool:
    """Return whether a text looks like the name of a person."""
    return _NAME.match(text) is not None and not _ROLE.search(text) and not text.isupper() and len(text) > 3


def signatures_of(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the signatures (name, role) behind the first mark such as "gez."; columns are read one by one."""
    start = next((n for n, line in enumerate(lines) if _MARK.match(line.text)), None)
    if start is None:
        return _unmarked(lines)
    rows = list(takewhile(lambda line: not _begins_list(line), (line for line in lines[start:] if line.text)))
    columns = max(len(row.cells) or 1 for row in rows[:3])
    if columns > 1:
        return _in_columns(rows)
    texts = [(_strip_mark(line.text), line) for line in rows]
    signed = _pairs([(text, line) for text, line in texts if text], "signature")
    return tuple(_with_role_above(one, lines[:start]) for one in signed)


def _with_role_above(signature: Entry, above: list[Line]) -> Entry:
    """The signature with the function that stands right above its mark ("Der Bürgermeister", "gez. Meier")."""
    role = above[-1] if above and above[-1].text else None
    if signature.value("role") or not role or not _ROLE.search(role.text) or len(role.text) > LONGEST_ROLE:
        return signature
    values = {**signature.values, "role": stated(role.text, "signature", span_of([role]))}
    return msgspec.structs.replace(signature, values=values)


def _begins_list(line: Line) -> bool:
    """Whether a line below the signatures begins something else ("Anlagen:")."""
    found = find(line.text, "paper")
    return found is not None and found.label.shape != "line"


def _strip_mark(text: str) -> str:
    while match := _MARK.match(text):
        text = text[match.end() :]
    return text.strip(" _()")


def _pairs(texts: list[tuple[str, Line]], rule: str) -> tuple[Entry, ...]:
    for index, (text, line) in enumerate(texts[:4]):
        if beside := _role_beside(text):
            return (_signature(*beside, rule, line, span_of([line])),)
        if not is_name(text):
            continue
        role = (
            texts[index + 1]
            if index + 1 < len(texts) and _ROLE.search(texts[index + 1][0]) and len(texts[index + 1][0]) < 90
            else None
        )
        span = span_of([line, role[1]] if role else [line])
        return (
            _signature(text, role[0] if role else None, rule, line, span_of([role[1]]) if role else span),
        )
    return ()


def _role_beside(text: str) -> tuple[str, str] | None:
    """Name and role on one line ("Anna Birke, Ausschussvorsitzende"), None for other lines."""
    words = text.split()
    for count in (2, 3, 4):
        name, role = " ".join(words[:count]).rstrip(","), words[count:]
        if role and len(text) < LONGEST and is_name(name) and _ROLE.search(role[0]):
            return name, " ".join(role)
    return None


def _signature(name: str, role: str | None, rule: str, line: Line, role_span: object) -> Entry:
    span = span_of([line])
    values = {
        "name": stated(name, rule, span),
        "role": stated(role, rule, role_span) if role else NOTHING,  # type: ignore[arg-type]
    }
    return Entry(values, span=span)


def _unmarked(lines: list[Line]) -> tuple[Entry, ...]:
    """A name with a role below, at the very end, without "gez."."""
    rows = [line for line in lines if line.text]
    for above, below in pairwise(rows):
        if beside := _beside_each_other(above, below):
            return beside
        if (
            is_name(above.text)
            and _ROLE.search(below.text)
            and len(below.text) < 60
            and not below.text.endswith((".", ":"))
        ):
            return _pairs([(above.text, above), (below.text, below)], "signature-unmarked")
    return ()


def _beside_each_other(above: Line, below: Line) -> tuple[Entry, ...]:
    """Names in columns, each with its role right below, without "gez."; () for other lines."""
    names, roles = above.cells, below.cells
    if len(names) < 2 or len(names) != len(roles):
        return ()
    if not all(
        is_name(name.text) and _ROLE.search(role.text) for name, role in zip(names, roles, strict=True)
    ):
        return ()
    return tuple(
        _signature(name.text, role.text, "signature-unmarked", above, span_of([below]))
        for name, role in zip(names, roles, strict=True)
    )


def _in_columns(rows: list[Line]) -> tuple[Entry, ...]:
    named: list[tuple[str, Line, float]] = []
    roles: list[tuple[str, Line, float]] = []
    for row in rows:
        for cell in row.cells:
            text = _strip_mark(cell.text)
            middle = cell.left + len(cell.text) / 2
            if not text:
                continue
            if _ROLE.search(text):
                roles.append((text, row, middle))
            elif is_name(text):
                named.append((text, row, middle))
    if not named:
        return tuple(_split_role(text, row) for text, row, _ in roles)
    entries = []
    for text, row, middle in named:
        below = [role for role in roles if role[1].number > row.number]
        nearest = min(below, key=lambda role: abs(role[2] - middle), default=None)
        entries.append(
            _signature(
                text,
                nearest[0] if nearest else None,
                "signature",
                row,
                span_of([nearest[1]]) if nearest else None,
            )
        )
    return tuple(entries)


def _split_role(text: str, row: Line) -> Entry:
    """ "Bürgermeister Meier" is the role and the name in one."""
    role, _, name = text.rpartition(" ")
    return _signature(name, role or None, "signature", row, span_of([row]))

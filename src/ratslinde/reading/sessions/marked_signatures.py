"""Signatures behind marks such as "gez.": name by name, with the function below, above or beside it."""

from __future__ import annotations

import re
from itertools import takewhile

import msgspec

from ratslinde.reading.outcome import Cell, Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.signature_columns import signatures_in_columns
from ratslinde.reading.sessions.signed_names import ROLE, is_name, role_beside, signature
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("agenda")["signatures"]
_MARK = re.compile(rf"^(?:{alternatives(_RULES['marks'])})(?=\W|$)[\s:,]*")
_NEXT = re.compile(rf"\s*[,;]?\s+(?=(?:{alternatives(_RULES['signed'])})\s)")
LONGEST_ROLE = 60
NAME_LINES = 4
GAP = 2  # a function may stand one empty line above its mark


def is_marked(line: Line) -> bool:
    """Return whether a line begins with a mark of a signature ("gez.", "Im Auftrag")."""
    return _MARK.match(line.text) is not None


def marked_signatures(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the signatures from the first mark on; () without one."""
    start = next((n for n, line in enumerate(lines) if is_marked(line)), None)
    if start is None:
        return ()
    rows = list(takewhile(lambda line: not _begins_list(line), (line for line in lines[start:] if line.text)))
    above = next((line for line in reversed(lines[:start]) if line.text), None)
    if max(len(row.cells) or 1 for row in rows[:3]) > 1:
        return signatures_in_columns(rows, _strip_mark, above=above)
    return _one_by_one([piece for row in rows for piece in _pieces(row)], above)


def _one_by_one(rows: list[Line], above: Line | None) -> tuple[Entry, ...]:
    """The signature behind each mark; functions stand above all of them or below all of them."""
    marks = [n for n, row in enumerate(rows) if is_marked(row)]
    groups = [rows[begin:end] for begin, end in zip(marks, [*marks[1:], len(rows)], strict=True)]
    groups = [group for group in groups if any(_strip_mark(row.text) for row in group)]
    below = [one for group in groups if (one := _first(group, None))]
    if not below or below[-1].value("role"):
        return tuple(below)
    heads = [above, *(group[-1] for group in groups[:-1])]
    over = [
        head if head and _is_role_above(head, group[0]) else None
        for head, group in zip(heads, groups, strict=True)
    ]
    if not all(over):
        return tuple(below)
    own = [*(group[:-1] for group in groups[:-1]), groups[-1]]
    return tuple(one for group, role in zip(own, over, strict=True) if (one := _first(group, role)))


def _first(rows: list[Line], above: Line | None) -> Entry | None:
    """The first name behind a mark with its function: `above`, beside it, or on the next line."""
    texts = [(text, row) for row in rows if (text := _strip_mark(row.text))]
    for index, (text, line) in enumerate(texts[:NAME_LINES]):
        if beside := role_beside(text):
            return signature(*beside, "signature", line, span_of([line]))
        if is_name(text):
            below = texts[index + 1] if index + 1 < len(texts) else None
            role = (above.text, above) if above else below if below and _is_role(below[0]) else None
            return signature(
                text, role[0] if role else None, "signature", line, span_of([role[1] if role else line])
            )
    return None


def _is_role(text: str) -> bool:
    return ROLE.search(text) is not None and len(text) < LONGEST_ROLE


def _is_role_above(line: Line, mark: Line) -> bool:
    return _is_role(line.text) and mark.number - line.number <= GAP and not is_marked(line)


def _begins_list(line: Line) -> bool:
    """Whether a line below the signatures begins something else ("Anlagen:")."""
    found = find(line.text, "paper")
    return found is not None and found.label.shape != "line"


def _pieces(line: Line) -> list[Line]:
    """The line, parted in front of each further mark ("gez. Birke, gez. Buche")."""
    texts = _NEXT.split(line.text) if is_marked(line) else []
    if len(texts) < 2:
        return [line]
    return [msgspec.structs.replace(line, text=text, cells=(Cell(text, line.left),)) for text in texts]


def _strip_mark(text: str) -> str:
    while match := _MARK.match(text):
        text = text[match.end() :]
    text = text.strip(" _")
    return text if text.endswith(")") and not text.startswith("(") else text.strip(" _()")

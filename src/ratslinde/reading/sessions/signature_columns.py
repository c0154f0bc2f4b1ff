"""Signatures in columns behind marks such as "gez.": names side by side, their functions below."""

from __future__ import annotations

from collections.abc import Callable

from ratslinde.reading.outcome import Entry
from ratslinde.reading.sessions.signed_names import ROLE, is_name, signature
from ratslinde.reading.text.lines import Line, span_of


def signatures_in_columns(rows: list[Line], strip_mark: Callable[[str], str]) -> tuple[Entry, ...]:
    """Return the signatures of rows with several columns, each with the function that is nearest below."""
    named: list[tuple[str, Line, float]] = []
    roles: list[tuple[str, Line, float]] = []
    for row in rows:
        for cell in row.cells:
            text = strip_mark(cell.text)
            middle = cell.left + len(cell.text) / 2
            if not text:
                continue
            if ROLE.search(text):
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
            signature(
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
    return signature(name, role or None, "signature", row, span_of([row]))

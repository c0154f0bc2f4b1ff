"""Signatures in columns behind marks such as "gez.": names side by side, their functions below or above."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Entry
from ratslinde.reading.sessions.signed_names import ROLE, is_name, signature
from ratslinde.reading.text.lines import Line, span_of

LONGEST_ROLE = 60
MOST_COLUMNS = 8  # nobody prints more signatures side by side


class _Piece(msgspec.Struct, frozen=True):
    """A name or a function in its column; `middle` counts characters from the margin; `marked` behind "gez."."""

    text: str
    row: Line
    middle: float
    marked: bool = False


def signatures_in_columns(
    rows: list[Line], strip_mark: Callable[[str], str], *, above: Line | None = None
) -> tuple[Entry, ...]:
    """Return the signatures of rows with several columns, each with its own function below or in the line `above`."""
    pieces = [
        _Piece(text, row, cell.left + len(cell.text) / 2, marked=text != cell.text.strip(" _()"))
        for row in rows
        for cell in row.cells[:MOST_COLUMNS]
        if (text := strip_mark(cell.text))
    ]
    marked = [piece for piece in pieces if piece.marked and is_name(piece.text)]
    roles = [piece for piece in pieces if _is_role(piece, marked)]
    names = marked or [piece for piece in pieces if piece not in roles and is_name(piece.text)]
    if not names:
        return tuple(_split_role(role) for role in roles)
    over = _roles_in(above) if above else []
    return tuple(_signed(name, names, roles, over) for name in names)


def _is_role(piece: _Piece, marked: list[_Piece]) -> bool:
    """Whether a text is a function: by its words, or because it stands right below a marked name."""
    if piece in marked:
        return False
    below = any(name.row.number < piece.row.number <= name.row.number + 1 for name in marked)
    return ROLE.search(piece.text) is not None or (below and len(piece.text) < LONGEST_ROLE)


def _roles_in(line: Line) -> list[_Piece]:
    cells = [cell for cell in line.cells[:MOST_COLUMNS] if ROLE.search(cell.text)]
    return [_Piece(cell.text.rstrip(" :"), line, cell.left + len(cell.text) / 2) for cell in cells]


def _signed(name: _Piece, names: list[_Piece], roles: list[_Piece], over: list[_Piece]) -> Entry:
    """A name with its function: one that is nearer to it than to the names beside it, below before above."""
    beside = [one for one in names if one.row is name.row]
    end = min((one.row.number for one in names if one.row.number > name.row.number), default=None)
    below = [
        role for role in roles if name.row.number < role.row.number and (not end or role.row.number < end)
    ]
    own = _nearest(name, below, beside) or _nearest(name, over, beside)
    entry = signature(
        name.text, own.text if own else None, "signature", name.row, span_of([own.row]) if own else None
    )
    if own or not below:
        return entry
    role = stated(None, "stated-elsewhere", span_of([below[0].row]))
    return msgspec.structs.replace(entry, values={**entry.values, "role": role})


def _nearest(name: _Piece, roles: list[_Piece], names: list[_Piece]) -> _Piece | None:
    """The function nearest to a name of all that have no other name nearer; None without one."""
    own = [role for role in roles if min(names, key=lambda one: abs(one.middle - role.middle)) is name]
    return min(own, key=lambda role: abs(role.middle - name.middle), default=None)


def _split_role(piece: _Piece) -> Entry:
    """ "Bürgermeister Meier" is the role and the name in one."""
    role, _, name = piece.text.rpartition(" ")
    return signature(name, role or None, "signature", piece.row, span_of([piece.row]))

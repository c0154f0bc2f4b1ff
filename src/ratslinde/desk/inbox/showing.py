"""A submission as the page shows it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from ratslinde.desk.publishing.marking import Piece, marked
from ratslinde.inbox.kinds import Kind, Line


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line with what goes and what comes marked; `same` when nothing differs, `by_hand` as in `Line`."""

    name: str
    label: str
    before: list[Piece]
    after: list[Piece]
    same: bool
    by_hand: bool


def rows(kind: Kind[Any], lines: Sequence[Line]) -> list[Row]:
    """The lines with their marks; a kind without single fields is shown as it was sent in."""
    return [_row(kind, line) for line in lines]


def changed(kind: Kind[Any], lines: Sequence[Line]) -> list[Line]:
    """The lines that a button would change; of a kind without single fields, all."""
    return [line for line in lines if not kind.by_field or (line.before != line.after and not line.by_hand)]


def stand(lines: Sequence[Line]) -> str:
    """A mark of exactly these lines: what is accepted must be what somebody saw."""
    plain = [(line.name, line.before, line.after) for line in lines]
    return hashlib.sha256(msgspec.json.encode(plain)).hexdigest()[:24]


def _row(kind: Kind[Any], line: Line) -> Row:
    before, after = (
        marked(line.before, line.after) if kind.by_field else ([], [Piece(line.after, changed=False)])
    )
    same = kind.by_field and line.before == line.after
    return Row(name=line.name, label=line.label, before=before, after=after, same=same, by_hand=line.by_hand)

"""Word by word: what of a text goes and what comes."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_TOKENS = 6_000  # beyond that the comparison takes seconds; then whole lines are compared


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `changed` when it stands on one side only."""

    text: str
    changed: bool


def marked(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces of both texts; joined they are the texts again."""
    left, right = _TOKENS.findall(before), _TOKENS.findall(after)
    if len(left) + len(right) > MOST_TOKENS:
        left, right = before.splitlines(keepends=True), after.splitlines(keepends=True)
    old: list[Piece] = []
    new: list[Piece] = []
    for operation, first, last, begin, end in difflib.SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        changed = operation != "equal"
        _add(old, "".join(left[first:last]), changed=changed)
        _add(new, "".join(right[begin:end]), changed=changed)
    return old, new


def _add(pieces: list[Piece], text: str, *, changed: bool) -> None:
    if text:
        pieces.append(Piece(text, changed))

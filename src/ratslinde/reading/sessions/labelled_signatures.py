"""Signatures behind their functions ("Vorsitzende: gez. Birke     Schriftführer: gez. Buche")."""

from __future__ import annotations

import re

from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.signed_names import is_name
from ratslinde.reading.text.lines import Line, span_of

_MARK = rf"(?:{alternatives(load('agenda')['signatures']['signed'])})(?!\w)"
_ROLE = r"[A-ZÄÖÜ][^:,;]{2,50}?"
_NEXT_ROLE = r"(?:(?:Der|Die|Das) )?[^\s:]+"  # of one word, where nothing parts it from the name before
_ONE = re.compile(rf"(?P<role>{_ROLE})\s*:\s*(?P<names>{_MARK}\s*[^:]+?)(?=\s+{_NEXT_ROLE}\s*:\s*{_MARK}|$)")
_BETWEEN = re.compile(rf"\s*(?:[,;]|\bund\b)\s*(?={_MARK})|\s*{_MARK}\s*")
LONGEST = 50


def labelled_signatures(lines: list[Line]) -> tuple[Entry, ...]:
    """Return every signature (name, role) that is marked as signed behind a function and a colon."""
    return tuple(
        Entry(
            {
                "name": stated(name, "signature", span_of([line]), sure=is_name(name)),
                "role": stated(one["role"], "signature", span_of([line])),
            },
            span=span_of([line]),
        )
        for line in lines
        for text in [cell.text for cell in line.cells if "gez" in cell.text.lower()]
        for one in _ONE.finditer(text)
        for name in _names(one["names"])
    )


def _names(text: str) -> list[str]:
    pieces = [piece.strip(" ,;._()") for piece in _BETWEEN.split(text)]
    return [piece for piece in pieces if piece and len(piece) < LONGEST]

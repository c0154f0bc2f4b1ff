"""The number of a paper: at its label, in or below the heading, or in the stamp of receipt."""

from __future__ import annotations

import re
from itertools import pairwise

from ratslinde.reading.fields import NOTHING, of_fact, stated
from ratslinde.reading.kinds import heading_kind
from ratslinde.reading.outcome import Field
from ratslinde.reading.text.facts import Head
from ratslinde.reading.text.lines import Line, span_of
from ratslinde.reading.text.references import REFERENCE, is_reference

_NAMED_NUMBER = re.compile(
    r"(?:\w*[Vv]orlagen?|Drucksachen?|Anfrage|Antrag|Antrags|Mitteilung|Drs\.|DS)[- ]?(?:Nr\.|Nummer):?\s+"
    rf"(?P<number>(?=\S*\d)[^\s:;,]{{2,25}}|{REFERENCE.pattern})"
)
_STAMP = re.compile(r"(?:Eingang|Eingegangen|Eingangsstempel)\b")
_STAMPED = re.compile(rf"(?:^|\s)(?:Nr\.|Nummer|Reg\.-Nr\.|Drs\.|DS)\s*:?\s*(?P<number>{REFERENCE.pattern})$")
HEADING_LINES = 8
NEAR = 3


def reference_of(facts: Head, lines: list[Line]) -> Field:
    """Return the number of the paper: labelled, or in the heading ("Vorlage - 25/085")."""
    fact = facts.first("reference")
    if fact and fact.lines:
        return of_fact(fact)
    for line in [line for line in lines if line.text][:8]:
        for text in (line.text, *(cell.text for cell in line.cells)):
            if named := _NAMED_NUMBER.fullmatch(text):
                return stated(named["number"], "heading", span_of([line]))
            match = REFERENCE.search(text)
            if match and heading_kind(text):
                return stated(match[0], "heading", span_of([line]))
    return _below_heading(lines) or _alone(lines) or _stamped(lines)


def _below_heading(lines: list[Line]) -> Field | None:
    """The number in a column of its own, right below the one that names the kind of the paper ("Nr. 26/014")."""
    top = [line for line in lines if line.text][:HEADING_LINES]
    for above, line in pairwise(top):
        for cell in line.cells:
            found = _STAMPED.fullmatch(cell.text)
            number = found["number"] if found else _bare_number(cell.text)
            if number and any(
                heading_kind(one.text) and abs(one.left - cell.left) <= NEAR for one in above.cells
            ):
                return stated(number, "heading", span_of([line]))
    return None


def _alone(lines: list[Line]) -> Field | None:
    """The number on a line of its own at the top ("Nr. M 17/2026")."""
    for line in [line for line in lines if line.text][:HEADING_LINES]:
        if found := _STAMPED.fullmatch(line.text):
            return stated(found["number"], "heading", span_of([line]))
    return None


def _bare_number(text: str) -> str | None:
    """A text that is the number of a paper in one word ("DS-2026-0815"), None for others."""
    return text if " " not in text and is_reference(text) else None


def _stamped(lines: list[Line]) -> Field:
    """The number in the stamp of receipt ("Eingang: 3. Mai 2026   Nr. A 7/2026")."""
    for line in lines:
        found = _STAMPED.search(line.text) if _STAMP.match(line.text) else None
        if found:
            return stated(found["number"], "stamp", span_of([line]))
    return NOTHING

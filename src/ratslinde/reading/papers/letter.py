"""A paper written as a letter: the sentence that opens its proposal, and the greeting and names that end its text."""

from __future__ import annotations

import re
from itertools import takewhile

import msgspec

from ratslinde.reading.outcome import Cell
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.issues import issue_of
from ratslinde.reading.text.blocks import blocks_of
from ratslinde.reading.text.joining import BULLET, join_all
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line

_RULES = load("papers")["letter"]
_GREETING = re.compile(rf"{alternatives(_RULES['greetings'])}[,.!]?", re.IGNORECASE)
_SIGNED = re.compile(rf"{alternatives(_RULES['signed'])}(?:\s+\S+){{0,5}}", re.IGNORECASE)
_OPENS = re.compile(rf"(?<!\w){alternatives(_RULES['openers'])}\s*:$")
PROPOSAL = "Beschlussvorschlag:"
LONGEST = 70
MOST_LINES = 8
SENTENCE = 6  # lines


def opens_proposal(lines: list[Line]) -> int | None:
    """Return the index of the line that ends the opening sentence of a proposal without heading, None without one."""
    if any(_label_key(line) == "proposal" for line in lines):
        return None
    for index, line in enumerate(lines):
        if _label_key(line):
            return None
        if line.text.endswith(":") and _OPENS.search(join_all(row.text for row in _sentence(lines, index))):
            return index
    return None


def with_proposal(lines: list[Line], index: int) -> list[Line]:
    """Return the lines, the sentence that ends at an index replaced by the heading that it stands for."""
    above = len(_sentence(lines, index)) - 1
    emptied = [msgspec.structs.replace(line, text="", cells=()) for line in lines[index - above : index]]
    heading = msgspec.structs.replace(lines[index], text=PROPOSAL, cells=(Cell(PROPOSAL, 0.0),))
    return [*lines[: index - above], *emptied, heading, *lines[index + 1 :]]


def without_end(lines: list[Line]) -> list[Line]:
    """Return the lines, those from a greeting or from signatures to the next heading emptied; none above the first."""
    kept: list[Line] = []
    begun = ended = False
    for index, line in enumerate(lines):
        key = _label_key(line)
        begun = begun or key is not None
        ended = (ended and not key) or (begun and ends_text(lines, index))
        kept.append(msgspec.structs.replace(line, text="", cells=()) if ended and line.text else line)
    return kept


def ends_text(lines: list[Line], index: int) -> bool:
    """Return whether a greeting stands at a line, or place, date and names that nothing but such lines follow."""
    text = lines[index].text
    if _GREETING.fullmatch(text):
        return True
    if not (_SIGNED.fullmatch(text) or issue_of([lines[index]])):
        return False
    below = [line for line in takewhile(lambda line: not _label_key(line), lines[index:]) if line.text]
    return len(below) <= MOST_LINES and all(
        len(line.text) <= LONGEST and not line.text.endswith((":", ";", ",")) for line in below[1:]
    )


def is_one_text(lines: tuple[Line, ...]) -> bool:
    """Return whether lines are one block, or a list whose entries are parted by empty lines."""
    return all(BULLET.match(block[0].text) for block in blocks_of(list(lines))[1:])


def _sentence(lines: list[Line], index: int) -> list[Line]:
    """The lines of the block that ends at an index, the last few of a long one."""
    begin = index
    while begin and lines[begin - 1].text and index - begin < SENTENCE - 1:
        begin -= 1
    return lines[begin : index + 1]


def _label_key(line: Line) -> str | None:
    """The key of the section that a line heads, None for other lines."""
    found = label_of(line, "paper") if line.text else None
    return found.label.key if found and found.label.shape in ("section", "table") else None

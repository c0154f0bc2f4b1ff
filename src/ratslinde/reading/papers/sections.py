"""The body of a paper: sections by their headings, in printed order."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Literal

import msgspec

from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.labels import Found, find
from ratslinde.reading.text.lines import Line, strip_blank

_ROMAN = re.compile(r"^[IVX]{1,4}\.\s")
_COUNTED = re.compile(r"^(?P<count>\d{1,2})[.)]?\s")
_NOTHING = re.compile(alternatives(load("papers")["nothing"]) + r"\.?", re.IGNORECASE)
_ATTACHABLE = ("costs", "financial_form", "financing", "explanation", "summary", "other_section")
_NAMED_TOO = ("Antrag",)
_SENTENCE = re.compile(r"[.:;,?!]$")
_SHORT = ("costs", "financing", "financial_form", "proposal", "attachments", "summary")
LONGEST_HEADING = 60
LONGEST_NAME = 90


class Section(msgspec.Struct, frozen=True):
    """A section: the key of its label, the heading line, and the lines below (the heading's rest first)."""

    key: str
    name: str
    at: Line
    lines: tuple[Line, ...]
    subheading: Line | None = None
    doubtful: bool = False


def split_sections(lines: list[Line], kind: str) -> list[Section]:
    """Return the sections; lines before the first heading are left out."""
    sections: list[Section] = []
    open_lines: list[Line] = []
    for index, line in enumerate(lines):
        found = label_of(line, kind)
        if not found or found.label.shape not in ("section", "table"):
            if sections and not found and _heads_other(sections[-1], line):
                sections[-1] = msgspec.structs.replace(sections[-1], doubtful=True)
                sections, open_lines = _filled(sections, open_lines), []
                sections.append(Section("other_section", line.text, line, ()))
                continue
            open_lines.append(line)
            continue
        rest = [msgspec.structs.replace(line, text=found.rest)] if found.rest else []
        above = strip_blank(open_lines)
        if sections and (_inside(sections[-1], found.label.key, line) or _counts_on(above, line)):
            open_lines.append(line)
            continue
        attached = _attached(sections[-1], found, above, lines[index:], kind) if sections else "no"
        if attached != "no":
            sections[-1] = msgspec.structs.replace(sections[-1], doubtful=True)
        if attached == "yes":
            open_lines.append(line)
            continue
        if sections and _continues(sections[-1], found.label.key, empty=not above and not rest):
            open_lines.extend([line] if above and found.label.key == "explanation" else rest)
            continue
        sections = _filled(sections, open_lines)
        open_lines = rest
        sections.append(Section(found.label.key, found.name, line, ()))
    return _filled(sections, open_lines)


def _heads_other(last: Section, line: Line) -> bool:
    """Whether a line set like the heading of a short section is a heading too, of a section that is not known."""
    if not (line.heading and last.at.heading and last.key in _SHORT) or line.number == last.at.number + 1:
        return False
    return len(line.text) <= LONGEST_HEADING and not _SENTENCE.search(line.text) and line.text[:1].isupper()


def _continues(last: Section, key: str, *, empty: bool) -> bool:
    """Whether a heading only goes on with the section above it: a heading inside it, or a page head."""
    if key == last.key == "explanation":
        return True
    return last.key == "resolution" and key == "proposal" and empty


def _inside(last: Section, key: str, line: Line) -> bool:
    """Whether a counted heading ("2. Ressourcen") stands below one that is counted in another way ("II.")."""
    counted = _COUNTED.match(line.text) is not None
    return (
        key == "other_section" and last.key == "explanation" and counted and bool(_ROMAN.match(last.at.text))
    )


def _counts_on(above: list[Line], line: Line) -> bool:
    """Whether a line goes on with the list right above it ("1. Plan", "2. Begründung")."""
    if not above or line.number != above[-1].number + 1:
        return False
    before, here = _COUNTED.match(above[-1].text), _COUNTED.match(line.text)
    return before is not None and here is not None and int(here["count"]) == int(before["count"]) + 1


def _attached(
    last: Section, found: Found, above: list[Line], lines: list[Line], kind: str
) -> Literal["yes", "no", "perhaps"]:
    """Whether what looks like a heading is an entry of a list of attachments ("Plan", "Kostenschätzung", "Gutachten").

    `lines` begin with it. A text of sentences below it makes it a heading; nobody can be sure of the others.
    """
    line = lines[0]
    named = found.label.key in _ATTACHABLE or found.name in _NAMED_TOO
    if (
        not (named and last.key == "attachments" and not found.colon)
        or line.heading
        or any(_NOTHING.fullmatch(row.text) for row in above)
    ):
        return "no"
    below = list(takewhile(lambda row: not find(row.text, kind), (row for row in lines[1:] if row.text)))
    names = all(len(row.text) <= LONGEST_NAME and not _SENTENCE.search(row.text) for row in below)
    if not names or (below and _NOTHING.fullmatch(below[0].text)):
        return "no"
    near = line.number == (above[-1] if above else last.at).number + 1
    return "yes" if near or below else "perhaps"


def _filled(sections: list[Section], lines: list[Line]) -> list[Section]:
    if not sections:
        return sections
    body = tuple(strip_blank(list(lines)))
    return [*sections[:-1], msgspec.structs.replace(sections[-1], lines=body)]

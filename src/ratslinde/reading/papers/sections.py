"""The body of a paper: sections by their headings, in printed order."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line, strip_blank

_ROMAN = re.compile(r"^[IVX]{1,4}\.\s")
_COUNTED = re.compile(r"^(?P<count>\d{1,2})[.)]?\s")


class Section(msgspec.Struct, frozen=True):
    """A section: the key of its label, the heading line, and the lines below (the heading's rest first)."""

    key: str
    name: str
    at: Line
    lines: tuple[Line, ...]
    subheading: Line | None = None


def split_sections(lines: list[Line], kind: str) -> list[Section]:
    """Return the sections; lines before the first heading are left out."""
    sections: list[Section] = []
    open_lines: list[Line] = []
    for line in lines:
        found = find(line.text, kind) if line.text else None
        if not found or found.label.shape not in ("section", "table"):
            open_lines.append(line)
            continue
        rest = [msgspec.structs.replace(line, text=found.rest)] if found.rest else []
        above = strip_blank(open_lines)
        if sections and (_inside(sections[-1], found.label.key, line) or _counts_on(above, line)):
            open_lines.append(line)
            continue
        if sections and _continues(sections[-1], found.label.key, empty=not above and not rest):
            open_lines.extend([line] if above and found.label.key == "explanation" else rest)
            continue
        sections = _filled(sections, open_lines)
        open_lines = rest
        sections.append(Section(found.label.key, found.name, line, ()))
    return _filled(sections, open_lines)


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


def _filled(sections: list[Section], lines: list[Line]) -> list[Section]:
    if not sections:
        return sections
    body = tuple(strip_blank(list(lines)))
    return [*sections[:-1], msgspec.structs.replace(sections[-1], lines=body)]

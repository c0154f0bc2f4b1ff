"""Labels of lines: at the start of the line, or alone in its first column with the value in the next."""

from __future__ import annotations

import msgspec

from ratslinde.reading.text.labels import Found, find
from ratslinde.reading.text.lines import Line

LONGEST_HEADING = 40


def label_of(line: Line, kind: str) -> Found | None:
    """Return the label of a line, its rest what stands behind it or in the columns beside it; None without one."""
    if not line.text:
        return None
    found = find(line.text, kind) or _heading(line, kind)
    if found or len(line.cells) < 2:
        return found
    beside = find(line.cells[0].text, kind)
    if not beside or beside.rest:
        return None
    return msgspec.structs.replace(beside, rest=" ".join(cell.text for cell in line.cells[1:]))


def _heading(line: Line, kind: str) -> Found | None:
    """The section that a line set as a heading begins although its name needs a colon elsewhere ("Information")."""
    found = find(f"{line.text}:", kind) if line.heading and len(line.text) <= LONGEST_HEADING else None
    return found if found and found.label.shape == "section" else None

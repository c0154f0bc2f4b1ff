"""The attachments of a paper, as listed in its text or in a table of files."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.papers.head import NOTHING_SAID
from ratslinde.reading.papers.sections import Section
from ratslinde.reading.text.lines import Line, span_of, strip_blank

_ENTRY = re.compile(r"^(?:[-–•·▪]|\(?\d{1,2}[.)]|Anlage\s+\d{1,2}\s*:|\d{1,2}\t)\s*")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|tiff?)\b", re.IGNORECASE)
_FILE_COLUMNS = re.compile(
    r"(?:(?:Nr\.?|Name|Original|Status|Größe|Bezeichnung|Dokument|Datei|Anlage)\s*){2,}"
)
_COUNTED = re.compile(r"1[.)]? \D{3,}\s2[.)]? \D{3,}")  # several on one line: "1 Lageplan 2 Prüfbericht"
_COUNT = re.compile(r"(?:^|\s)\d{1,2}[.)]?\s(?=[A-ZÄÖÜ])")
_SIZE = re.compile(r"\s*\((?:\d[\d,.]*\s*[kKM]B|PDF[^()]*)\)$")


def attachments_of(sections: list[Section]) -> Field:
    """Return the names: () when the label says "ohne" or nothing, not stated when there is no label."""
    found = [section for section in sections if section.key == "attachments"]
    if not found:
        return NOTHING
    chosen = next((section for section in found if _names(section)), found[0])
    names = _names(chosen)
    span = span_of([chosen.at, *chosen.lines])
    return stated(tuple(names), "section" if names else "label-empty", span)


def _in_columns(line: Line) -> str:
    """The text of a line with its columns parted by tabs; behind a label, the text alone."""
    columns = "\t".join(cell.text for cell in line.cells)
    return columns if columns.replace("\t", " ") == line.text else line.text


def _names(section: Section) -> list[str]:
    names: list[str] = []
    for line in strip_blank(list(section.lines)):
        files = [cell.text for cell in line.cells if _FILE.search(cell.text)]
        text = " ".join(_SIZE.sub("", _ENTRY.sub("", files[0] if files else _in_columns(line))).split())
        if not line.text and names:
            break
        if _COUNTED.match(line.text):
            names.extend(part.strip() for part in _COUNT.split(line.text) if part.strip())
        elif text and not _FILE_COLUMNS.fullmatch(text) and not NOTHING_SAID.fullmatch(text):
            names.append(text)
    return names

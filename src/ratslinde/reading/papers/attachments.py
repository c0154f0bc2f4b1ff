"""The attachments of a paper, as listed in its text or in a table of files."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.gaps import missing_numbers
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.papers.head import NOTHING_SAID
from ratslinde.reading.papers.sections import LONGEST_NAME, Section
from ratslinde.reading.sessions.signatures import closes
from ratslinde.reading.sessions.signed_names import is_name
from ratslinde.reading.text.blocks import blocks_of
from ratslinde.reading.text.lines import Line, span_of

_ENTRY = re.compile(r"^(?:[-–•·▪]|\(?\d{1,2}[.)]|Anlage\s+\d{1,2}\s*:|(?:Anlage\s+)?\d{1,2}\t)\s*")
_ENTRY_COUNT = re.compile(r"^(?:\(?(?P<count>\d{1,2})[.)]|Anlage\s+(?P<named>\d{1,2})\b)")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|tiff?)\b", re.IGNORECASE)
_FILE_COLUMNS = re.compile(
    r"(?:(?:Nr\.?|Name|Original|Status|Größe|Bezeichnung|Dokument|Datei|Anlage)\s*){2,}"
)
_COUNTED = re.compile(r"1[.)]? \D{3,}\s2[.)]? \D{3,}")  # several on one line: "1 Lageplan 2 Prüfbericht"
_COUNT = re.compile(r"(?:^|\s)\d{1,2}[.)]?\s(?=[A-ZÄÖÜ])")
_SIZE = re.compile(r"\s*\((?:\d[\d,.]*\s*[kKM]B|PDF[^()]*|\d{1,4} Seiten?)\)$")

_ASIDE = re.compile(
    r"\(?öffentlich\)?|(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip)(?:-(?:Datei|Dokument))?|"
    r"(?:(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip)[ ,]*)?\(?\d[\d.,]*\s*(?:[km]i?b|bytes?)\)?",
    re.IGNORECASE,
)  # a column that says nothing of what is attached; "nichtöffentlich" says something


def attachments_of(sections: list[Section]) -> Field:
    """Return the names: () when the label says "ohne" or nothing, not stated when there is no label."""
    found = [section for section in sections if section.key == "attachments"]
    if not found:
        return NOTHING
    chosen = next((section for section in found if _names(section)[0]), found[0])
    names, doubtful = _names(chosen)
    again = len({tuple(_names(section)[0]) for section in found}) > 1
    doubtful = doubtful or chosen.doubtful or again
    rule = "attachments-doubtful" if doubtful else "section" if names else "label-empty"
    rule = "attachments-gap" if rule == "section" and _missing(chosen) else rule
    return stated(tuple(names), rule, span_of([chosen.at, *chosen.lines]))


def attachments_doubts(sections: list[Section]) -> tuple[str, ...]:
    """Return a German sentence for each list of attachments whose count leaves out numbers."""
    missing = (_missing(section) for section in sections if section.key == "attachments")
    return tuple(
        f"In der Zählung der Anlagen wird übersprungen: {', '.join(gaps)}." for gaps in missing if gaps
    )


def _missing(section: Section) -> list[str]:
    counted = [
        match["count"] or match["named"] for line in section.lines if (match := _ENTRY_COUNT.match(line.text))
    ]
    return missing_numbers(counted)


def _in_columns(line: Line) -> str:
    """The text of a line with its columns parted by tabs; behind a label, the text alone."""
    cells = [cell.text for cell in line.cells]
    named = [text for text in cells if not _ASIDE.fullmatch(text)] if len(cells) > 1 else cells
    columns = "\t".join(cells)
    if len(named) < len(cells) and columns.replace("\t", " ") == line.text:
        return "\t".join(named)
    return columns if columns.replace("\t", " ") == line.text else line.text


def _names(section: Section) -> tuple[list[str], bool]:
    """The names, and whether lines parted by empty ones may be more of them or something else."""
    blocks = blocks_of(list(section.lines))
    spread = len(blocks) > 1 and all(len(block) == 1 for block in blocks[:2])
    names: list[str] = []
    for block in blocks:
        if names and not (spread and len(block) == 1 and _may_be_name(block[0])) and not _is_listed(block[0]):
            return names, not closes(block[0]) and not is_name(block[0].text)
        for line in block:
            names.extend(_names_on(line))
    return names, len(blocks) > 1 and not all(_is_listed(block[0]) for block in blocks)


def _is_listed(line: Line) -> bool:
    return _ENTRY.match(line.text) is not None or _FILE.search(line.text) is not None


def _may_be_name(line: Line) -> bool:
    return len(line.text) <= LONGEST_NAME and not line.text.endswith((".", ":", ",")) and not closes(line)


def _names_on(line: Line) -> list[str]:
    if _COUNTED.match(line.text):
        return [part.strip() for part in _COUNT.split(line.text) if part.strip()]
    files = [cell.text for cell in line.cells if _FILE.search(cell.text)]
    text = " ".join(_SIZE.sub("", _ENTRY.sub("", files[0] if files else _in_columns(line))).split())
    said = text and not _FILE_COLUMNS.fullmatch(text) and not NOTHING_SAID.fullmatch(text)
    return [text] if said else []

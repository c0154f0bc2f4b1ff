"""Lines around the title of an item: number of the paper, remarks, headings, the text below."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.titles import opens_sentence
from ratslinde.reading.kinds import unspaced
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.signatures import closes
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line
from ratslinde.reading.text.references import is_reference

_RULES = load("agenda")
_NO_TITLE = re.compile("|".join(_RULES["no_title"]))
_COLUMNS = re.compile(rf"(?:{alternatives(_RULES['columns'])}(?:\s+|$)){{2,}}")
_BESIDE = re.compile(alternatives(_RULES["beside"]))
_SUBMITTER = re.compile(rf"^(?:\w+ )?{alternatives(_RULES['submitters'])}\s*:")
PAPER_LINE = re.compile(
    rf"^(?P<frame>[-–(]\s*)?{alternatives(_RULES['paper'])}(?:[- ]?Nr\.?)?\s*:?\s*(?P<number>\S.*?)(?(frame)\s*[-–)])$"
)
ROOMY = 0.75  # of the width of a full line: a line that ends there was not broken for want of room


def is_paper_line(text: str) -> bool:
    """Return whether a text is nothing but the number of a paper."""
    return PAPER_LINE.match(text) is not None or is_reference(text)


def is_remark(text: str) -> bool:
    """Return whether a text stands beside or below a title and is no part of it ("Kenntnisnahme", "Antrag: …")."""
    return _BESIDE.fullmatch(text) is not None or _SUBMITTER.match(text) is not None


def is_beside(line: Line) -> bool:
    """Return whether a line holds the number of the paper or a remark, and nothing of the title."""
    return is_paper_line(line.text) or is_remark(line.text)


def heads_columns(text: str) -> bool:
    """Return whether a line holds nothing but the headings of columns."""
    return _COLUMNS.fullmatch(text) is not None


def heads_group(text: str, title: list[str]) -> bool:
    """Return whether a line heads a group of items ("A N T R Ä G E"): spaced letters, or capitals in small company."""
    if unspaced(text) != text:
        return True
    capitals = text.isupper() and len(text) > 4 and text.replace(" ", "").isalpha()
    return capitals and bool(title) and not "".join(title).isupper()


def begins_text(line: Line) -> bool:
    """Return whether a line begins something else: a list, a label, or place, date and name of who signs."""
    begins = _NO_TITLE.match(line.text) is not None or find(line.text, "item") is not None or closes(line)
    return begins or opens_sentence(line.text)


def has_room(above: Line, line: Line, width: float, *, share: float = ROOMY) -> bool:
    """Return whether the first word of a line would have fitted on the line above: then it begins something new."""
    if above.text.endswith((":", "-", ",", "–")):
        return False
    return above.left + len(above.text) + len(line.text.split()[0]) < share * width

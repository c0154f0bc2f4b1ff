"""The table of consultations: its head, where it ends, and the words of its columns."""

from __future__ import annotations

import re

from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.dates import dates_in
from ratslinde.reading.text.lines import Line

_RULES = load("papers")
ROLE = re.compile(rf"(?<!\w){alternatives(_RULES['roles'])}(?!\w)")
RESULT = re.compile(rf"(?<!\w){alternatives(_RULES['results'])}(?!\w)")
COLUMN = re.compile(rf"(?:{alternatives(_RULES['columns'])}:?(?:\s+|$))+")
TOP = re.compile(r"^(?:TOP )?(?:[ÖN] )?(\d{1,3}(?:\.\d{1,3})*)\.?(?=\s|$)")
CROSS = re.compile(r"^[xX☒](?=\s|$)")
LETTER = re.compile(r"(?<!\w)(?:(?P<yes>Ö|ö|öffentlich)|(?P<no>N|NÖ|nö|nicht ?-?öffentlich))(?![\w.])")
_BODY_COLUMN = re.compile(
    r"(?:Beratungs|Beschluss)?-?[Gg]remi(?:um|en)|Beratungsfolge|Ausschuss(?:/Rat)?|Beratung (?:in|im)"
)
_DATE_COLUMN = re.compile(r"Datum|Termin|Sitzung am|Sitzungs(?:termin|datum|tag)|Beratungstermin")
_ROLE_COLUMNS = ("Zuständig", "Beratung ", "Aktion", "Kompetenz", "Behandlung", "Vorlagenart")
_COUNT_COLUMN = re.compile(r"\b(?:dafür|dageg(?:en|\.)|Ja|Nein|Enth(?:\.|altung(?:en)?))(?!\w)")
ROWS_AHEAD = 4
LINES_AHEAD = 12
LONGEST_NAME = 100


def is_table_head(line: Line) -> bool:
    """Return whether a line names columns of a table of consultations ("Gremium Termin TOP ö nö").

    Where body and date have columns of their own, the others may have any heading.
    """
    headings = [cell.text.rstrip(" :") for cell in line.cells]
    if all(any(column.fullmatch(text) for text in headings) for column in (_BODY_COLUMN, _DATE_COLUMN)):
        return True
    return (
        len(line.text.split()) >= 2
        and COLUMN.fullmatch(line.text) is not None
        and ("remi" in line.text or line.text.startswith("Beratungsfolge"))
    )


def begins_table(lines: list[Line], index: int) -> bool:
    """Return whether the columns of a table are named on a line, or one below the other ("Gremium", "Datum")."""
    if is_table_head(lines[index]):
        return True
    below = next((line for line in lines[index + 1 : index + 3] if line.text), None)
    return _BODY_COLUMN.fullmatch(lines[index].text) is not None and bool(
        below and _DATE_COLUMN.fullmatch(below.text)
    )


def tops_of(lines: list[Line]) -> float | None:
    """Return where the column of items ("TOP") stands in a table that counts votes beside it, None for others.

    Its numbers cannot be told from those of the votes by their look; -1 when the table has no such column.
    """
    head = next((line for line in lines if is_table_head(line)), None)
    if head is None or not any(_COUNT_COLUMN.search(cell.text) for cell in head.cells):
        return None
    return next((cell.left for cell in head.cells if cell.text.strip(" .:") == "TOP"), -1.0)


def tells_results(lines: list[Line]) -> bool:
    """Return whether the table has a column for results and none for what each body does."""
    heads = [line.text for line in lines if is_table_head(line)]
    return any("Ergebnis" in text and not any(word in text for word in _ROLE_COLUMNS) for text in heads)


def is_over(lines: list[Line], index: int) -> bool:
    """Return whether text begins at a line: it stands behind an empty one, and no more rows follow."""
    if index == 0 or lines[index - 1].text:
        return False
    below = [line for line in lines[index : index + LINES_AHEAD] if line.text][:ROWS_AHEAD]
    return not any(_may_be_row(line.text) for line in below)


def _may_be_row(text: str) -> bool:
    """Whether a line can belong to a table: a body or a session, a date at its beginning, a word of a column."""
    if any(pattern.fullmatch(text) for pattern in (CROSS, ROLE, RESULT, TOP)):
        return True
    day = next(dates_in(text), None)
    name = text[: day.start] if day else text
    if day and not name.strip(" ●•○"):
        return True
    return is_body(name) and len(name) <= LONGEST_NAME and not is_sentence(text) and "raktion" not in name


def is_sentence(text: str) -> bool:
    """Return whether a text is too long for the name of a body, or ends like a sentence."""
    return text.endswith(".") or len(text) > LONGEST_NAME


def role_in(text: str) -> str | None:
    """Return the first word of a text that tells what a body does with a paper ("zur Vorberatung")."""
    role = ROLE.search(text)
    return role[0] if role else None

"""The lines of attendance lists: names that were broken become whole, rows and columns become texts."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.minutes.attendance_headings import is_heading, opened_row
from ratslinde.reading.minutes.persons import is_office, persons_in
from ratslinde.reading.minutes.remarks import is_note
from ratslinde.reading.outcome import Cell
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.signed_names import ROLE
from ratslinde.reading.text.joining import join
from ratslinde.reading.text.lines import Line

_HONORIFIC = re.compile(r"(?:Herr|Frau|Hr\.|Fr\.)")
_FIRST_NAME = re.compile(r"(?!Herr|Frau)(?:Dr\. |Prof\. )*[A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+)?")
_LAST_NAME = re.compile(r"(?:Dr\. )?(?:von |van |de |zu )*[A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+)?")
_NO_LAST_NAME = re.compile(
    rf"(?:{alternatives(load('papers')['departments'])}|(?:{'|'.join(load('attendance')['role_headings'])}).*)",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"[^\W\d_]-$")
_SEVERAL = re.compile(r"(?:innen|glieder|räte|herren|frauen|leute)$")
ROW = 3  # columns of a row that tells more of a person than heading and name
GAP = 2  # a name may go on behind one empty line


def as_row(line: Line) -> Line:
    """Return a row of a table that names a heading and the people beside it as one text ("Protokoll: Berg")."""
    if len(line.cells) != 2 or line.cells[0].text.endswith(":"):
        return line
    heading, people = (cell.text for cell in line.cells)
    row = f"{heading}: {people}"
    if not opened_row(row) or not persons_in(people) or is_office(heading):
        return line
    return msgspec.structs.replace(line, text=row, cells=(Cell(row, line.left),))


def whole_names(lines: list[Line]) -> list[Line]:
    """Return the lines, one that ends inside a name or inside a row of names joined with the next."""
    joined: list[Line] = []
    for line in lines:
        last = next((index for index in range(len(joined) - 1, -1, -1) if joined[index].text), None)
        above = joined[last] if last is not None and len(joined) - last <= GAP else None
        if (
            above
            and last is not None
            and line.text
            and len(above.cells) == 1 == len(line.cells)
            and _goes_on(above.text)
        ):
            cell = Cell(join(above.text, line.text), above.left)
            joined[last] = msgspec.structs.replace(above, text=cell.text, cells=(cell,))
        else:
            joined.append(line)
    return joined


def _goes_on(above: str) -> bool:
    """Whether a line ends inside a name or a row of names: with a hyphen, a comma or an open bracket."""
    return bool(_DIVIDED.search(above)) or above.endswith(",") or above.count("(") > above.count(")")


def of_one_person(line: Line) -> str | None:
    """Return a row of function, name and more columns as one text ("Anna Berg (CDU) (Vorsitzende)"); None for others.

    Such a row is about one person; a heading of a list stands beside names as well, but for several.
    """
    if len(line.cells) < ROW:
        return None
    (left, function), *texts = [(cell.left, cell.text) for cell in line.cells]
    if function.endswith(":") or _SEVERAL.search(function) or len(persons_in(texts[0][1])) != 1:
        return None
    if is_office(function):
        return _one_person([(left, f"{function} {texts[0][1]}"), *texts[1:]])[0][1]
    if is_heading(function) and ROLE.search(function):
        return _one_person([*texts, (left, function)])[0][1]
    return None


def texts_of(line: Line, *, alone: bool) -> list[tuple[float, str]]:
    """Return the pieces of a line with their left edges; in a single list, cells belong to one person."""
    texts = [(cell.left, cell.text) for cell in line.cells]
    if not alone or len(texts) < 2:
        return texts
    if is_heading(texts[0][1]) and not texts[1][1].startswith("("):
        return [texts[0], *_one_person(texts[1:])]
    return _one_person(texts)


def _one_person(texts: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Join first and last name, or a name with the remarks beside it, which go into brackets."""
    if len(texts) < 2:
        return texts
    left, name = texts[0]
    rest = [text for _, text in texts[1:]]
    if is_office(name) and persons_in(rest[0]):
        return _one_person([(left, f"{name} {rest[0]}"), *texts[2:]])
    if (
        (len(rest) == 1 or is_note(rest[1]))
        and _FIRST_NAME.fullmatch(name)
        and _LAST_NAME.fullmatch(rest[0])
        and not rest[0].isupper()
        and not is_office(rest[0])
        and not (" " in name and _NO_LAST_NAME.fullmatch(rest[0]))
    ):
        return _one_person([(left, f"{name} {rest[0]}"), *texts[2:]])
    if persons_in(name) and not any(_HONORIFIC.match(text) and persons_in(text) for text in rest):
        return [(left, name + "".join(f" ({_unbracketed(text)})" for text in rest))]
    return texts


def _unbracketed(text: str) -> str:
    """A text beside a name, its own brackets as a comma ("FDP (bis TOP 6)" is "FDP, bis TOP 6")."""
    return re.sub(r"\s*\(\s*", ", ", text.strip("() ")).replace(")", "")

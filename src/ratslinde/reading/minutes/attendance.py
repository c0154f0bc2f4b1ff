"""Who was there and who was not: lists under headings, also in columns side by side."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.kinds import heading_kind
from ratslinde.reading.minutes.attendance_list import LABELLED, AttendanceList, is_heading, opened_row
from ratslinde.reading.minutes.persons import is_office, persons_in
from ratslinde.reading.minutes.remarks import is_note
from ratslinde.reading.outcome import Cell, Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.lines import Line

_END = re.compile(rf"(?:{alternatives(load('attendance')['end'])})\s*:?(?:\s+.*)?")
_HONORIFIC = re.compile(r"(?:Herr|Frau|Hr\.|Fr\.)")
_FIRST_NAME = re.compile(r"(?!Herr|Frau)(?:Dr\. |Prof\. )*[A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+)?")
_LAST_NAME = re.compile(r"(?:Dr\. )?(?:von |van |de |zu )*[A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+)?")
_NO_LAST_NAME = re.compile(
    rf"(?:{alternatives(load('papers')['departments'])}|(?:{'|'.join(load('attendance')['role_headings'])}).*)",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"[^\W\d_]-$")
NEAR = 4
GAP = 2  # a name may go on behind one empty line


def read_attendance(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the people of the attendance lists between the head and the first item.

    Each entry: name, role (function), group (faction), section (heading above), present, note.
    """
    lines = [_as_row(line) for line in lines]
    begins = (n for n, line in enumerate(lines) if _opens(line) and _people_follow(lines, n))
    return next((people for start in begins if (people := _people(lines[start:]))), ())


def _as_row(line: Line) -> Line:
    """A row of a table that names a heading and the people beside it as one text ("Protokoll: Berg")."""
    if len(line.cells) != 2 or line.cells[0].text.endswith(":"):
        return line
    heading, people = (cell.text for cell in line.cells)
    row = f"{heading}: {people}"
    if not opened_row(row) or not persons_in(people) or is_office(heading):
        return line
    return msgspec.structs.replace(line, text=row, cells=(Cell(row, line.left),))


def _people(lines: list[Line]) -> tuple[Entry, ...]:
    """The people from a heading to the end of the lists; nobody when it only looked like one."""
    lists = [AttendanceList(0.0)]
    over: list[AttendanceList] = []
    for line in _whole_names(lines):
        if line.text and _ends(line):
            break
        if beside := _side_by_side(line):
            over, lists = [*over, *lists], beside
        for left, text in _texts(line, alone=len(lists) == 1):
            min(lists, key=lambda one: abs(one.left - left)).take(text, line)
    return tuple(entry for one in (*over, *lists) for entry in one.found)


def _opens(line: Line) -> bool:
    text = line.cells[0].text if line.cells else line.text
    return not heading_kind(text) and (is_heading(text) or opened_row(text) is not None)


def _people_follow(lines: list[Line], index: int) -> bool:
    """Whether names follow a heading: on its line, soon below it, or behind a label right below."""
    labelled = LABELLED.fullmatch(lines[index].text)
    if labelled and persons_in(labelled["rest"]):
        return True
    below = [line for line in lines[index + 1 : index + 3 * NEAR] if line.text][:NEAR]
    cells = [cell.text for line in below for cell in line.cells]
    if any(persons_in(text) and not is_body(text) for text in cells):
        return True
    return bool(below) and LABELLED.fullmatch(below[0].text) is not None and _opens(below[0])


def _ends(line: Line) -> bool:
    """Whether the lists are over: a heading of what comes next, or a sentence."""
    text = line.text
    sentence = len(text) > 90 and text.count(" ") > 10 and text.count(",") < 4
    return sentence or (_END.fullmatch(text) is not None and not _opens(line))


def _whole_names(lines: list[Line]) -> list[Line]:
    """Join a line that ends inside a name or inside a row of names with the next one."""
    joined: list[Line] = []
    for line in lines:
        last = next((index for index in range(len(joined) - 1, -1, -1) if joined[index].text), None)
        above = joined[last] if last is not None and len(joined) - last <= GAP else None
        if (
            above
            and last is not None
            and line.text
            and len(above.cells) == 1 == len(line.cells)
            and (glue := _glue(above.text)) is not None
        ):
            cell = Cell(above.text + glue + line.text, above.left)
            joined[last] = msgspec.structs.replace(above, text=cell.text, cells=(cell,))
        else:
            joined.append(line)
    return joined


def _glue(above: str) -> str | None:
    """What joins a line with the next: nothing behind a hyphen, a blank behind a comma or an open bracket."""
    if _DIVIDED.search(above):
        return ""
    return " " if above.endswith(",") or above.count("(") > above.count(")") else None


def _side_by_side(line: Line) -> list[AttendanceList]:
    """Return new lists when a line heads several of them ("Anwesende", "Entschuldigt", "Verteiler")."""
    if len(line.cells) < 2 or not all(is_heading(cell.text) for cell in line.cells):
        return []
    return [AttendanceList(cell.left, heading=cell.text, beside=cell.left > 0) for cell in line.cells]


def _texts(line: Line, *, alone: bool) -> list[tuple[float, str]]:
    """The pieces of a line with their left edges; in a single list, cells belong to one person."""
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

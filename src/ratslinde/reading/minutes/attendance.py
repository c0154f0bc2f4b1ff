"""Who was there and who was not: lists under headings, also in columns side by side."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.titles import begins_sentence
from ratslinde.reading.kinds import heading_kind
from ratslinde.reading.minutes.attendance_headings import LABELLED, LONGEST, heads_row, is_heading, opened_row
from ratslinde.reading.minutes.attendance_lines import GAP, as_row, of_one_person, texts_of, whole_names
from ratslinde.reading.minutes.attendance_list import AttendanceList
from ratslinde.reading.minutes.attendance_table import columns_of
from ratslinde.reading.minutes.persons import is_addressed, persons_in
from ratslinde.reading.outcome import Cell, Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.blocks import blocks_of
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line

_END = re.compile(rf"(?:{alternatives(load('attendance')['end'])})\s*:?(?:\s+.*)?")
NEAR = 4
LINES_ABOVE = 40


def read_attendance(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the people of the attendance lists between the head and the first item.

    Each entry: name, role (function), group (faction), section (heading above), present, note.
    """
    lines = [as_row(line) for line in lines]
    begins = (n for n, line in enumerate(lines) if _opens(line) and _people_follow(lines, n))
    return next((people for start in begins if (people := _people(lines[_first_above(lines, start) :]))), ())


def _first_above(lines: list[Line], start: int) -> int:
    """Return where the lists begin: further up, where names stand below headings that are not known ("Ortsrätin:")."""
    window = range(max(start - LINES_ABOVE, 0), start)
    for block in reversed(blocks_of([lines[index] for index in window])):
        heading, *people = block
        names = [line for line in people if persons_in(line.text) and not is_body(line.text)]
        if not heading.text.endswith(":") or not people or len(names) < len(people):
            break
        if find(heading.text, "minutes") or len(heading.text) > LONGEST:
            break
        start = next(index for index in window if lines[index] is heading)
    return start


class _Lists:
    """Takes the lines from a heading to the end of the lists; several lists may stand side by side."""

    def __init__(self) -> None:
        self.open = [AttendanceList(0.0)]
        self.over: list[AttendanceList] = []
        self.columns: dict[str, Cell] = {}

    def take(self, line: Line) -> None:
        """Take a line: the head of a table, a row of it, a sentence, headings, or people."""
        columns = columns_of(line)
        if columns:
            self.columns = columns
            return
        self.columns = self.columns if line.text else {}
        if self.columns and len(line.cells) > 1 and self.open[0].take_row(line, self.columns):
            return
        if _tells(line):
            self.pause()
            return
        if beside := _side_by_side(line):
            self.over, self.open = [*self.over, *self.open], beside
        if len(self.open) == 1 and (person := of_one_person(line)):
            self.open[0].take(person, line)
            return
        for left, text in texts_of(line, alone=len(self.open) == 1):
            min(self.open, key=lambda one: abs(one.left - left)).take(text, line)

    def pause(self) -> None:
        """Leave out what stands below a sentence, up to the next heading."""
        for one in self.open:
            one.skipped = True

    def found(self) -> tuple[Entry, ...]:
        """Return everybody in the lists."""
        return tuple(entry for one in (*self.over, *self.open) for entry in one.found)


def _people(lines: list[Line]) -> tuple[Entry, ...]:
    """The people from a heading to the end of the lists; nobody when it only looked like one."""
    lists, whole = _Lists(), whole_names(lines)
    for index, line in enumerate(whole):
        if _heads_person(whole, index):
            lists.open[0].subhead(line.text)
        elif line.text and _ends(line):
            break
        else:
            lists.take(line)
    return lists.found()


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
    """Whether the lists are over: a heading of what comes next, or a long sentence."""
    text = line.text
    long = len(text) > 90 and text.count(" ") > 10 and text.count(",") < 4
    return bool(long or _END.fullmatch(text)) and not _opens(line)


def _tells(line: Line) -> bool:
    """Whether a line begins a sentence that is no person and no heading ("Der Vorsitzende eröffnet die Sitzung")."""
    text = line.text
    if text.endswith(":") or not begins_sentence(text):
        return False
    return not (is_addressed(text) or persons_in(text) or _opens(line))


def _heads_person(lines: list[Line], index: int) -> bool:
    """Whether a word such as "Protokoll", which ends the lists elsewhere, heads the person on the next line."""
    if not heads_row(lines[index].text):
        return False
    below = next((line for line in lines[index + 1 : index + 1 + GAP] if line.text), None)
    return below is not None and bool(persons_in(below.text)) and not _ends(below)


def _side_by_side(line: Line) -> list[AttendanceList]:
    """Return new lists when a line heads several of them ("Anwesende", "Entschuldigt", "Verteiler")."""
    if len(line.cells) < 2 or not all(is_heading(cell.text) for cell in line.cells):
        return []
    return [AttendanceList(cell.left, heading=cell.text, beside=cell.left > 0) for cell in line.cells]

"""The rows of the table of consultations: names of bodies beside their dates, or on a line above them."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.papers.consultation_columns import MEETING, body_behind_day, left_of_day
from ratslinde.reading.papers.consultation_table import (
    COLUMN,
    CROSS,
    LONGEST_NAME,
    RESULT,
    ROLE,
    is_over,
    is_sentence,
    is_table_head,
)
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.dates import Day, dates_in
from ratslinde.reading.text.joining import join
from ratslinde.reading.text.lines import Line

_PLANNING = re.compile(rf"^[●•○]?\s*{alternatives(load('papers')['planning'])}(?=\s|$)")
_AM = re.compile(r"\s+am$")
_SPEECH = re.compile(r"[?!]|\b(?:seit|vom|dem|zum|bis|ab|Zum|Am|Seit)$")
_OPEN_NAME = re.compile(r"(?:,|-|\b(?:und|für|der|des|im|in|von))$")
MIN_NAME = 3
SEEN = 10  # characters at the end of a name that tell whether it goes on
NEAR = 3


class Row(msgspec.Struct):
    """A row: the body as printed, its lines, the day, and what stands behind; `above`: the body on its own line."""

    body: str
    lines: list[Line]
    day: str | None = None
    rest: str = ""
    above: bool = False

    def names_body(self) -> bool:
        """Return whether the row names a body: speech with a date in it does not."""
        if _SPEECH.search(self.body):
            return False
        return (
            len(self.body) <= LONGEST_NAME if self.day else is_body(self.body) and not is_sentence(self.body)
        )

    def goes_on(self, line: Line, text: str) -> bool:
        """Return whether a line without date completes the row: a cross, a role, a result, a name's end."""
        distance = line.number - self.lines[-1].number
        if self.above or line.heading or distance > NEAR:
            return False
        if any(pattern.fullmatch(text) for pattern in (CROSS, ROLE, RESULT)):
            return True
        if distance > 1:
            return False
        return text[:1].islower() or (_OPEN_NAME.search(self.body[-SEEN:]) is not None and is_body(text))

    def _goes_on_behind(self, line: Line) -> bool:
        """Whether a line stands in a column behind that of the day, and the name of the body in front of it."""
        first = self.lines[0]
        left = left_of_day(first) if first.cells and self.body.startswith(first.cells[0].text) else None
        return left is not None and left + NEAR < line.left

    def append(self, line: Line, text: str) -> None:
        """Take a line that completes the row."""
        self.lines.append(line)
        if CROSS.fullmatch(text):
            return
        if ROLE.fullmatch(text) or RESULT.fullmatch(text) or self._goes_on_behind(line):
            self.rest = f"{self.rest} {text}".strip()
        else:
            self.body = join(self.body, text)


class _Heading(msgspec.Struct):
    """A body on a line of its own, the role behind it, and whether a row below took it."""

    body: str
    role: str
    line: Line
    used: bool = False


class RowReader:
    """Walks the lines of a table once."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.heading: _Heading | None = None

    def read(self, lines: list[Line]) -> list[Row]:
        """Return the rows up to the text below the table."""
        for index, line in enumerate(lines):
            text = _PLANNING.sub("", line.text).strip()
            if not text or COLUMN.fullmatch(text) or is_table_head(line):
                continue
            if self.rows and is_over(lines, index):
                break
            day = next(dates_in(text), None)
            if day:
                self._dated(line, text, day)
            elif self.rows and self.rows[-1].goes_on(line, text):
                self.rows[-1].append(line, text)
            else:
                self._take_heading()
                self.heading = _heading(text, line)
        self._take_heading()
        return self.rows

    def _take_heading(self) -> None:
        """Make a row of a body that no date followed."""
        above = self.heading
        if above and not above.used:
            self.rows.append(Row(above.body, [above.line], rest=above.role))

    def _dated(self, line: Line, text: str, day: Day) -> None:
        before, role = _role_before(text[: day.start].strip(" ,;|"))
        above = self.heading
        if behind := body_behind_day(line):
            body, iso, rest = behind
            self._take_heading()
            self.heading = None
            self.rows.append(Row(body, [line], iso, rest))
            return
        if above and not above.used and _one_name(above, before, line):
            before, self.heading = join(above.body, before), None
        if before and not MEETING.match(before):
            rest = text[day.end :].strip(" ,;|")
            self._take_heading()
            self.rows.append(Row(before, [line], day.iso, f"{rest} {role}".strip()))
            self.heading = None
        elif above:
            self.rows.append(_below(above, line, text, day))
            above.used = True


def _role_before(before: str) -> tuple[str, str]:
    """Part what stands before a date into the name of the body and a role behind it ("Rat zur Beratung am")."""
    plain = _AM.sub("", before)
    role = ROLE.search(plain)
    if not role or role.end() < len(plain) or role.start() < MIN_NAME:
        return plain, ""
    return plain[: role.start()].strip(" ,;|-–"), role[0]


def _one_name(above: _Heading, before: str, line: Line) -> bool:
    """Whether the name of a body was broken: the line above ends openly, or this one names no body."""
    if not before or MEETING.match(before) or line.number - above.line.number != 1:
        return False
    return _OPEN_NAME.search(above.body) is not None or not is_body(before)


def _heading(text: str, line: Line) -> _Heading:
    """A body on a line of its own: its name, and a role behind it or what stands in the other columns."""
    if len(line.cells) > 1 and is_body(line.cells[0].text) and line.cells[0].text in text:
        return _Heading(line.cells[0].text, " ".join(cell.text for cell in line.cells[1:]), line)
    role = ROLE.search(text)
    if role and role.end() == len(text) and role.start() > MIN_NAME:
        return _Heading(text[: role.start()].strip(), text[role.start() :], line)
    return _Heading(text, "", line)


def _below(above: _Heading, line: Line, text: str, day: Day) -> Row:
    behind = text[day.end :].strip(" ,;|")
    result = RESULT.search(text[day.end :])
    rest = (result[0] if result else "") if MEETING.match(behind) else MEETING.split(behind)[0]
    return Row(above.body, [above.line, line], day.iso, f"{rest} {above.role}".strip(), above=True)

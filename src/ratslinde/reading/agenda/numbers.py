"""Numbers of agenda items: finding them at the start of a line, and which can follow which."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.lines import Line

_MARK = alternatives(load("agenda")["markers"])
ITEM = re.compile(
    rf"^(?:[-–•]\s*)?(?:(?P<mark>{_MARK})\s*)?(?:(?P<letter>NÖ|nö|[ÖN])[ .-]?\s?|"
    rf"(?P<chapter>(?:[A-D]|IV|I{{1,3}})[./]?\s?)(?=\d{{1,2}}\b))?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?P<suffix>\s?[a-z](?=[.):\s]|$))?"
    r"(?:\s+der\s+Tagesordnung)?(?P<dot>\s?[.):]+)?(?:\s*[-–](?=\s))?(?:\s+(?P<title>\S.*))?$"
)
_MOTION = re.compile(r"^(?P<number>(?:Änderungsa|A)ntrag \d+[.:]\d+)\s*\([^)]*\)\s*:\s*(?P<title>\S.*)$")
_VOTED = re.compile(load("votes")["voted"])
_NO_TITLE = ",.;%€/"  # what begins with one of these goes on with a sentence ("5,3 %", "9. Januar")
WORDS = (
    "TOP",
    "Top",
    "Punkt",
    "Tagesordnungspunkt",
    "Protokoll zu",
    "Niederschrift zu",
    "Zu Tagesordnungspunkt",
    "Zu TOP",
    "zu TOP",
    "Zu Punkt",
    "zu Punkt",
    "§",
)
MARKED_LEAP = 30
LEAP = 2
_FIRST_CHAPTERS = ("A", "I")
_SECOND_CHAPTERS = ("B", "II")
_CHAPTERS = (*_FIRST_CHAPTERS, *_SECOND_CHAPTERS, "C", "III", "D", "IV")


class Number(msgspec.Struct, frozen=True):
    """The number of an item: as it is given on ("Ö 3", "5.1"), and its parts to tell what may follow.

    `letter`: "Ö", "N" or "NÖ", or that of a chapter ("A 1"), which says nothing of the public.
    """

    text: str
    parts: tuple[int, ...]
    letter: str | None
    marked: bool
    motion: bool = False

    @property
    def chapter(self) -> str | None:
        """The letter of the chapter that counts its items anew ("B 1"), None for other numbers."""
        return self.letter if self.letter in _CHAPTERS else None

    @property
    def public(self) -> bool | None:
        """What the letter of the number tells: True for "Ö", False for "N", None without one."""
        return None if self.letter in (None, *_CHAPTERS) else self.letter == "Ö"


def number_of(line: Line) -> tuple[Number, str] | None:
    """Return the number at the start of a line and the title behind it, None when there is none.

    What stands in front of the result of a vote is the number of a part ("Punkt 1: einstimmig").
    """
    match = ITEM.match(line.text)
    if not match or (match["title"] and _VOTED.fullmatch(match["title"])):
        return None
    title, dotted = match["title"] or "", bool(match["dot"])
    if not dotted and (title[:1] in _NO_TITLE if title else (match["mark"] or "").lower() == "zu"):
        return None
    text = match["number"] + (match["suffix"] or "").strip()
    before = f"{match['letter']} " if match["letter"] else match["chapter"] or ""
    return (
        Number(
            before + text,
            tuple(int(part) for part in match["number"].split(".")),
            match["letter"] or before.strip(" ./") or None,
            match["mark"] not in (None, "zu")
            or match["letter"] is not None,  # "zu 2." stands in decisions, too
        ),
        title,
    )


def counts_in_chapters(lines: list[Line]) -> bool:
    """Return whether lines are counted by chapter: "A 1 …" and then "A 2 …" or "B 1 …"; "I.1" and "II.1"."""
    starts = (start[0] for line in lines if (start := number_of(line)) and start[1] and start[0].chapter)
    found = [(number.chapter, number.parts) for number in starts]
    pairs = zip(_FIRST_CHAPTERS, _SECOND_CHAPTERS, strict=True)
    return any((one, (1,)) in found and ((one, (2,)) in found or (two, (1,)) in found) for one, two in pairs)


def motion_of(line: Line) -> tuple[Number, str] | None:
    """Return a motion with a number of its own under an item ("Antrag 1.115 (Seite 225): Title")."""
    match = _MOTION.match(line.text)
    if not match:
        return None
    return Number(match["number"].replace(":", "."), (), None, marked=True, motion=True), match["title"]


def follows(
    number: Number, before: Number | None, *, new_part: bool = False, most: int | None = None
) -> bool:
    """Return whether a number can come next: a step on, a level down, or back up.

    Numbers with a word or letter in front may leap; at the beginning of a part, numbers may start anew. `most`: so
    many steps at once, where no leap counts.
    """
    if before is None or (new_part and number.parts == (1,)):
        return number.marked or number.parts[-1] <= 1
    if number.letter != before.letter:
        return number.chapter is None or number.parts == (1,) or number.parts[0] == before.parts[0] + 1
    if number.parts <= before.parts:
        return number.parts == before.parts and number.text != before.text and number.text[-1].isalpha()
    pairs = zip(number.parts, before.parts, strict=False)
    depth = next((n for n, (new, old) in enumerate(pairs) if new != old), len(before.parts))
    step = number.parts[depth] - (before.parts[depth] if depth < len(before.parts) else 0)
    leap = MARKED_LEAP if number.marked or new_part else LEAP
    return len(number.parts) == depth + 1 and 1 <= step <= (most or leap)


def is_marked(line: Line) -> bool:
    """Return whether a line begins an item with a word ("TOP 3", "Punkt 3 der Tagesordnung:") or a letter."""
    start = number_of(line)
    if start is None or not start[0].marked:
        return False
    return bool(start[1]) or line.text.startswith(WORDS)

"""What a list says of a person beside the name: presence, times, group, function."""

from __future__ import annotations

import re

from ratslinde.reading.minutes.person import HONORIFIC, Person
from ratslinde.reading.rules import alternatives, load

_RULES = load("attendance")
_NOTE = re.compile(rf"(?:^|[\s,]+)(?P<note>{alternatives(_RULES['notes'])})$")
_NOTE_FIRST = re.compile(rf"^(?P<note>(?:ab|bis) \d{{1,2}}(?:[.:]\d\d)? Uhr)\s+(?={HONORIFIC}\s)")
_ABSENT = re.compile(alternatives(_RULES["absent_notes"]), re.IGNORECASE)
_REASON = re.compile(alternatives(_RULES["absent_reasons"]))
_GROUP = re.compile(alternatives(_RULES["groups"]))
_INSIDE = re.compile(r"\s+[-–]\s+|\s*[,;]\s*")
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]")


def is_note(text: str) -> bool:
    """Return whether a text is a remark on presence, time or deputising ("ab 19:45 Uhr")."""
    return _NOTE.fullmatch(text) is not None


def is_absence(text: str) -> bool:
    """Return whether a remark tells that somebody was absent ("entschuldigt", "im Urlaub")."""
    return _ABSENT.fullmatch(text) is not None or _REASON.fullmatch(text) is not None


def bare(piece: str) -> str:
    """Return the piece without brackets and remarks ("Anna (CDU) ab 19:20 Uhr" is "Anna")."""
    text = _BRACKETS.sub("", piece).strip()
    while (note := _NOTE.search(text)) and note.start() > 2:
        text = text[: note.start()].strip(" ,;")
    return text


def take_remarks(person: Person, text: str) -> str:
    """Note at the person what the text says beside the name; return what is left of it."""
    first = _NOTE_FIRST.match(text)
    if first:
        person.note, text = first["note"], text[first.end() :]
    for match in _BRACKETS.finditer(text):
        _sort(person, match["inside"].strip())
    text = _BRACKETS.sub("", text).strip()
    behind = re.search(r"\s[-–]\s+(?P<rest>.+)$", text)
    if behind:
        _sort(person, behind["rest"])
        text = text[: behind.start()]
    while (note := _NOTE.search(text)) and note.start() > 2:
        _remark(person, note["note"])
        text = text[: note.start()].strip(" ,;")
    return text


def _sort(person: Person, text: str) -> None:
    """What stands in brackets: a group, a remark on presence or time, or a function."""
    pieces = _INSIDE.split(text)
    if len(pieces) > 1 and not _is_remark(text) and any(_is_remark(piece) for piece in pieces):
        for piece in pieces:
            _sort(person, piece)
    elif not text:
        return
    elif _is_remark(text):
        _remark(person, text)
    elif _GROUP.fullmatch(text):
        person.group = person.group or text
    else:
        person.role = person.role or text


def _is_remark(text: str) -> bool:
    return any(form.fullmatch(text) for form in (_NOTE, _ABSENT, _REASON))


def _remark(person: Person, note: str) -> None:
    person.note = note if person.note is None else f"{person.note}, {note}"
    if is_absence(note):
        person.present = False

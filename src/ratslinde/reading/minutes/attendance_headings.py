"""Headings of attendance lists: groups of people, functions, factions, and lines that hold heading and people."""

from __future__ import annotations

import re

from ratslinde.reading.minutes.persons import is_addressed, is_person_of_office, persons_in
from ratslinde.reading.rules import alternatives, load

_RULES = load("attendance")
_ABSENT = re.compile(alternatives(_RULES["absent"]), re.IGNORECASE)
_PRESENT = re.compile(alternatives(_RULES["present"]))
_NOBODY = re.compile(alternatives(_RULES["nobody"]))
_ROW_HEADING = re.compile(alternatives(_RULES["row_headings"]))
_FACTION = re.compile(alternatives([*_RULES["parties"], *_RULES["factions"]]))
LABELLED = re.compile(r"(?P<label>[^\W\d_][^:]{2,60}):\s*(?P<rest>\S.*)")
LONGEST = 90


def is_heading(text: str) -> bool:
    """Return whether a text heads a list of people ("Entschuldigt fehlten:", "Von der Verwaltung")."""
    words = plain(text)
    if len(words) > LONGEST or words.startswith("("):
        return False
    words = words[:1].upper() + words[1:]
    known = _PRESENT.fullmatch(words) or _NOBODY.fullmatch(words) or _ABSENT.fullmatch(words)
    if known:
        return text.rstrip().endswith(":") or not is_person_of_office(words)
    return tells_absence(words) and not persons_in(words)


def opened_row(text: str) -> tuple[str, str] | None:
    """Return heading and people of a line that holds both ("Protokoll: Berg"), None for other lines."""
    labelled = LABELLED.fullmatch(text)
    if not labelled:
        return None
    alone = is_heading(labelled["label"])
    with_people = _ROW_HEADING.fullmatch(labelled["label"]) is not None and bool(persons_in(labelled["rest"]))
    return (labelled["label"], labelled["rest"]) if alone or with_people else None


def heads_row(text: str) -> bool:
    """Return whether a text is a heading that counts only with names behind or right below it ("Protokoll")."""
    return _ROW_HEADING.fullmatch(plain(text)) is not None


def addressed_row(text: str) -> tuple[str, str] | None:
    """Return heading and people of a line inside a list whose people are called "Herr" or "Frau"; None for others."""
    labelled = LABELLED.fullmatch(text)
    addressed = labelled and is_addressed(labelled["rest"]) and persons_in(labelled["rest"])
    return (labelled["label"], labelled["rest"]) if labelled and addressed else None


def plain(text: str) -> str:
    """Return a heading without its colon."""
    return text.strip().rstrip(":").strip()


def tells_absence(text: str) -> bool:
    """Return whether a heading tells that those below it were absent."""
    return _ABSENT.search(text) is not None


def heads_nobody(heading: str) -> bool:
    """Return whether what stands below a heading is no list of people ("Verteiler")."""
    return _NOBODY.fullmatch(heading) is not None


def faction_of(heading: str) -> str | None:
    """Return the faction that a heading names, as printed ("CDU-Fraktion"); None for other headings."""
    return heading if len(heading) <= LONGEST and _FACTION.fullmatch(heading) else None

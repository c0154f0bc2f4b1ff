"""Rooms, floors and entrances of a house: they stand behind its name, or alone where the house is known."""

from __future__ import annotations

import re

from ratslinde.kernel.text import collapse, spelled_out

_NUMBER = r"(?:nr\.? ?)?(?:(?:[a-z] ?)?\d+(?:[.,]\d+)*(?: ?[a-z])?|[a-z])"
_FLOOR = (
    r"(?:(?:\d{1,2}\.? ?)|(?:[iv]{1,3}\. ?)|im )?(?:og|eg|ug|dg|obergeschoss|erdgeschoss|untergeschoss|dachgeschoss)\.?"
    r"|\d{1,2}\. ?(?:etage|stock(?:werk)?)\.?|parterre|souterrain"
)
_NUMBERED = (
    r"(?:raum|rm|zimmer|zi|saal|halle|tor|geb|gebaeude|parzelle|parz|eingang|aufgang|trakt|bauteil|treppe)\.? "
    rf"?{_NUMBER}|r\.? ?(?:[a-z] ?)?\d+[a-z]?(?:[.,]\d+)*"
)
_CALLED = spelled_out(
    r"(?:(?:im|gr|großer|kl|kleiner|alter|neuer|oberer|unterer|blauer|grüner|roter)\.? )?"
    r"(?:keller|foyer|aula|mensa|saal|hinterhof|innenhof|hinterhaus|vorderhaus|hh|vh|seitenflügel|rückgebäude"
    r"|(?:schulungs|seminar|gruppen|besprechungs|versammlungs|mehrzweck|bewegungs)raum|lehrküche)"
)
_SIGN = r"[a-z] ?\d{1,3}(?:[.,]\d{1,3})?"
"""'E 12': as a house numbers its rooms."""
_ALONE = re.compile(_SIGN)
_ROOM = re.compile(rf"(?:{_FLOOR}|{_NUMBERED}|{_CALLED})(?:,? (?:{_FLOOR}|{_NUMBERED}|{_CALLED}))?")
_WITHIN = (
    r"(\d+\. ?)?(raum|saal|zimmer|zi|etage|stock|og|eg|ug|dg|obergeschoss|erdgeschoss|eingang|hinterhaus|keller|foyer"
    r"|aula|mensa|c/o|bei)\b.*"
)
_STANDS_AS_ROOM = re.compile(_WITHIN)
_STANDS_BEHIND = re.compile(rf"{_WITHIN}|\w*(raum|saal|eingang)\b.*")
"""Behind a house a 'Gemeindesaal' is a room of it; before a street it is the house."""
_BEHIND = re.compile(r"(?P<name>.+?)\s*(?:[,/]|\s[-–])\s*(?P<room>[^,/]+)", re.DOTALL)
_BRACKETS = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<room>[^()]+)\)")
_SURE = re.compile(rf"(?:{_FLOOR}|{_NUMBERED})")
_SAYS_HOUSE = re.compile(
    r"(?:haus|schule|zentrum|treff|kirche|heim|verein|amt|laden|kita|halle|buecherei|bibliothek|gasthof|werk|kolleg)$"
)
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,6}")
_HOUSE_NUMBER = re.compile(r"\d{1,4}[a-z]?", re.IGNORECASE)
_MOST_WORDS = 3


def is_room(text: str) -> bool:
    """Whether it is nothing but a room, a floor or an entrance: 'Raum 3', '1. OG', 'Zi. 112', 'Keller'."""
    words = spelled_out(collapse(text))
    return bool(_ROOM.fullmatch(words) or _ALONE.fullmatch(words))


def stands_as_room(part: str) -> bool:
    """Whether the part of an address begins as a room does, whatever follows: 'Saal links', 'c/o Müller'."""
    return is_room(part) or bool(_STANDS_AS_ROOM.fullmatch(spelled_out(part)))


def name_and_room(text: str) -> tuple[str, str]:
    """('VHS', 'Raum 204') of 'VHS, Raum 204', 'VHS (Raum 204)' or 'VHS Raum 204'; (the text, '') where none stands."""
    given = text.strip()
    found = _BEHIND.fullmatch(given)
    if found and (is_room(found["room"]) or _STANDS_BEHIND.fullmatch(spelled_out(found["room"]))):
        return found["name"], found["room"]
    bracketed = _BRACKETS.fullmatch(given)
    if bracketed and is_room(bracketed["room"]):
        return bracketed["name"], bracketed["room"].strip()
    return _without_sign(collapse(given)) or (text, "")


def _without_sign(text: str) -> tuple[str, str] | None:
    """The house and the room behind it where only a blank stands between: 'BBZ 1. OG', but not 'Alter Saal'."""
    words = text.split(" ")
    for at in range(max(1, len(words) - _MOST_WORDS), len(words)):
        name, room = " ".join(words[:at]), " ".join(words[at:])
        plain = spelled_out(room)
        if _SURE.fullmatch(plain) or (_ROOM.fullmatch(plain) and _is_house(words[at - 1])):
            return name, room
    return None


def _is_house(word: str) -> bool:
    return bool(
        _ACRONYM.fullmatch(word) or _HOUSE_NUMBER.fullmatch(word) or _SAYS_HOUSE.search(spelled_out(word))
    )

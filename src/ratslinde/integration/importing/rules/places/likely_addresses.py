"""What is most likely an address although no town says so: 'Kirchplatz 4', 'zu Gast in Marktpl. 2', 'Treff, Ring 5'.

It is taken over as one, and somebody is asked to check.
"""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules.places.rooms import is_room, name_and_room
from ratslinde.integration.importing.rules.places.streets import is_street
from ratslinde.integration.importing.rules.places.whole_addresses import Whole, is_of_two
from ratslinde.kernel.text import collapse, spelled_out

_GUEST = re.compile(
    r"(?i)^(?:(?:derzeit|zurzeit|zzt\.?|z\. ?zt\.|vorübergehend|aktuell)\s+)?"
    r"(?:zu gast|untergebracht|unterg\.|zu finden)\s+(?:(?:in|im|bei|am|an)\b(?:\s+(?:der|dem|den))?\s+)?"
)
_NUMBER = r"\s*\d{1,4}\s?[a-z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-z]?)*"
_SOUNDS = re.compile(
    rf"[^\d()]*(?:str\.?|strasse|weg|alle?e|gasse|damm|chaussee|ufer|stieg|pfad|promenade|platz|pl\.|g\.|markt|ring"
    rf"|wall|graben|anger|berg|hof|steig){_NUMBER}|(?:am|an|auf|im|in|zum|zur|unter|hinter|vor) [^\d()]+{_NUMBER}"
)
_NONE = re.compile(
    r"(?:sport|spiel|bolz|park|fest|fussball|tennis|camping|grill|schul|stell)(?:platz|pl\.)|(?:bahn|schul|fried|bau)hof"
    r"|(?:super|floh|bau|wochen)markt|ordner|\b(?:gruppe|gleis|modul|teil|kurs|stufe|klasse|raum|saal|halle)\s*\d"
)
_HOUSE_BEFORE = re.compile(
    r"(?P<name>(?:.*\W)?(?:sportpl\.|sportplatz|\w+(?:haus|zentrum|treff|schule|kirche|heim|kita|laden|halle|club|moschee"
    r"|museum|bücherei|bibliothek)))\s+(?P<street>\S.*\d.*)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


def without_guest(text: str) -> str:
    """The address of 'zu Gast in Kirchplatz 4'; else the text as it is."""
    return _GUEST.sub("", text.strip())


def likely_address(text: str) -> Whole | None:
    """The street with what stands before it and the room behind it; None where it may well be a name.

    A town or anything else behind the street is not guessed at: then all of it is left as it stands.
    """
    if not re.search(r"\d", text) or is_of_two(text):
        return None
    given = collapse(_BRACKETS.sub("", without_guest(text)))
    parts = [collapse(part) for part in re.split(r"[,;]", given) if part.strip()]
    at = next((at for at, part in enumerate(parts) if _street_in(part)), None)
    if at is None or not all(map(is_room, parts[at + 1 :])):
        return None
    before, street, room = _street_in(parts[at]) or ("", "", "")
    names = [part for part in (*parts[:at], before) if part]
    rooms = [*filter(is_room, names), *([room] if room else []), *parts[at + 1 :], *_BRACKETS.findall(text)]
    return Whole(", ".join(each for each in names if not is_room(each)), street, "", "", ", ".join(rooms))


def _street_in(part: str) -> tuple[str, str, str] | None:
    """(house before it, street, room behind it)."""
    street, room = name_and_room(part)
    if _is_likely(street):
        return "", street, room
    behind = _HOUSE_BEFORE.fullmatch(street)
    return (behind["name"], behind["street"], room) if behind and _is_likely(behind["street"]) else None


def _is_likely(text: str) -> bool:
    words = spelled_out(text)
    return bool(_SOUNDS.fullmatch(words)) and not _NONE.search(words) and is_street(text)

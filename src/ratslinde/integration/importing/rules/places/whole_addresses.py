"""A whole address in a cell: 'Haus der Vielfalt, Ringstraße 5, 59999 Lindenhagen, Saal 2'."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.places.rooms import is_room, stands_as_room
from ratslinde.kernel.text import collapse, spelled_out

_TOWN = re.compile(r"(?:(?P<front>.*?)\s+)?(?:D-?\s?)?(?P<code>\d{5})\s+(?P<town>\D+)")
_NUMBERED = re.compile(r"\D*[^\W\d_]\D*\s\d{1,4}\s?[a-z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-z]?)?", re.IGNORECASE)
_CODE = re.compile(r"(?<![\d/-])\d{5}(?=\s+[^\W\d_])")
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"(?i)(str\.|stra(?:ß|ss)e)(?=\d)")
_DASH = re.compile(r"\s[-–|•·]\s(?=(?:D-?\s?)?\d{5}\b)")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_INSIDE = re.compile(
    r"\b(raum|saal|zimmer|haus|kita|etage|stock|og|eg|ug|gruppe|halle|gebaeude|schule|turnhalle)\b"
)
_SURE = re.compile(r"(str\.?|strasse|weg|allee|gasse|damm|chaussee|ufer|stieg|pfad)\s*\d")
_LIKELY = re.compile(
    r"(platz|markt|ring|hof|berg|wall|graben)\s*\d|^(am|an|auf|im|in|zum|zur|unter|hinter)\b"
)


class Whole(NamedTuple):
    """An address, with the name that stands before it and the room that stands behind; '' is not said."""

    name: str
    street: str
    postal_code: str
    locality: str
    room: str = ""

    @property
    def label(self) -> str:
        """What a place is called that has no name of its own."""
        return self.name or ", ".join(part for part in (self.street, self.locality) if part)

    def fill(self, values: dict[str, Any]) -> None:
        """Say the three parts of the address where the values say nothing yet."""
        parts = {"street_address": self.street, "postal_code": self.postal_code, "locality": self.locality}
        for field, text in parts.items():
            if text:
                values.setdefault(field, text)


class _Parts(NamedTuple):
    """What stands before and behind the town."""

    before: list[str]
    postal_code: str
    town: str
    behind: list[str]


def whole_address(text: str, towns: Collection[str], *, is_sure: bool = False) -> Whole | None:
    """The address that the cell says; None for a name, and for what may be one: 'Raum 3', 'Sportplatz 2'.

    `towns`: as `stated.Words` has them. A postal code makes an address of each street, as `is_sure` does, where another
    cell says it; a town of what sounds like one. Without both, nothing may stand behind the street: 'Ahornweg 3,
    Hinterhaus' is not parted, as that may be a town.
    """
    if not _DIGIT.search(text) or is_of_two(text):
        return None
    plain = collapse(_DASH.sub(", ", _GLUED.sub(r"\1 ", text.replace("\n", ", "))))
    given = collapse(_BRACKETS.sub("", plain))
    parts = _parted([part for part in map(str.strip, re.split(r"[,;]", given)) if part], towns)
    sure = is_sure or bool(parts.postal_code)
    at = _street_at(parts.before, is_sure=sure, has_town=bool(parts.town))
    if at is not None:
        street, names, rest = parts.before[at], parts.before[:at], [*parts.before[at + 1 :], *parts.behind]
    else:
        at = _street_at(parts.behind, is_sure=sure, has_town=bool(parts.town))
        if at is None:
            return None
        street, names, rest = parts.behind[at], parts.before, [*parts.behind[:at], *parts.behind[at + 1 :]]
    if rest and not (parts.town or is_sure):
        return None
    rooms = [*filter(stands_as_room, names), *rest, *_BRACKETS.findall(plain)]
    name = ", ".join(each for each in names if not stands_as_room(each))
    return Whole(name, street, parts.postal_code, parts.town, ", ".join(rooms))


def is_of_two(text: str) -> bool:
    """Whether two postal codes stand in it: then nobody knows which street is where."""
    return len(_CODE.findall(text)) > 1


def _parted(parts: Sequence[str], towns: Collection[str]) -> _Parts:
    """The town with a postal code, else the last part that is known as one."""
    for at, part in enumerate(parts):
        if found := _TOWN.fullmatch(part):
            front = [found["front"]] if found["front"] else []
            return _Parts([*parts[:at], *front], found["code"], found["town"].strip(), [*parts[at + 1 :]])
    known = [at for at, part in enumerate(parts) if key_of(part) in towns]
    if not known:
        return _Parts([*parts], "", "", [])
    at = known[-1]
    return _Parts([*parts[:at]], "", parts[at], [*parts[at + 1 :]])


def _street_at(parts: Sequence[str], *, is_sure: bool, has_town: bool) -> int | None:
    """The number of the part that is a street; of several the one that sounds most like it, else the last."""
    found = [at for at, part in enumerate(parts) if _is_street(part, is_sure=is_sure, has_town=has_town)]
    sounding = [at for at in found if _SURE.search(spelled_out(parts[at]))]
    return next(reversed(sounding or found), None)


def _is_street(text: str, *, is_sure: bool, has_town: bool) -> bool:
    words = spelled_out(text)
    if not _NUMBERED.fullmatch(text) or _INSIDE.search(words) or is_room(text):
        return False
    return is_sure or bool(_SURE.search(words)) or (has_town and bool(_LIKELY.search(words)))

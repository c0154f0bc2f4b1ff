"""A whole address in a cell in which the name of a place is expected: 'Ahornstraße 10, 59998 Ahornfurt'."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from ratslinde.integration.importing.rules.reaching import parted
from ratslinde.kernel.text import collapse, spelled_out

_BEHIND = re.compile(r"(.*?)[,;]?\s*\b(?:D-?\s?)?(\d{5})\s+(\D+)")
_NUMBERED = re.compile(r"\D*[^\W\d_]\D*\s\d{1,4}\s?[a-z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-z]?)?", re.IGNORECASE)
_GLUED = re.compile(r"(?i)(str\.|stra(?:ß|ss)e)(?=\d)")
_INSIDE = re.compile(
    r"\b(raum|saal|zimmer|haus|kita|etage|stock|og|eg|ug|gruppe|halle|gebaeude|schule|turnhalle)\b"
)
_SURE = re.compile(r"(str\.?|strasse|weg|allee|gasse|damm|chaussee|ufer|stieg|pfad)\s*\d")
_LIKELY = re.compile(
    r"(platz|markt|ring|hof|berg|wall|graben)\s*\d|^(am|an|auf|im|in|zum|zur|unter|hinter)\b"
)


class Whole(NamedTuple):
    """An address, with the name that stands before it; '' is not said."""

    name: str
    street: str
    postal_code: str
    locality: str

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


def whole_address(text: str, towns: Collection[str]) -> Whole | None:
    """The address that the cell says; None for a name, and for what may be one: 'Raum 3', 'Sportplatz 2'.

    `towns`: as `stated.Words` has them. A postal code makes an address of each street; a town of what sounds like one.
    """
    given = collapse(_GLUED.sub(r"\1 ", text.replace("\n", ", ")))
    behind = _BEHIND.fullmatch(given)
    if behind:
        front, postal_code, town = behind[1], behind[2], behind[3].strip()
    else:
        front, town = parted(given, towns) or (given, "")
        postal_code = ""
    name, _, street = (part.strip(" ,;") for part in front.rpartition(","))
    if not _is_street(street, is_sure=bool(postal_code), has_town=bool(town)):
        return None
    return Whole(name, street, postal_code, town)


def _is_street(text: str, *, is_sure: bool, has_town: bool) -> bool:
    words = spelled_out(text)
    if not _NUMBERED.fullmatch(text) or _INSIDE.search(words):
        return False
    return is_sure or bool(_SURE.search(words)) or (has_town and bool(_LIKELY.search(words)))

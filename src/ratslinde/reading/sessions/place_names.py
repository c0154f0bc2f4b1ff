"""Place names of several words in the name of a body ("Ortschaftsrat Lindau im Tal")."""

from __future__ import annotations

import re
from typing import Literal

from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.bodies import is_body

_PLACES = load("places")
_ROOM = re.compile(alternatives(_PLACES["words"]), re.IGNORECASE)
_LANDSCAPE = re.compile(alternatives(_PLACES["landscapes"]), re.IGNORECASE)
_MORE = re.compile(r"\s+(?P<more>(?:im|in der|in den)\s+(?P<noun>[A-ZÄÖÜ][\w-]+))(?P<rest>.*)")
_WORD_BEFORE = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]+$")

Belongs = Literal["yes", "no", "unclear"]


def place_behind(text: str, end: int, elsewhere: list[str]) -> tuple[str, Belongs]:
    """Return what a name that ends at `end` goes on with ("im Tal"), and whether it belongs to the name.

    It does where the lines `elsewhere` hold the same words together, and where it names a landscape; a room does
    not. Source of the rule: names of German towns such as "Neustadt im Harz".
    """
    more, last = _MORE.match(text, end), _WORD_BEFORE.search(text[:end])
    if not more or not last or is_body(last[0]):
        return "", "no"
    whole = f"{last[0]} {more['more']}"
    if any(whole in line for line in elsewhere) or _LANDSCAPE.fullmatch(more["noun"]):
        return f" {more['more']}", "yes"
    room = _ROOM.search(f"{more['noun']}{more['rest']}".split(",")[0])
    return f" {more['more']}", "no" if room else "unclear"

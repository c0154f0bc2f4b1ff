"""How much room letters take: an estimate that errs on the wide side, because the server sees no screen."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from ratslinde.ui.pictures.svg import Attribute, element, one_line, words

_NARROW, _USUAL, _CAPITAL, _WIDE = 0.32, 0.56, 0.68, 1.05
_LITTLE = frozenset("ijlIft.,:;'|!()[] ")


@lru_cache(maxsize=4_000)
def width_of(text: str, *, size: float) -> float:
    """The width of the text in units of the picture, in semi-bold letters of that size."""
    return size * sum(map(_of, text))


@lru_cache(maxsize=4_000)
def fitting(text: str, *, size: float, room: float) -> str:
    """The text on one line, or as much of it as the room holds and an ellipsis; '' where not three letters fit."""
    line = one_line(text)
    if width_of(line, size=size) <= room:
        return line
    taken, kept = width_of("…", size=size), ""
    for letter in line:
        taken += size * _of(letter)
        if taken > room:
            break
        kept += letter
    return f"{kept.rstrip()}…" if len(kept.rstrip()) > 2 else ""


def in_lines(text: str, *, size: float, room: float, most: int = 2) -> list[str]:
    """The words of the text on so many lines that fit; the last one is cut; [] where nothing fits."""
    lines: list[str] = []
    rest = one_line(text).split(" ")
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and width_of(" ".join(rest[: taken + 1]), size=size) <= room:
            taken += 1
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    lines += [" ".join(rest)] if rest else []
    cut = [fitting(line, size=size, room=room) for line in lines]
    return cut if all(cut) else []


def lettered(text: str, x: float, y: float, *, side: int, size: float, **looks: Attribute) -> SafeString:
    """The text on the line at y: to the right of x (`side` 1), to the left (-1) or with its middle there (0)."""
    anchor = {0: "middle", 1: "start", -1: "end"}[side]
    return element("text", isolated(text), x=x, y=y, font_size=size, text_anchor=anchor, **looks)


def isolated(text: str) -> SafeString:
    """The text as content; one that begins from the right stands between marks that keep its full stop at its end.

    SVG's own `direction` would also turn the anchor around, which browsers do and the press does not.
    """
    strong = (unicodedata.bidirectional(letter) for letter in text)
    leftward = next((found != "L" for found in strong if found in ("L", "R", "AL")), False)
    return mark_safe(f"\u2067{words(text)}\u2069") if leftward else words(text)  # noqa: S308 - words are escaped


def _of(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if letter in _LITTLE:
        return _NARROW
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        return _WIDE
    return _CAPITAL if letter.isupper() or letter in "mwMW@%–—" else _USUAL

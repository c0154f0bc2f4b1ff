"""Fira Sans for browsers: each weight in parts, so that a page loads only those of its letters."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Fira Sans"


class Part(NamedTuple):
    """A share of the characters, as CSS writes it in `unicode-range`."""

    name: str
    unicode_range: str


class Weight(NamedTuple):
    """A weight and where its TTF lies below `node_modules`."""

    weight: int
    source: str


PARTS = (
    Part(  # German and its neighbours, Turkish too, and what a typesetter adds
        "latin",
        "U+0-FF,U+11E-11F,U+130-131,U+152-153,U+15E-15F,U+2C6,U+2DA,U+2DC,U+2010-2027,U+202F-2030,U+2032-2033,"
        "U+2039-203A,U+20AC,U+2116,U+2122,U+2190-2193,U+2212",
    ),
    Part(
        "cyrillic", "U+400-45F,U+490-491"
    ),  # Ukrainian and Russian, without the letters of distant languages
    Part(
        "wide",
        "U+100-11D,U+120-12F,U+132-151,U+154-15D,U+160-2C5,U+2C7-2D9,U+370-3FF,U+460-48F,U+492-52F,U+1E00-1FFF",
    ),
)
WEIGHTS = (
    Weight(400, "@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf"),
    Weight(600, "@expo-google-fonts/fira-sans/600SemiBold/FiraSans_600SemiBold.ttf"),
)


def file_name(weight: Weight, part: Part) -> str:
    """What the file of that part is called."""
    return f"fira-sans-{weight.weight}-{part.name}.woff2"


def woff2(ttf: bytes, part: Part) -> bytes:
    """The font with the characters of the part only, compressed for browsers; the same bytes every time."""
    options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "locl", "mark", "mkmk", "tnum"])
    font = TTFont(io.BytesIO(ttf), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(_characters(part)))
    subsetter.subset(font)
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def font_faces() -> str:
    """The CSS rules that name the files, relative to their own folder."""
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight.weight};font-style:normal;font-display:swap;'
        f'src:url("{file_name(weight, part)}") format("woff2");unicode-range:{part.unicode_range}}}'
        for weight in WEIGHTS
        for part in PARTS
    )


def _characters(part: Part) -> Iterable[int]:
    for piece in part.unicode_range.split(","):
        first, _, last = piece.removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)

"""The printer's fonts: free ones of our own, so that a document looks the same on every machine."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

FONT_FILES = (
    "fira-sans/400Regular/FiraSans_400Regular.ttf",
    "fira-sans/600SemiBold/FiraSans_600SemiBold.ttf",
    "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
    "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    "ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf",
    "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
    "noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf",
    "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
)
"""Their places in `node_modules/@expo-google-fonts/`; in the font folder they lie flat.

Noto Sans has Cyrillic, Greek and Devanagari too. Arabic is not Noto's, which sets dots as letters of their own: what is
copied or read aloud from the document would have half of its letters twice.
"""


class FontsMissingError(RuntimeError):
    """The installation is not complete: a font file is not in the font folder."""


def fonts_folder() -> Path:
    """Return the folder of the printer's fonts: `RATSLINDE_FONTS`, else `build/fonts` of the checkout."""
    named = os.environ.get("RATSLINDE_FONTS")
    return Path(named) if named else Path(__file__).parents[3] / "build" / "fonts"


def has_fonts(folder: Path) -> bool:
    """Return whether every font of the printer is in `folder`."""
    return not _missing(folder)


@functools.cache
def load_fonts(folder: Path) -> typst.Fonts:
    """Return the fonts of `folder` for the press. Raises FontsMissingError."""
    _font_files(folder)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@functools.cache
def covered_characters(folder: Path) -> frozenset[int]:
    """Return the code points that at least one font of `folder` can show. Raises FontsMissingError."""
    return frozenset().union(*coverages(folder))


@functools.cache
def coverages(folder: Path) -> tuple[frozenset[int], ...]:
    """Return the code points of each font of `folder`. Raises FontsMissingError."""
    found = []
    for path in _font_files(folder):
        with TTFont(path, lazy=True) as font:
            found.append(frozenset(font.getBestCmap()))
    return tuple(found)


def _font_files(folder: Path) -> tuple[Path, ...]:
    missing = _missing(folder)
    if missing:
        raise FontsMissingError(
            f"In {folder} fehlen Schriften: {', '.join(missing)}. Bitte „make setup“ ausführen."
        )
    return tuple(folder / Path(name).name for name in FONT_FILES)


def _missing(folder: Path) -> list[str]:
    names = [Path(name).name for name in FONT_FILES]
    return [name for name in names if not (folder / name).is_file()]

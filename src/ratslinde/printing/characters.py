"""Text as the fonts can show it: PDF/UA and PDF/A refuse a document with one character that no font has."""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

from ratslinde.printing.fonts import coverages, covered_characters

REPLACEMENT = "\ufffd"
MAX_LINE = 2_000  # characters of a title, a name, a place …

_SPELLED_OUT = {"☐": "[ ]", "□": "[ ]", "☑": "[x]", "☒": "[x]", "✓": "✔"}
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})  # control, formatting (also: reversed reading direction), halves
_JOINERS = "\u200d\ufe0e\ufe0f"  # they join or colour emoji; in plain text they are invisible
_BREAK_HERE = "\u200b"
_NOT_JOINED = "\u200c"
_SEPARATED = re.compile(r"(?<![\u0620-\u06ff])\u200c|\u200c(?![\u0620-\u06ff])")
"""Persian spells with it: it keeps two letters from joining. Elsewhere it is invisible."""
_UNBROKEN = re.compile(r"[^\s/-]{61,}")


class _Coverage(dict[int, str]):
    """A table for `str.translate` that learns each character when it first meets it."""

    def __init__(self, covered: frozenset[int]) -> None:
        super().__init__({ord(char): text for char, text in _SPELLED_OUT.items()})
        self._covered = covered

    def __missing__(self, code: int) -> str:
        self[code] = shown = self._shown(chr(code))
        return shown

    def _shown(self, char: str) -> str:
        category = unicodedata.category(char)
        if char == _NOT_JOINED:
            return char
        if category in _INVISIBLE or char in _JOINERS:
            return "\n" if char == "\n" else ""
        if ord(char) in self._covered and category not in {"Co", "Cn", "Zl", "Zp"}:
            return char
        return " " if category.startswith("Z") else REPLACEMENT


@functools.cache
def _coverage(folder: Path) -> _Coverage:
    return _Coverage(covered_characters(folder))


@functools.cache
def _marked(folder: Path) -> re.Pattern[str]:
    """A character and the marks on it, or marks that stand on nothing."""
    marks = "".join(
        each for each in map(chr, covered_characters(folder)) if unicodedata.category(each)[0] == "M"
    )
    return re.compile(rf"([^\s{marks}]?)([{marks}]+)")


class Characters:
    """The text filter for one font folder."""

    def __init__(self, folder: Path) -> None:
        self._table = _coverage(folder)
        self._marked = _marked(folder)
        self._fonts = coverages(folder)

    def text(self, text: str) -> str:
        """Return `text`, what no font can show replaced and what nobody can see removed; newlines stay."""
        shown = unicodedata.normalize("NFC", text.replace("\t", " ")).translate(self._table)
        shown = self._marked.sub(self._in_one_font, _SEPARATED.sub("", shown))
        return _UNBROKEN.sub(lambda found: _breakable(found[0], every=30), shown)

    def missing(self, text: str) -> list[str]:
        """Return the characters of `text` that `text()` replaces because no font has them."""
        plain = unicodedata.normalize("NFC", text)
        return [each for each in plain if each != REPLACEMENT and self._table[ord(each)] == REPLACEMENT]

    def _in_one_font(self, found: re.Match[str]) -> str:
        """The character with its marks, or bare: the press sets both from one font, and has none for marks alone."""
        letter, marks = found.groups()
        wanted = set(map(ord, letter + marks))
        return found[0] if letter and any(wanted <= font for font in self._fonts) else letter

    def line(self, text: str) -> str:
        """Return `text` on one line, cut visibly after `MAX_LINE` characters."""
        line = " ".join(self.text(text[: 4 * MAX_LINE]).split())
        return line if len(line) <= MAX_LINE else line[:MAX_LINE].rstrip() + " […]"

    def narrow(self, text: str, *, room: int) -> str:
        """Return `text` on one line in which no word is longer than `room`, for a narrow column."""
        unbroken = rf"[^\s/-]{{{room + 1},}}"
        return re.sub(unbroken, lambda found: _breakable(found[0], every=room), self.line(text))


def _breakable(word: str, *, every: int) -> str:
    bare = word.replace(_BREAK_HERE, "")
    return _BREAK_HERE.join(bare[start : start + every] for start in range(0, len(bare), every))

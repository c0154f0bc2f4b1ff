"""Where the words that were asked for stand: a text in pieces, each with whether it is marked. Nothing here is HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ratslinde.record.searching.analysis import Word, term, words
from ratslinde.record.searching.sentences import sentences

Marked = tuple[tuple[str, bool], ...]
SNIPPET = 240  # characters, about two lines
_BEFORE = 80


class Finder:
    """Tells whether a word of one object is what was asked for, just as the index would."""

    def __init__(self, asked: Sequence[str], *, compounds: str) -> None:
        self._terms = {each for each in asked if not each.endswith("*")}
        self._beginnings = tuple(each.removesuffix("*") for each in asked if each.endswith("*"))
        split = (line.split(" ") for line in compounds.split("\n") if line)
        self._compounds = {plain for plain, *parts in split if any(map(self._asked, parts))}

    def meets(self, word: Word) -> bool:
        """Whether the word, or a part of it, was asked for."""
        return word.plain in self._compounds or self._asked(term(word.plain))

    def _asked(self, found: str) -> bool:
        return found in self._terms or (bool(self._beginnings) and found.startswith(self._beginnings))


def marked(text: str, meets: Callable[[Word], bool]) -> Marked:
    """The whole text with its words marked."""
    return _pieces(text, (word for word in words(text) if meets(word)))


def snippet(text: str, meets: Callable[[Word], bool]) -> Marked:
    """About two lines around the first word that was asked for; the beginning of the text when there is none."""
    before, around, after = _around(text, _first(text, meets))
    running = sentences(around)
    first = _first(running, meets)
    start = 0 if first <= _BEFORE else _word_start(running, first - _BEFORE)
    end = len(running) if len(running) <= start + SNIPPET else _word_end(running, start, start + SNIPPET)
    front = "… " if start or before else ""
    back = " …" if end < len(running) or after else ""
    pieces = ((front, False), *marked(running[start:end].strip(), meets), (back, False))
    return tuple(piece for piece in pieces if piece[0])


def _first(text: str, meets: Callable[[Word], bool]) -> int:
    return next((word.start for word in words(text) if meets(word)), 0)


def _around(text: str, at: int) -> tuple[bool, str, bool]:
    """The whole lines around the place, as marks stand where a line begins; whether there is text before and after."""
    start = text.rfind("\n", 0, max(at - _BEFORE, 0)) + 1
    end = text.find("\n", at + SNIPPET)
    end = len(text) if end < 0 else end
    return bool(text[:start].strip()), text[start:end], bool(text[end:].strip())


def _word_start(text: str, at: int) -> int:
    return at + len(text[at : at + _BEFORE].split(maxsplit=1)[0]) if text[at : at + _BEFORE].strip() else at


def _word_end(text: str, start: int, at: int) -> int:
    blank = max(text.rfind(" ", start, at), text.rfind("\n", start, at))
    return blank if blank > start else at


def _pieces(text: str, hits: Iterable[Word]) -> Marked:
    found, at = [], 0
    for word in hits:
        found += [(text[at : word.start], False), (text[word.start : word.end], True)]
        at = word.end
    return tuple(piece for piece in [*found, (text[at:], False)] if piece[0])

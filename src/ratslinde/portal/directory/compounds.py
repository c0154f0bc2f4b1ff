"""German compounds in what somebody asks for: who types "Deutschkurs" also means a "Kurs" for "Deutsch".

The word list that cuts compounds for the search of the whole town is too large for a process that serves pages. Here
the words of the directory itself say what is a word.
"""

from __future__ import annotations

from collections.abc import Callable

from ratslinde.kernel.text import fold
from ratslinde.portal.directory import folding

SHORTEST = 4
"""Letters of a part."""
_LINKS = ("es", "en", "er", "s", "n", "e", "")


def apart(words: str, *, is_known: Callable[[str], bool]) -> str:
    """The words with each compound as its two parts; '' where none is one. `is_known`: whether a form occurs."""
    asked = folding.split(words)
    found = [_parts(fold(word), is_known) or (word,) for word in asked]
    return (
        " ".join(part for parts in found for part in parts) if any(len(parts) > 1 for parts in found) else ""
    )


def _parts(word: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """The parts with the longest first one, which is the more telling: wohnungssuche → wohnung, suche."""
    if not word.isascii():
        return ()
    for at in range(len(word) - SHORTEST, SHORTEST - 1, -1):
        if not _occurs(word[at:], is_known):
            continue
        for link in _LINKS:
            first = word[:at].removesuffix(link)
            if len(first) == at - len(link) >= SHORTEST and _occurs(first, is_known):
                return first, word[at:]
    return ()


def _occurs(word: str, is_known: Callable[[str], bool]) -> bool:
    return any(map(is_known, folding.of_word(word, "de")))

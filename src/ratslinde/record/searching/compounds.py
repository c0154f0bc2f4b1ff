"""German compounds into their parts: Baumpflanzaktion → baum, pflanz, aktion, and baumpflanz, pflanzaktion.

The word list behind it takes 100 MB and a second to load, so only the worker and `rebuild_index` come here; what they
find stands in the index, and a page that answers a question needs neither.
"""

from __future__ import annotations

from functools import lru_cache

from ratslinde.record.searching.analysis import masculine
from ratslinde.record.searching.special import SPECIAL

Cut = tuple[int, int]
SHORTEST, LONGEST = 7, 60  # letters of a word that is looked at
_LINKS = ("", "es", "en", "er", "s", "n", "e")
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


@lru_cache(maxsize=20_000)  # a few words make up most of a text; more of them would only take memory
def parts(plain: str) -> tuple[str, ...]:
    """The parts of a word in lower case, and the runs of neighbouring parts; empty when it is no compound."""
    word = masculine(plain)
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return ()
    word, cuts = _best_cuts(word)
    fine = [piece for cut in cuts for piece in _finer(word, cut)]
    runs = {*cuts, *((first[0], last[1]) for at, first in enumerate(fine) for last in fine[at:])}
    return tuple(sorted({word[start:end] for start, end in runs} - {word}))


def _best_cuts(word: str) -> tuple[str, tuple[Cut, ...]]:
    cuts = _cut(word)
    for written, umlaut in _UMLAUTS:
        if not cuts and written in word:
            word = word.replace(written, umlaut)
            cuts = _cut(word)
    return word, cuts


def _finer(word: str, cut: Cut) -> list[Cut]:
    """A part that is itself a compound, in its parts: haushaltsplan → haushalt, plan."""
    start, end = cut
    inner = _cut(word[start:end]) if end - start >= SHORTEST else ()
    return [(start + first, start + last) for first, last in inner] or [cut]


@lru_cache(maxsize=10_000)
def _cut(word: str) -> tuple[Cut, ...]:
    """The cuts with the fewest parts, the longest last one (the head of a German word), the shortest links."""
    if word in SPECIAL.whole:
        return ()
    best: dict[int, tuple[Cut, ...]] = {}  # by where a part begins: it and what follows
    onward: dict[int, tuple[Cut, ...]] = {len(word): ()}  # by where a part ends: what follows, behind a link
    for start in range(len(word) - 1, -1, -1):
        ends = [end for end in range(start + 3, len(word) + (start > 0)) if end in onward]
        found = [((start, end), *onward[end]) for end in ends if _is_part(word[start:end], first=start == 0)]
        if found:
            best[start] = min(found, key=_weakness)
        links = (link for link in _LINKS if start + len(link) in best and word.startswith(link, start))
        if after := [best[start + len(link)] for link in links]:
            onward[start] = min(after, key=_weakness)
    return best.get(0, ())


def _weakness(cuts: tuple[Cut, ...]) -> tuple[int, int, int]:
    head = cuts[-1][1] - cuts[-1][0]
    return len(cuts), -head, -sum(end - start for start, end in cuts)


def _is_part(piece: str, *, first: bool) -> bool:
    if len(piece) < 4:
        return piece in SPECIAL.short
    if piece in SPECIAL.endings or (first and piece in SPECIAL.prefixes):
        return False
    return _is_word(piece)


def _is_word(piece: str) -> bool:
    import simplemma  # here, so that no web process ever loads the word list

    return bool(simplemma.is_known(piece, "de"))

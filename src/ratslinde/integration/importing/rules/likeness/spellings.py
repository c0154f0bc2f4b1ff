"""One name in several spellings: shortened words, known associations in short and in full, hyphens, blanks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ratslinde.integration.importing.rules.likeness.association_names import (
    ASSOCIATIONS,
    BEFORE,
    LEVELS,
    LITTLE,
    SPELLED,
)
from ratslinde.kernel.text import spelled_out

CUT = "*"
"""Stands for the letters that a list left out: 'kirchengem*' for 'Kirchengem.'."""
_SHORTEST = 3
"""Letters before what is left out, from which on a look at the names that begin so is worth it."""
_MOST = 40
"""Names that begin alike: of more, a shortened one says nothing."""
_WORD = re.compile(r"[a-z0-9]+\.?")
_LEGAL = frozenset({"ev", "ggmbh", "gmbh", "mbh", "gbr", "ug", "ag", "kg", "ohg", "kdoer", "gr", "i"})
_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _short, _longs in ASSOCIATIONS.items():
    for _long in _longs:
        _words = tuple(_long.split())
        _PHRASES.setdefault(_words[0], []).append((_words, _short))
for _found in _PHRASES.values():
    _found.sort(key=lambda each: -len(each[0]))


@lru_cache(maxsize=20_000)
def spelled_words(name: str) -> tuple[str, ...]:
    """The words as they are compared, in their order: 'Arbeiterwohlfahrt Ortsverein Linde e. V.' → awo, ov, linde.

    A word that the name shortens ends with `CUT`.
    """
    words = _with_short_names(_WORD.findall(spelled_out(name)))
    found = [_one_way(word, at, len(words)) for at, word in enumerate(words)]
    kept = [word for word in found if word]
    return tuple(word for at, word in enumerate(kept) if at == 0 or word != kept[at - 1])


def joined(words: Sequence[str]) -> str:
    """The words without blanks: 'Kleider-Kammer' and 'Kleiderkammer' are one."""
    return "".join(words)


def same_spelling(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are one, letters that are left out of a word being any."""
    mine, theirs = joined(one), joined(other)
    if not mine or not theirs:
        return False
    if CUT not in mine and CUT not in theirs:
        return mine == theirs
    return _covers(mine, other) or _covers(theirs, one) or _in_another_order(one, other)


def begins_so(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all of `one` is the beginning of `other`, which says more; what may stand before an office is passed."""
    for rest in {tuple(other), tuple(without_before(other))}:
        first, so_many = rest[: len(one)], len(one)
        if 0 < so_many < len(rest) and same_spelling(one, first):
            return True
    return False


def shortened_alike(words: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Pairs (with letters left out, other) of names that are one, or of which one begins so."""
    names = [joined(each) for each in words]
    order = sorted(range(len(names)), key=lambda at: names[at])
    texts = [names[at] for at in order]
    sharing: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        front = name.partition(CUT)[0]
        if CUT not in name or len(front) < _SHORTEST:
            continue
        sharing = sharing or _by_word(words)
        first, last = bisect_left(texts, front), bisect_left(texts, f"{front}\x7f")
        near = {*order[first:last]} if last - first <= _MOST else set()
        near |= {
            other for word in words[at] for other in sharing.get(word, ()) if len(sharing[word]) <= _MOST
        }
        yield from (
            (at, other)
            for other in sorted(near)
            if other != at and (same_spelling(words[at], words[other]) or begins_so(words[at], words[other]))
        )


def _by_word(words: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """The numbers of the names that hold each whole word."""
    found: dict[str, list[int]] = {}
    for at, each in enumerate(words):
        for word in {word for word in each if CUT not in word}:
            found.setdefault(word, []).append(at)
    return found


def _in_another_order(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the same words stand in both, as in 'Schuldnerb. Linde' and 'Linde, Schuldnerberatung'."""
    if len(one) != len(other) or len(one) == 1:
        return False
    left = [*other]
    for word in sorted(one, key=lambda word: CUT in word):
        met = next((each for each in left if _covers(word, [each]) or _covers(each, [word])), None)
        if met is None:
            return False
        left.remove(met)
    return True


def without_before(words: Sequence[str]) -> Sequence[str]:
    """The words without what may stand before the one by which an office is known: 'Kommunales Jobcenter'."""
    return words[1:] if len(words) > 1 and words[0] in BEFORE else words


def _with_short_names(words: Sequence[str]) -> list[str]:
    """The words with the long names of associations in short."""
    found: list[str] = []
    at = 0
    while at < len(words):
        phrases = _PHRASES.get(words[at].rstrip("."), ())
        met = next((each for each in phrases if _stands_at(words, at, each[0])), None)
        found.append(met[1] if met else words[at])
        at += len(met[0]) if met else 1
    return found


def _stands_at(words: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    return [word.rstrip(".") for word in words[at : at + len(phrase)]] == [*phrase]


def _one_way(word: str, at: int, number: int) -> str:
    """The word in the one way in which it is compared; '' for one without which the name is the same."""
    bare = word.rstrip(".")
    if bare == "ev" and at < number - 1:
        return "evangelisch"
    if bare in LITTLE or bare in _LEGAL:
        return ""
    bare = SPELLED.get(bare, LEVELS.get(bare, bare))
    is_cut = word.endswith(".") and bare == word[:-1] and bare not in LEVELS.values() and not bare.isdigit()
    return bare + CUT if is_cut and len(bare) > 1 and bare not in ASSOCIATIONS and bare != "st" else bare


def _covers(pattern: str, other: Sequence[str]) -> bool:
    return bool(_compiled(pattern).fullmatch(" ".join(other).replace(CUT, "")))


@lru_cache(maxsize=4_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Blanks may stand anywhere, but what is left out ends with its word."""
    return re.compile(" ?".join("[a-z]*" if letter == CUT else letter for letter in pattern))

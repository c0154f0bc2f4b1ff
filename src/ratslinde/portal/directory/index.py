"""An index in memory: which entry holds which word, how well, in any of the languages."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from rapidfuzz import fuzz, process

from ratslinde.kernel.text import fold
from ratslinde.portal.directory import folding
from ratslinde.portal.directory.languages import LANGUAGES

MOST_WORDS = 8
SHORTEST_INSIDE = 4  # letters of a word that is looked for inside others
SHORTEST_PART, SHORTEST_REST = 4, 3  # letters of a part of a word, and of what is left of the word
MOST_FORMS = 200
WHOLE, STEM, BEGINNING, INSIDE = 1.0, 0.8, 0.5, 0.3
_ALIKE, _MORE_ALIKE = 74, 80  # per cent; among all words of all texts many look alike by chance
_CODES = tuple(language.code for language in LANGUAGES)


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text of an entry: how much a word in it counts."""

    words: str
    language: str
    weight: float


Postings = Mapping[str, float]
"""By form: the weight of the best place where it stands."""


class Written(NamedTuple):
    """The words of an entry as they are written (for "did you mean"): those of its names and topics, and all others."""

    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def postings(texts: Iterable[Text]) -> tuple[Postings, Written]:
    """The forms of an entry's texts, and its words."""
    found: dict[str, float] = {}
    names: set[str] = set()
    every: set[str] = set()
    for text in sorted(texts, key=lambda each: each.weight):  # what is noted later counts at least as much
        wholes, stems = _forms(text.words, text.language)
        weak = text.weight * STEM
        found.update((stem, weak) for stem in stems if found.get(stem, 0) < weak)
        found.update(dict.fromkeys(wholes, text.weight))
        words = _written(text.words, text.language)
        every |= words
        names |= words if text.weight > 1 else frozenset()
    return found, Written(names=tuple(names), others=tuple(every - names))


@lru_cache(maxsize=4_000)
def _forms(words: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The whole words of a text and their further forms; names of actors, places and topics come again and again."""
    wholes: set[str] = set()
    stems: set[str] = set()
    for whole, *others in set(folding.forms(words, language)):
        wholes.add(whole)
        stems.update(others)
    return frozenset(wholes), frozenset(stems)


@lru_cache(maxsize=4_000)
def _written(words: str, language: str) -> frozenset[str]:
    """In any of the languages; each word is kept once, in however many entries it stands."""
    found = (intern(folding.lowered(word, language)) for word in folding.split(words))
    return frozenset(word for word in found if len(word) >= SHORTEST_INSIDE and not word.isnumeric())


class Index:
    """The words of many entries, each known by its number."""

    def __init__(self, entries: Sequence[tuple[Postings, Written]]) -> None:
        by_form: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, (forms, _) in enumerate(entries):
            for form, weight in forms.items():
                by_form[form].append((number, weight))
        self._by_form = dict(by_form)
        self._sorted = sorted(by_form)
        self._joined = "\n".join(["", *self._sorted, ""])
        names = Counter(word for _, written in entries for word in written.names)
        others = Counter(word for _, written in entries for word in written.others if word not in names)
        self._names, self._others = _to_compare(names), _to_compare(others)
        self._found = lru_cache(maxsize=200)(self._find)  # the same words come with other filters and pages

    def find(self, words: str) -> Mapping[int, float]:
        """The entries that hold every word, in any language, with how well they fit; the last word may be begun."""
        return self._found(words)

    def _find(self, words: str) -> Mapping[int, float]:
        found: dict[int, float] | None = None
        asked = _asked(words)
        for place, forms in enumerate(asked):
            scores = self._scores(forms, begun=place == len(asked) - 1)
            if found is None:
                found = scores
            else:
                found = {number: found[number] + scores[number] for number in found.keys() & scores.keys()}
        return found or {}

    def knows(self, form: str) -> bool:
        """Whether a word of an entry has the form."""
        return form in self._by_form

    def alike(self, words: str, *, most: int = 3) -> list[str]:
        """Words that occur, in any of the languages, and look like one that was asked for, best first."""
        found: dict[str, float] = {}
        for asked in map(folding.bare, folding.split(words)[:MOST_WORDS]):
            if len(asked) < SHORTEST_INSIDE or asked in self._names or asked in self._others:
                continue
            for known, alike in ((self._names, _ALIKE), (self._others, _MORE_ALIKE)):
                near = process.extract(asked, known.keys(), scorer=fuzz.ratio, limit=most, score_cutoff=alike)
                for bare, score, _ in near:
                    found[known[bare]] = max(found.get(known[bare], 0), score)
        return sorted(found, key=lambda word: -found[word])[:most]

    def parts(self, words: str, *, most: int = 2) -> list[str]:
        """Beginnings and ends of words without a hit, as far as they are words; the rarest, the telling one, first.

        Of "Schwimmkurs" that is "schwimm", where an entry speaks of swimming, before "kurs", which many do.
        """
        found: dict[str, int] = {}
        for word in folding.split(words)[:MOST_WORDS]:
            whole = fold(word)
            if not self.find(word):
                cuts = range(SHORTEST_PART, len(whole) - SHORTEST_REST + 1)
                ends = range(SHORTEST_REST, len(whole) - SHORTEST_PART + 1)
                tried = [*(whole[:at] for at in cuts), *(whole[at:] for at in ends)]
                found.update({part: len(self._by_form[part]) for part in tried if part in self._by_form})
        return sorted(found, key=lambda part: (found[part], -len(part)))[:most]

    def _scores(self, forms: Mapping[str, float], *, begun: bool) -> dict[int, float]:
        scores: dict[int, float] = {}
        spread = self._spread(forms, begun=begun)
        for form in sorted(spread, key=spread.__getitem__):
            factor = spread[form]
            for number, weight in self._by_form[form]:
                if weight * factor > scores.get(number, 0):
                    scores[number] = weight * factor
        return scores

    def _spread(self, forms: Mapping[str, float], *, begun: bool) -> dict[str, float]:
        """The forms that occur and answer to those asked for, with how sure that is."""
        found = {form: factor for form, factor in forms.items() if form in self._by_form}
        for whole in [form for form, factor in forms.items() if factor == WHOLE]:
            if begun and len(whole) > 1:
                for form in self._beginning_with(whole):
                    found.setdefault(form, BEGINNING)
            if len(whole) >= SHORTEST_INSIDE:
                for form in self._holding(whole):
                    found.setdefault(form, INSIDE)
        return found

    def _holding(self, part: str) -> list[str]:
        """The forms with these letters inside: searched in one text, which takes a fraction of one by one."""
        found: list[str] = []
        at = self._joined.find(part)
        while at >= 0 and len(found) < MOST_FORMS:
            end = self._joined.index("\n", at)
            found.append(self._joined[self._joined.rindex("\n", 0, at) + 1 : end])
            at = self._joined.find(part, end)
        return found

    def _beginning_with(self, start: str) -> list[str]:
        first = bisect_left(self._sorted, start)
        some = self._sorted[first : first + MOST_FORMS]
        return [form for form in some if form.startswith(start)]


def _to_compare(counted: Counter[str]) -> dict[str, str]:
    """How each word is written, by what is compared of it: the most frequent first, also of two ways to write one."""
    found: dict[str, str] = {}
    for word in sorted(counted, key=lambda word: (-counted[word], word)):
        found.setdefault(folding.bare(word), word)
    return found


def _asked(words: str) -> list[dict[str, float]]:
    """Each word of a question with its forms in all languages."""
    asked: list[dict[str, float]] = []
    for word in folding.split(words)[:MOST_WORDS]:
        forms: dict[str, float] = {}
        for code in _CODES:
            for whole, *stems in folding.forms(word, code):
                forms[whole] = WHOLE
                for stem in stems:
                    forms.setdefault(stem, STEM)
        if forms:
            asked.append(forms)
    return asked

"""An index in memory: which entry holds which word, how well, in any of the languages."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from ratslinde.portal.directory import folding
from ratslinde.portal.directory.languages import LANGUAGES

MOST_WORDS = 8
SHORTEST_INSIDE = 4  # letters of a word that is looked for inside others
MOST_FORMS = 200
WHOLE, STEM, BEGINNING, INSIDE = 1.0, 0.8, 0.5, 0.3
_ALIKE = 74
_CODES = tuple(language.code for language in LANGUAGES)


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text of an entry: how much a word in it counts."""

    words: str
    language: str
    weight: float


Postings = Mapping[str, float]
"""By form: the weight of the best place where it stands."""


def postings(texts: Iterable[Text]) -> tuple[Postings, frozenset[str]]:
    """The forms of an entry's texts, and its words as they are written (for "did you mean")."""
    found: dict[str, float] = {}
    texts = tuple(texts)
    for text in texts:
        for whole, *stems in folding.forms(text.words, text.language):
            found[whole] = max(found.get(whole, 0), text.weight)
            for stem in stems:
                found[stem] = max(found.get(stem, 0), text.weight * STEM)
    written = {
        word.strip(".,;:!?()„“\"'").lower()
        for text in texts
        if text.weight > 1
        for word in text.words.split()
    }
    return found, frozenset(word for word in written if len(word) > 3 and word.isalpha())


class Index:
    """The words of many entries, each known by its number."""

    def __init__(self, entries: Sequence[tuple[Postings, frozenset[str]]]) -> None:
        by_form: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        spoken: defaultdict[str, int] = defaultdict(int)
        for number, (forms, written) in enumerate(entries):
            for form, weight in forms.items():
                by_form[form].append((number, weight))
            for word in written:
                spoken[word] += 1
        self._by_form = dict(by_form)
        self._sorted = sorted(by_form)
        self._written = sorted(spoken, key=lambda word: (-spoken[word], word))

    def find(self, words: str) -> dict[int, float]:
        """The entries that hold every word, in any language, with how well they fit; the last word may be begun."""
        found: dict[int, float] | None = None
        asked = _asked(words)
        for place, forms in enumerate(asked):
            scores = self._scores(forms, begun=place == len(asked) - 1)
            if found is None:
                found = scores
            else:
                found = {number: found[number] + scores[number] for number in found.keys() & scores.keys()}
        return found or {}

    def alike(self, words: str, *, most: int = 3) -> list[str]:
        """Words that occur and look like one that was asked for, best first."""
        found: dict[str, float] = {}
        for word in words.lower().split()[:MOST_WORDS]:
            if len(word) < SHORTEST_INSIDE:
                continue
            for other, score, _ in process.extract(
                word, self._written, scorer=fuzz.ratio, limit=most, score_cutoff=_ALIKE
            ):
                if other != word:
                    found[other] = max(found.get(other, 0), score)
        return sorted(found, key=lambda word: -found[word])[:most]

    def _scores(self, forms: Mapping[str, float], *, begun: bool) -> dict[int, float]:
        scores: dict[int, float] = {}
        for form, factor in self._spread(forms, begun=begun).items():
            for number, weight in self._by_form[form]:
                scores[number] = max(scores.get(number, 0), weight * factor)
        return scores

    def _spread(self, forms: Mapping[str, float], *, begun: bool) -> dict[str, float]:
        """The forms that occur and answer to those asked for, with how sure that is."""
        found = {form: factor for form, factor in forms.items() if form in self._by_form}
        for whole in [form for form, factor in forms.items() if factor == WHOLE]:
            if begun and len(whole) > 1:
                for form in self._beginning_with(whole):
                    found.setdefault(form, BEGINNING)
            if len(whole) >= SHORTEST_INSIDE:
                for form in [each for each in self._sorted if whole in each][:MOST_FORMS]:
                    found.setdefault(form, INSIDE)
        return found

    def _beginning_with(self, start: str) -> list[str]:
        first = bisect_left(self._sorted, start)
        some = self._sorted[first : first + MOST_FORMS]
        return [form for form in some if form.startswith(start)]


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

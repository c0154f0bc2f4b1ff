"""What became of an item, as the words of minutes name it. Pure: the words come from the town's profile (R205)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from ratslinde.council import profiles
from ratslinde.kernel.text import collapse

_PASSIVE = r"\b(?:wird|werden|wurde|wurden|ist|sind)\b(?:(?!\bnicht\b).)*\b"
_NOT = r"(?<!\bnicht )"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One outcome: patterns of the words that name it, of nouns in labelled results, and of sentences.

    `counted`: it is told with the manner of the vote ("einstimmig beschlossen").
    """

    outcome: str
    words: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    counted: bool = False


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """All outcomes in the order in which their words are looked for, manners of voting, and labels of results.

    `kinds` label the outcome in a table, beside other cells.
    """

    outcomes: tuple[Outcome, ...]
    manners: dict[str, str]
    labels: tuple[str, ...]
    kinds: tuple[str, ...]

    def in_result(self, text: str) -> tuple[str, ...]:
        """The outcomes that a labelled result names ('einstimmig beschlossen'): none, one, or too many."""
        text = collapse(text)
        found = dict.fromkeys(_found(text, [(each, (*each.words, *each.nouns)) for each in self.outcomes]))
        return tuple(self._told_with(outcome, text) for outcome in found)

    def alone(self, line: str) -> str:
        """The outcome of a line that says nothing else ('Beschluss: vertagt', 'zur Kenntnis genommen'), or ''."""
        labelled = re.match(rf"\W*(?:{'|'.join(self.labels)})\s*:\s*", line, re.IGNORECASE)
        text = collapse(line[labelled.end() :] if labelled else line).strip(" .()–-")
        manner = f"(?:(?:{'|'.join(self.manners.values())}) )?"
        for each in self.outcomes:
            if re.fullmatch(f"{manner}(?:{'|'.join(each.words)})", text, re.IGNORECASE):
                return self._told_with(each, text)
        return ""

    def labelled_kind(self, line: str) -> str:
        """The outcome behind a label such as 'Beschlussart' anywhere in a line; cells end at a tab. '' without one."""
        found = re.search(rf"\b(?:{'|'.join(self.kinds)}):\s*([^\t]+)", line)
        return self.alone(found[1]) if found else ""

    def in_sentences(self, sentences: Iterable[str]) -> tuple[str, ...]:
        """The outcomes that sentences tell ('Der Punkt wird vertagt.'), each once."""
        return tuple(dict.fromkeys(each for text in sentences for each in self._told(text)))

    def manner(self, text: str) -> str:
        """'einstimmig' or 'mehrheitlich'; '' where the text names none, or both."""
        found = [
            name for name, words in self.manners.items() if re.search(rf"\b(?:{words})", text, re.IGNORECASE)
        ]
        return found[0] if len(found) == 1 else ""

    def _told(self, sentence: str) -> list[str]:
        text = collapse(sentence).strip(" .()")
        told = [(each, tuple(f"{_PASSIVE}(?:{word})$" for word in each.words)) for each in self.outcomes]
        active = [(each, each.told) for each in self.outcomes if each.told]
        return [each.outcome for each in dict.fromkeys(_found(text, [*told, *active]))]

    def _told_with(self, outcome: Outcome, text: str) -> str:
        manner = self.manner(text) if outcome.counted else ""
        return f"{manner} {outcome.outcome}".strip()


@cache
def vocabulary(profile: str, day: datetime.date) -> Vocabulary:
    """The words of a profile that held on the day. Raises KeyError where it has none."""
    keys = {
        "outcomes": "minutes.outcomes",
        "manners": "minutes.manners",
        "labels": "minutes.outcome_labels",
        "kinds": "minutes.outcome_kinds",
    }
    return msgspec.convert(
        {name: profiles.value(profile, key, day=day).value for name, key in keys.items()}, Vocabulary
    )


def _found(text: str, patterns: Sequence[tuple[Outcome, tuple[str, ...]]]) -> list[Outcome]:
    """What the patterns find, a piece of the text counting for the first of them only."""
    found: list[Outcome] = []
    for outcome, words in patterns:
        if not words:
            continue
        pattern = re.compile(rf"{_NOT}\b(?:{'|'.join(words)})\b", re.IGNORECASE)
        text, times = pattern.subn(" ", text)
        found += [outcome] * (times > 0)
    return found

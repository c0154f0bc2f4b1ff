"""Results of votes: numbers only where they are printed, and the words of the document."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.minutes.counts import KEYS, Counts, counted_again, counts_in, numbers_left
from ratslinde.reading.minutes.groups import votes_by_group
from ratslinde.reading.minutes.telling import (
    is_prose,
    known_result,
    result_at_end,
    tallies,
    tells_result,
    words_beside,
)
from ratslinde.reading.outcome import Entry
from ratslinde.reading.rules import load
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_TICK = re.compile(load("votes")["ticks"])
_LETTERS = re.compile(r"[^\W\d_]{3}")
_DOUBTS = ("form", "vote-numbers-left")  # what is not read may be stated all the same
SHORT = 80


def read_vote(lines: list[Line], *, labelled: bool, text: str | None = None) -> Entry | None:
    """Return a vote (yes, no, abstain, result) from a labelled result or from a sentence; None without one.

    `text` is the sentence, where it is only a part of its lines.
    """
    whole = join_all(line.text for line in lines) if text is None else text
    printed = [line.text for line in lines if line.text] if text is None else [text]
    counts, rule = _counted(printed, labelled=labelled)
    counted = counts.yes is not None and counts.no is not None
    words = _result(whole, labelled=labelled, counted=counted or rule == "vote-by-group")
    if not counts.any and not words:
        return None
    if not words and not labelled:
        words = result_at_end(whole)
    span = span_of(lines)
    rule_of_words = "form" if rule == "form" else _rule_of_words(words, printed, labelled=labelled)
    missing = stated(None, rule, span) if rule in _DOUBTS else NOTHING
    told = {key: getattr(counts, key) for key in KEYS}
    values = {key: missing if number is None else stated(number, rule, span) for key, number in told.items()}
    values["result"] = stated(words, rule_of_words, span) if words else NOTHING
    return Entry(values, span=span)


def _counted(printed: list[str], *, labelled: bool) -> tuple[Counts, str]:
    """The numbers of a vote and the rule that they were found by."""
    counting = _above_prose(printed)
    groups = votes_by_group(counting)
    if groups:
        return groups.counts, "vote-numbers" if groups.stated and labelled else "vote-by-group"
    text = join_all(counting)
    counts = counts_in(text, bare=labelled)
    if not labelled:
        return counts, "vote-sentence"
    if _TICK.search(text):
        return counts, "form"
    if counted_again(text):
        return counts, "vote-counted-again"
    told = join_all(_above_prose(printed, counted=True))
    return counts, "vote-numbers-left" if numbers_left(told, counts) else "vote-numbers"


def _above_prose(printed: list[str], *, counted: bool = False) -> list[str]:
    """The lines of a vote above the first that tells something else, once there are numbers (or `counted` is given)."""
    for index, text in enumerate(printed):
        if index and is_prose(text) and (counted or counts_in(join_all(printed[:index]), bare=True).any):
            return printed[:index]
    return printed


def _rule_of_words(words: str | None, printed: list[str], *, labelled: bool) -> str:
    """The rule for the words of a result: known ones in a labelled result are certain, unless told in passing."""
    if not labelled or _said_in_passing(words, printed):
        return "vote-sentence"
    return "vote-words" if words and known_result(words, labelled=True) else "vote-words-whole"


def _said_in_passing(words: str | None, printed: list[str]) -> bool:
    """Whether the words of a result stand first in a line further down that tells more than a result."""
    said = next((index for index, text in enumerate(printed) if words and words in text), 0)
    return said > 0 and not (tallies(printed[said]) or tells_result(printed[said]))


def _result(text: str, *, labelled: bool, counted: bool) -> str | None:
    """The words of the result: a known phrase, else the whole of a short labelled result that is not `counted`."""
    known = known_result(text, labelled=labelled)
    if known or counted or not labelled or not text or len(text) > SHORT:
        return known
    return text.strip(" .") if _LETTERS.search(words_beside(text)) else None

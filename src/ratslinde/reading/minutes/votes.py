"""Results of votes: numbers only where they are printed, and the words of the document."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Entry, Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("votes")
_NUMBERS: dict[str, int] = load("words")["numbers"]
_NUMBER = r"(?P<n>\d{1,3}|(?:" + "|".join(_NUMBERS) + r")(?=\s))"
_KEYS = ("yes", "no", "abstain")
_ANY = f"(?:{'|'.join(alternatives(_RULES[key]) for key in _KEYS)})"
_BEFORE = {
    key: re.compile(
        rf"(?<![\w.,/:]){_NUMBER}\s*(?:x\s*)?(?:\w+\s+)?{alternatives(_RULES[key])}(?!\w)", re.IGNORECASE
    )
    for key in _KEYS
}
_BEHIND = {
    key: re.compile(
        rf"(?<!\w){alternatives(_RULES[key])}\s*(?:[:=|]?\s*(?P<n>\d{{1,3}})(?![\w.,]\d)|:\s*(?P<word>{'|'.join(_NUMBERS)})(?!\w))",
        re.IGNORECASE,
    )
    for key in _KEYS
}
_WORDS_FIRST = re.compile(rf"^\D*?(?<!\w){_ANY}\s*[:=|]?\s*\d", re.IGNORECASE)
_TRIPLE = re.compile(
    r"(?<![\d.,:/])(?P<yes>\d{1,3})\s?(?P<mark>[:/])\s?(?P<no>\d{1,3})(?:\s?(?P=mark)\s?(?P<abstain>\d{1,3}))?(?![\d:/]|\s*Uhr|\.\d)"
)
_AGAINST = re.compile(r"\bmit\s+(?P<yes>\d{1,3})\s*(?:gegen|zu|:)\s*(?P<no>\d{1,3})\s+Stimmen")
_HEADER = re.compile(
    rf"(?:(?:{'|'.join(alternatives(_RULES[key]) for key in _KEYS)})\s*[:|/]?\s*){{3}}", re.IGNORECASE
)
_ROW = re.compile(r"(?P<yes>\d{1,3})\s+(?P<no>\d{1,3})\s+(?P<abstain>\d{1,3})")
_RESULT = re.compile(alternatives(_RULES["results"]), re.IGNORECASE)
_COUNTED = re.compile(
    rf"\d+\s*{_ANY}|{_ANY}\s*[:=|]?\s*(?:\d+|keine)?|Befangen\w*\s*:?\s*\d*|Stimmen", re.IGNORECASE
)
_TALLY = re.compile(
    rf"(?:{_RESULT.pattern}|{_ANY}|(?<!\w)\d{{1,3}}(?!\w)|(?<!\w)(?:{'|'.join(_NUMBERS)})(?!\w)|Befangen\w*|[\s,;:=|/().–-])+",
    re.IGNORECASE,
)
_OPEN_COUNT = re.compile(rf"(?<!\w){_ANY}\s*[:=|]?$", re.IGNORECASE)
SHORT = 80
_PLAIN = re.compile(r"(?<!\w)(?:Ja|Nein|dafür|dagegen)$", re.IGNORECASE)
SENTENCE = re.compile("|".join(_RULES["sentences"]), re.IGNORECASE)
BARE = re.compile(r"\(?\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?(?: Stimmen)?\)?")
COUNT = re.compile(_RULES["sentences"][0])
_LINE = re.compile(alternatives(_RULES["lines"]))
ANNOUNCING = re.compile(_RULES["announcing"])


class Counts(msgspec.Struct):
    """The three numbers of a vote; None where nothing is printed."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None

    @property
    def any(self) -> bool:
        return self.yes is not None or self.no is not None or self.abstain is not None


def tells_result(text: str) -> bool:
    """Return whether a line is nothing but the result of a vote ("Der Beschluss wird einstimmig gefasst.")."""
    return BARE.fullmatch(text) is not None or (
        _LINE.fullmatch(text) is not None and SENTENCE.search(text) is not None
    )


def is_result(text: str) -> bool:
    """Return whether a text is nothing but the words of a result ("einstimmig beschlossen")."""
    return _RESULT.fullmatch(text.strip(" .()")) is not None


def tallies(text: str, *, above: str = "") -> bool:
    """Return whether a line is nothing but counts and results ("Ja 9 Nein 0"); "9" alone below its word `above`."""
    if not _TALLY.fullmatch(text):
        return False
    return re.search(r"[^\W\d_]", text) is not None or _OPEN_COUNT.search(above) is not None


def counts_in(text: str, *, bare: bool) -> Counts:
    """Return the numbers of a vote in a text; `bare` ones such as "9:0" count only in a labelled result."""
    header = _HEADER.search(text)
    if header and (row := _ROW.match(text[header.end() :].strip())):
        return Counts(*(int(row[key]) for key in _KEYS))
    patterns = _BEHIND if _WORDS_FIRST.match(text) else _BEFORE
    counts = Counts(*(_first(patterns[key], text, words=bare) for key in _KEYS))
    against = _AGAINST.search(text)
    if against and counts.yes is None and counts.no is None:
        return Counts(int(against["yes"]), int(against["no"]), counts.abstain)
    if counts.any:
        return counts
    match = _AGAINST.search(text) or (_TRIPLE.search(text) if bare else None)
    if not match:
        return Counts(*(_first(_BEHIND[key], text, words=True) for key in _KEYS))
    abstain = match.groupdict().get("abstain")
    return Counts(int(match["yes"]), int(match["no"]), int(abstain) if abstain else None)


def _first(pattern: re.Pattern[str], text: str, *, words: bool) -> int | None:
    """Return the first number of a kind; without `words`, "ein Ja" in running text is no vote."""
    for match in pattern.finditer(text):
        word = (match["n"] or match["word"]).lower()
        if word.isdigit():
            return int(word)
        if words or not _PLAIN.search(match[0]):
            return _NUMBERS[word]
    return None


def read_vote(lines: list[Line], *, labelled: bool) -> Entry | None:
    """Return a vote (yes, no, abstain, result) from a labelled result or from a sentence; None without one."""
    text = join_all(line.text for line in lines)
    counts = counts_in(text, bare=labelled)
    words = _result(text, labelled=labelled)
    if not counts.any and not words:
        return None
    span = span_of(lines)
    rule = "vote-numbers" if labelled else "vote-sentence"
    rule_of_words = "vote-words" if labelled and not _said_in_passing(words, lines) else "vote-sentence"
    values: dict[str, Field] = {
        key: NOTHING if (number := getattr(counts, key)) is None else stated(number, rule, span)
        for key in _KEYS
    }
    values["result"] = stated(words, rule_of_words, span) if words else NOTHING
    return Entry(values, span=span)


def _said_in_passing(words: str | None, lines: list[Line]) -> bool:
    """Whether the words of a result stand first in a line further down that tells more than a result."""
    printed = [line.text for line in lines if line.text]
    said = next((index for index, text in enumerate(printed) if words and words in text), 0)
    return said > 0 and not (tallies(printed[said]) or tells_result(printed[said]))


def _result(text: str, *, labelled: bool) -> str | None:
    """The words of the result: a known phrase, else the whole of a short labelled result that has words."""
    match = _RESULT.search(text)
    if match or not labelled or not text or len(text) > SHORT:
        return match[0] if match else None
    words = _COUNTED.sub("", text)
    return text.strip(" .") if re.search(r"[^\W\d_]{3}", words) else None

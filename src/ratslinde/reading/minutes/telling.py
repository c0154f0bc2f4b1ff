"""What a line or a sentence tells of a vote: results and counts alone, a result at its end, or something else."""

from __future__ import annotations

import re

from ratslinde.reading.minutes.counts import ANY, BESIDE, NUMBERS, counts_in
from ratslinde.reading.minutes.groups import heads_counts
from ratslinde.reading.minutes.short_counts import SHORT_ROW
from ratslinde.reading.rules import alternatives, load

_RULES = load("votes")
_RESULT = re.compile(alternatives(_RULES["results"]), re.IGNORECASE)
_RESULT_OF_LINE = re.compile(alternatives(_RULES["results_of_lines"]), re.IGNORECASE)
_RESULT_AT_END = re.compile(rf"(?<!\w)(?P<word>{alternatives(_RULES['results_of_lines'])})\.?$")
_ENDING = re.compile(rf"\b(?:wird|wurde|ist)\b.*\s(?P<word>{_RESULT.pattern})\.?$")
_COUNTED = re.compile(
    rf"\d+\s*{ANY}|{ANY}\s*[:=|]?\s*(?:\d+|keine)?|(?:\d+\s+)?{BESIDE}\s*:?\s*\d*|Stimmen", re.IGNORECASE
)
_TALLY = re.compile(
    rf"(?:{_RESULT.pattern}|{ANY}|(?<!\w)\d{{1,3}}(?!\w)|(?<!\w)(?:{'|'.join(NUMBERS)})(?!\w)|{BESIDE}"
    rf"|(?<!\w){alternatives(_RULES['result_labels'])}|[\s,;:=|/().–-])+",
    re.IGNORECASE,
)
_OPEN_COUNT = re.compile(rf"(?<!\w)(?:{ANY}|{BESIDE})\s*[:=|]?$", re.IGNORECASE)
_BEGINS_COUNT = re.compile(rf"(?:{ANY}|\d)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*(?:\((?P<round>[^()]{3,80})\)|[–-] (?P<dashes>[^–-]{3,60})(?: [–-])?)\.?$")
_STRENGTH = re.compile(alternatives(_RULES["strength"]))
_NUMBER = re.compile(r"\d|\bkeine\b")
_COUNTS = re.compile(rf"(?<!\w){ANY}\s*[:=|]\s*\d", re.IGNORECASE)
_MARKS = (":", "=", "|")  # one of them stands in front of each count of such a line
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LINE = re.compile(alternatives([*_RULES["lines"], *_RULES["bare_lines"]]))
_BARE_LINE = re.compile(alternatives(_RULES["bare_lines"]))
_COUNT_LINE = re.compile(_RULES["count_lines"][1])
SENTENCE = re.compile("|".join(_RULES["sentences"]), re.IGNORECASE)
BARE = re.compile(
    r"\(?\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?(?: Stimmen)?\)?|\(?\d{1,3}(?:\s?/\s?\d{1,3}){2}\)?"
    rf"|\(?{SHORT_ROW}\)?"
)
COUNT = re.compile(rf"{'|'.join(_RULES['count_lines'])}|(?:[-–•] )?(?i:{ANY})\s*:\s*(?:\d{{1,3}}|keine)\b")
ANNOUNCING = re.compile(_RULES["announcing"])
PROSE = 5  # words beyond those of a vote: a line with as many tells something else


def tells_result(text: str) -> bool:
    """Return whether a line is nothing but the result of a vote ("Der Beschluss wird einstimmig gefasst.")."""
    if BARE.fullmatch(text) or _STRENGTH.fullmatch(text) or _COUNT_LINE.match(text):
        return True
    if (COUNT.match(text) and tallies(text)) or counts_alone(text) or heads_counts(text):
        return True
    return _LINE.fullmatch(text) is not None and SENTENCE.search(text) is not None


def is_bare_result(text: str) -> bool:
    """Return whether a sentence is the result of a vote without a subject ("Mit 9 Stimmen angenommen.")."""
    if is_result(text) or BARE.fullmatch(text) or (tallies(text) and _NUMBER.search(text)):
        return True
    return (
        _BARE_LINE.fullmatch(text) is not None and SENTENCE.search(text) is not None and _words(text) < PROSE
    )


def is_counts(text: str) -> bool:
    """Return whether a text is numbers of a vote with hardly a word beside them ("9 Ja, 2 Nein, damit angenommen")."""
    return _words(text) <= 1 and counts_in(text, bare=True).any


def result_behind(text: str) -> tuple[str, str]:
    """Return the result in brackets or behind a dash at the end of a text, and the text above; ("", "") without one."""
    bracket = _IN_BRACKETS.search(text)
    told = (bracket["round"] or bracket["dashes"]) if bracket else ""
    if not bracket or not (is_bare_result(told) or is_bare_result(told[:1].upper() + told[1:])):
        return "", ""
    return told, text[: bracket.start()].strip()


def is_result(text: str) -> bool:
    """Return whether a text is nothing but the words of a result ("einstimmig beschlossen")."""
    return _RESULT.fullmatch(text.strip(" .()")) is not None


def tallies(text: str, *, above: str = "") -> bool:
    """Return whether a line is nothing but counts and results ("Ja 9 Nein 0"); "9" alone below its word `above`."""
    if not _TALLY.fullmatch(text):
        return False
    return _LETTER.search(text) is not None or _OPEN_COUNT.search(above) is not None


def counts_alone(text: str) -> bool:
    """Return whether a line is nothing but labelled counts, with those who could vote ("Anwesend: 12, Für: 12")."""
    marked = any(mark in text for mark in _MARKS)
    return marked and _COUNTS.search(text) is not None and tallies(text)


def is_prose(text: str) -> bool:
    """Return whether a line tells more than a vote: many words beside those of counts and results."""
    if _BEGINS_COUNT.match(text) or tells_result(text):
        return False
    return _words(text) >= PROSE


def known_result(text: str, *, labelled: bool) -> str | None:
    """Return the words that tell a result, None without one; in a labelled one more words are known."""
    match = _RESULT.search(text) or (
        _RESULT_OF_LINE.search(text) if labelled and not is_prose(text) else None
    )
    return match[0] if match else None


def result_in(text: str) -> str | None:
    """Return the words that tell a result, None without one; some count only where nothing else is told."""
    return known_result(text, labelled=tells_result(text))


def result_at_end(text: str) -> str | None:
    """Return the word of a result that a sentence ends with ("… mit 19 Ja-Stimmen genehmigt."), None without one."""
    match = _RESULT_AT_END.search(text)
    return match["word"] if match else None


def ending_result(text: str) -> str | None:
    """Return the word that a sentence ends with and that says what became of the item ("… wird vertagt.")."""
    match = _ENDING.search(text)
    return match["word"] if match else None


def words_beside(text: str) -> str:
    """Return a text without the counts of a vote."""
    return _COUNTED.sub("", text)


def _words(text: str) -> int:
    """How many words a text has beside those of counts and results."""
    return len(_WORD.findall(words_beside(_RESULT.sub("", text))))

"""What stands behind a number: the title of an item, or a sentence, a count, a date of the text."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.numbers import number_of
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.dates import dates_in, times_in
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line

_COUNTED = re.compile(rf"{alternatives(load('agenda')['counted'])}(?!\w)")
_SPEECH = re.compile(rf"{alternatives(load('agenda')['speech'])}(?!\w)")
_OPENER = re.compile(rf"{alternatives(load('agenda')['openers'])}(?!\w)")
_VERB = re.compile(rf"(?<!\w){alternatives(load('agenda')['verbs'])}(?![\w-])")
_SAID_SHORTLY = re.compile(r"(?:[Kk]eine?|[Ee]ntfällt|[Ee]s)\b[^.]{0,60}\.?")
_SHORTENED = re.compile(r"\b(?:e\. ?V|u\. ?a|[Nn]r|Str|etc|usw|Abs)\.$")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4}[.!?])\s+(?=[A-ZÄÖÜ])")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_ENDS = (".", ";", ",", ":", "!")
LONGEST_TITLE = 300
TITLE_LINES = 6
VERB_WITHIN = 90  # so many characters of a line are searched for the verb of a sentence
KNOWN = 10  # so many characters of a title are enough to know it again
FULL = 0.75  # of the width of a full line


def begins_heading(title: str) -> bool:
    """Return whether a line behind a number can begin a title: no sentence, no count ("12 Stimmen")."""
    return (
        bool(_LETTER.search(title))
        and not title[0].islower()
        and not _COUNTED.match(title)
        and not _ends(title)
    )


def is_heading(title: str, below: list[Line], *, width: float) -> bool:
    """Return whether what stands behind a number reads like a title to its end.

    `below`: the lines that follow; those of the same block belong to it. `width`: characters of a full line.
    """
    if not _LETTER.search(title) or title[0].islower() or _COUNTED.match(title):
        return False
    block = [title]
    for line in below[:TITLE_LINES]:
        room = width and len(block[-1]) < FULL * width and line.text[:1].isupper()
        if not line.text or room or number_of(line) or find(line.text, "item"):
            break
        block.append(line.text)
    text = join_all(block)
    return not _ends(text) and len(text) <= LONGEST_TITLE


def goes_on_speaking(title: str) -> bool:
    """Return whether "TOP 3" stands in a sentence ("TOP 3 wird vorgezogen.")."""
    return _SPEECH.match(title) is not None


def begins_sentence(text: str) -> bool:
    """Return whether a line begins a sentence ("Herr Berg berichtet …", "Keine."), not more of a title."""
    if _SAID_SHORTLY.fullmatch(text) and _ends(text):
        return True
    verb = _VERB.search(text, 0, VERB_WITHIN)
    return verb is not None and (_OPENER.match(text) is not None or (text[:1].isupper() and _ends(text)))


def holds_verb(text: str) -> bool:
    """Return whether a verb stands in a text: then it tells something and names nothing."""
    return _VERB.search(text) is not None


def opens_sentence(text: str) -> bool:
    """Return whether a text below a title is a sentence: by its verb, or by its first word and the full stop."""
    return begins_sentence(text) or (_OPENER.match(text) is not None and _ends(text))


def holds_sentence(title: str) -> bool:
    """Return whether a sentence follows on a title behind a full stop ("Radwege. Die Verwaltung berichtet")."""
    return any(begins_sentence(title[match.end() :]) for match in _FULL_STOP.finditer(title))


def _ends(text: str) -> bool:
    return text.endswith(_SENTENCE_ENDS) and not _SHORTENED.search(text)


def is_moment(line: Line) -> bool:
    """Return whether a line begins with a date ("12. März 2026") or a time of day ("20.15 Uhr")."""
    day = next(dates_in(line.text), None)
    return (day is not None and day.start == 0) or bool(times_in(line.text[:9]))


def shape(text: str) -> str:
    """Return letters and digits of a text in one case."""
    return re.sub(r"\W+", "", text).casefold()


def agrees(title: str, below: list[Line], listed: str | None) -> bool | None:
    """Return whether a title is the one that the agenda listed (as a shape); None when nobody can tell."""
    plain = shape(title)
    if not listed or not plain:
        return None
    whole = shape(join_all([title, *(line.text for line in below[:TITLE_LINES])]))
    if whole.startswith(listed) or (len(plain) >= KNOWN and listed.startswith(plain)):
        return True
    return None if listed.startswith(plain) else False

"""Later presentations that a paper only announces ("wird voraussichtlich in der Sitzung am … vorgestellt")."""

from __future__ import annotations

import re

from ratslinde.reading.fields import optional, stated
from ratslinde.reading.outcome import Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.blocks import blocks_of
from ratslinde.reading.text.bodies import body_word, nominative
from ratslinde.reading.text.dates import dates_in
from ratslinde.reading.text.joining import BULLET, join_all
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("papers")["announced"]
_UNSURE = re.compile(rf"\b{alternatives(_RULES['unsure'])}", re.IGNORECASE)
_SHOWN = re.compile(rf"\b{alternatives(_RULES['shown'])}\b")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÄÖÜ„])")
_MARK = re.compile(r"^[-–—•·▪●*]\s+")
_LISTED = re.compile(
    rf"(?P<body>[A-ZÄÖÜ][^–:]*?)(?=,?\s+(?:{alternatives(_RULES['unsure'])}|am\s+\d|\d)|\s+[–:]|$)"
)
_VERB = r"(?!\b(?:wird|werden|soll|sollen)\b)"
_BODY = re.compile(
    rf"\b(?:dem|der|im|den)\s+(?P<name>[A-ZÄÖÜ](?:{_VERB}[^.])*?)"
    r"(?=\s+(?:voraussichtlich|in\s+(?:der|einer|seiner|ihrer)\b|am\b|zur\b|bis\b))"
)


def planned_reports(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the announced presentations: body, date, `certain` (always false), and the sentence."""
    found: list[Entry] = []
    for block in blocks_of(lines):
        for sentence in _SENTENCE_END.split(join_all(line.text for line in block)):
            entry = _report(sentence, block)
            if entry:
                found.append(entry)
    return tuple(found)


def listed_reports(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the entries of a list of announced presentations: body, date, `certain`, and the text of each."""
    entries: list[list[Line]] = []
    for line in (line for line in lines if line.text):
        if BULLET.match(line.text) or not entries:
            entries.append([line])
        else:
            entries[-1].append(line)
    return tuple(_listed(rows) for rows in entries)


def _listed(rows: list[Line]) -> Entry:
    text, span = _MARK.sub("", join_all(line.text for line in rows)), span_of(rows)
    match = _LISTED.match(text)
    day = next(dates_in(text), None)
    certain = day is not None and not _UNSURE.search(text)
    return Entry(
        {
            "body": optional(match["body"].strip() if match else None, "listed", span),
            "date": optional(day.iso if day else None, "listed", span),
            "certain": stated(certain, "listed", span),
            "text": stated(text, "listed", span),
        },
        span=span,
    )


def _report(sentence: str, block: list[Line]) -> Entry | None:
    day = next(dates_in(sentence), None)
    if not day or not _UNSURE.search(sentence) or not _SHOWN.search(sentence) or not body_word(sentence):
        return None
    names = [match["name"] for match in _BODY.finditer(sentence) if body_word(match["name"])]
    span = span_of(block)
    return Entry(
        {
            "body": optional(nominative(names[0]) if names else None, "planned", span),
            "date": stated(day.iso, "planned", span),
            "certain": stated(value=False, rule="planned", span=span),
            "text": stated(sentence, "planned", span),
        },
        span=span,
    )

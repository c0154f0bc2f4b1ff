"""Sessions that the head of a paper names in words: behind a label of their own, or in a line for whom it is meant."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Cell, Entry
from ratslinde.reading.papers.consultations import read_consultations
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.blocks import blocks_of
from ratslinde.reading.text.bodies import is_body, session_name
from ratslinde.reading.text.dates import dates_in
from ratslinde.reading.text.facts import Head
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_WEEKDAY = alternatives(load("words")["weekdays"])
_BEFORE_DAY = re.compile(rf"[\s,–-]*(?:\bam\s+)?(?:{_WEEKDAY},?\s*)?(?:de[nm]\s+)?(?=\d{{1,2}}\.)")
_NAMED = re.compile(
    r"(?:für die|zur|zu der|Tagesordnung der)\s+(?:(?:nächsten?|kommenden?|öffentlichen?|ordentlichen?|\d{1,3}\.)\s+)*"
    r"\w*[Ss]itzung\s+(?:des|der)\s+(?P<body>[A-ZÄÖÜ][^.:;]{2,90}?),?\s+(?:am|vom)\s"
)
LONGEST_ROW = 160
LINES = 3


def labelled_rows(facts: Head) -> tuple[Entry, ...]:
    """Return one consultation for each label with body and day behind it ("Beratung: Rat am 3. Mai 2026")."""
    said = [fact for fact in facts.all("status", "session_row") if fact.lines]
    named = [
        fact
        for fact in said
        if len(fact.text) < LONGEST_ROW
        and is_body(fact.text)
        and (next(dates_in(fact.text), None) or fact.label.key == "session_row")
    ]
    return read_consultations([_row(fact.at, fact.text) for fact in named]) if named else ()


def _row(line: Line, text: str) -> Line:
    day = next(dates_in(text), None)
    before = _BEFORE_DAY.sub(" ", text[: day.start] + "1.", count=1)[:-2] if day else text
    plain = " ".join(f"{before} {text[day.start :] if day else ''}".split())
    return msgspec.structs.replace(line, text=plain, cells=(Cell(plain, line.left),))


def named_session(lines: list[Line]) -> tuple[Entry, ...]:
    """Return one consultation from the words "für die Sitzung des … am …" in a head; () where there are none."""
    for block in blocks_of(lines):
        for index in range(len(block)):
            rows = block[index : index + LINES]
            text = join_all(line.text for line in rows)
            match = _NAMED.search(text, 0, len(block[index].text) + 1) or _NAMED.search(text)
            day = next(dates_in(text[match.end() :]), None) if match else None
            if match and day and match.start() <= len(block[index].text) and is_body(match["body"]):
                values = dict.fromkeys(("role", "result", "top", "public"), NOTHING)
                span = span_of(rows)
                body = stated(session_name(match["body"]), "sentence", span)
                return (
                    Entry({"body": body, "date": stated(day.iso, "sentence", span), **values}, span=span),
                )
    return ()

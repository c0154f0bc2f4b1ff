"""The head of a session's document: body, date, time, place, from labels or from its first sentences."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.fields import NOTHING, of_fact, optional, stated
from ratslinde.reading.kinds import heading_kind
from ratslinde.reading.outcome import Field
from ratslinde.reading.sessions.place import place_of, room_of
from ratslinde.reading.sessions.times import times_of
from ratslinde.reading.text.bodies import is_body, nominative, session_name
from ratslinde.reading.text.dates import dates_in, is_weekday_of, times_in, weekday_in
from ratslinde.reading.text.facts import Fact, Head
from ratslinde.reading.text.head_reader import read_head
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of


class SessionHead(msgspec.Struct, frozen=True):
    """What the head states, each as a field; `facts` are the labelled values it was taken from."""

    body: Field
    date: Field
    weekday: Field
    start: Field
    end: Field
    place: Field
    room: Field
    facts: Head


_SESSION_OF = re.compile(
    r"\b\w*[Ss]itzung\s+(?:des|der)\s+"
    r"(?P<body>[^,•|]+?(?:(?:, [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*)*,? und [A-ZÄÖÜ][^,•|]+?)?)"
    r"(?=\s+(?:am|vom|im|in der|statt|ein|findet|lade)\b|\s+\d{1,2}\.|,\s|\s*[•–|]|\.?$)"
)
_SESSION = re.compile(r"[Ss]itzung\b")
_NAMED = re.compile(r"sitzung (?:des|der)?", re.IGNORECASE)
_UNTIL_DATE = re.compile(r"\bam\b|\bvom\b|(?:,|\s[-–])(?=\s*\d)")
_ON_DAY = re.compile(r"Am\b|[Zz]u(?:r|m| der| einer)?\b.*\bam\b")
_ADDRESS = re.compile(r"An (?:den|die|das|alle)\b")
LOOSE_LINES = 12


def session_head(lines: list[Line], kind: str) -> SessionHead:
    """Return the head of an announcement ("sitting") or of minutes ("minutes")."""
    facts = read_head(lines, kind)
    block = _sentence_block(lines)
    date = _date(facts, block)
    date, weekday = _compared(date, _weekday(facts, block))
    start, end = times_of(facts, block)
    return SessionHead(
        body=_body(facts, lines, block),
        date=date,
        weekday=weekday,
        start=start,
        end=end,
        place=place_of(facts, block),
        room=room_of(facts),
        facts=facts,
    )


def _sentence_block(lines: list[Line]) -> list[Line]:
    """The lines around the first that names the session with its date: a heading or an opening sentence."""
    printed = [line for line in lines if line.text]
    for index, line in enumerate(printed[:25]):
        joined = join_all(row.text for row in printed[index : index + 3])
        opens = _SESSION.search(joined if _ON_DAY.match(line.text) else line.text)
        if opens and next(dates_in(joined), None):
            block = [line]
            for row in printed[index + 1 : index + 5]:
                if row.number - block[-1].number > 1:
                    break
                block.append(row)
            return block
    return []


def _dated(facts: Head) -> Fact | None:
    return next((fact for fact in facts.all("date") if next(dates_in(fact.text), None)), None)


def _date(facts: Head, block: list[Line]) -> Field:
    fact = _dated(facts)
    if fact and not _of_letter(fact, block):
        return of_fact(fact, next(dates_in(fact.text)).iso)
    for line in block:
        day = next(dates_in(line.text), None)
        if day:
            return stated(day.iso, "heading", span_of([line]))
    broken = next(dates_in(join_all(line.text for line in block)), None)
    return stated(broken.iso, "heading", span_of(block)) if broken else _loose_date(facts)


def _of_letter(fact: Fact, block: list[Line]) -> bool:
    """Whether a plain "Datum:" is that of the letter: a sentence tells another day for the session."""
    told = [day.iso for line in block for day in dates_in(line.text)]
    return fact.name == "Datum" and bool(told) and next(dates_in(fact.text)).iso not in told


def _loose_date(facts: Head) -> Field:
    for line in facts.rest[:12]:
        day = next(dates_in(line.text), None)
        if day and (times_in(line.text) or _SESSION.search(line.text) or " am " in f" {line.text}"):
            return stated(day.iso, "sentence", span_of([line]))
    return NOTHING


def _weekday(facts: Head, block: list[Line]) -> Field:
    fact = _dated(facts)
    fact = None if fact and _of_letter(fact, block) else fact
    for text, span in [(fact.text, fact.span)] if fact else [(line.text, span_of([line])) for line in block]:
        weekday = weekday_in(text)
        if weekday:
            return stated(weekday, "label" if fact else "heading", span)
    return NOTHING


def _compared(date: Field, weekday: Field) -> tuple[Field, Field]:
    """Return date and weekday, both to be checked when that day was another weekday."""
    if not date.value or not weekday.value or is_weekday_of(str(weekday.value), str(date.value)):
        return date, weekday
    return (
        stated(date.value, "weekday-differs", date.span),
        stated(weekday.value, "weekday-differs", weekday.span),
    )


def _body(facts: Head, lines: list[Line], block: list[Line]) -> Field:
    fact = next((fact for fact in facts.all("body") if fact.lines), None)
    if fact:
        return of_fact(fact, session_name(fact.text))
    topic = facts.first("topic")
    if topic and topic.lines and is_body(topic.text):
        return of_fact(topic, session_name(topic.text))
    joined = join_all(line.text for line in block)
    match = _SESSION_OF.search(joined)
    if match and is_body(match["body"]):
        return stated(nominative(match["body"]), "heading", span_of(block))
    return _loose_body(lines)


def _loose_body(lines: list[Line]) -> Field:
    """The first line or column near the top that names a body, and is neither heading nor sentence."""
    for line in [line for line in lines if line.text][:LOOSE_LINES]:
        for text in [cell.text for cell in line.cells] or [line.text]:
            name = _UNTIL_DATE.split(text)[0]
            if is_body(name) and not _is_speech(text) and (not _SESSION.search(name) or _NAMED.search(name)):
                return optional(session_name(name), "heading", span_of([line]))
    return NOTHING


def _is_speech(text: str) -> bool:
    heading = heading_kind(text) is not None and not _SESSION.search(text)
    return heading or len(text) > 110 or text.endswith((".", "!")) or _ADDRESS.match(text) is not None

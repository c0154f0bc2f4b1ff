"""The head of a session's document: body, date, time, place, from labels or from its first sentences."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.fields import NOTHING, of_fact, optional, stated
from ratslinde.reading.kinds import heading_kind
from ratslinde.reading.outcome import Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.day import day_of
from ratslinde.reading.sessions.place import place_of, room_of
from ratslinde.reading.sessions.place_names import place_behind
from ratslinde.reading.sessions.times import times_of
from ratslinde.reading.text.bodies import is_body, nominative, session_name
from ratslinde.reading.text.dates import dates_in
from ratslinde.reading.text.endings import OPEN_END
from ratslinde.reading.text.facts import Fact, Head
from ratslinde.reading.text.head_reader import read_head
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.labels import find
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


_WEEKDAY = alternatives(load("words")["weekdays"])
_AM = rf"am(?!\s+(?!{_WEEKDAY})[A-ZÄÖÜ])"  # "am Montag", not "Neustadt am Fluss"
_SESSION_OF = re.compile(
    r"\b\w*[Ss]itzung\s+(?:des|der)\s+"
    r"(?P<body>[^,•|]+?(?:(?:, [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*)*,? und [A-ZÄÖÜ][^,•|]+?)?)"
    rf"(?=\s+(?:{_AM}|vom|im|in der|statt|ein|findet|lade|lädt|wird|werden|ist)\b"
    rf"|\s+(?:{_WEEKDAY}\b|[A-ZÄÖÜ][\w/]+(?: [\w/]+){{0,2}}:\s)|\s+\d{{1,2}}\.|,\s|\s*[•–|]|\.?$)"
)
_SESSION = re.compile(r"[Ss]itzung\b")
_NAMED = re.compile(r"sitzung (?:des|der)?", re.IGNORECASE)
_UNTIL_DATE = re.compile(rf"\b{_AM}\b|\bvom\b|(?:,|\s[-–·•|])(?=\s*\d)")
_ON_DAY = re.compile(r"Am\b|[Zz]u(?:r|m| der| einer)?\b.*\bam\b")
_ADDRESS = re.compile(r"An (?:den|die|das|alle)\b")
_PEOPLE = re.compile(rf"{alternatives(load('attendance')['present'])}:?")
_LABEL_FLATTENED = re.compile(r"^Grem(?:ium|ien)\s+")
LOOSE_LINES = 12


def session_head(lines: list[Line], kind: str) -> SessionHead:
    """Return the head of an announcement ("sitting") or of minutes ("minutes")."""
    facts = read_head(lines, kind)
    block = _sentence_block(lines)
    date, weekday = day_of(facts, block)
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
                open_end = OPEN_END.search(block[-1].text) or row.text[:1].islower()
                gap = row.number - block[-1].number > (2 if open_end else 1)
                if gap or _begins_else(row):
                    break
                block.append(row)
            return block
    return []


def _begins_else(line: Line) -> bool:
    """Whether a line below the opening sentence begins something else: a list of people, a label with its value."""
    text = line.cells[0].text if line.cells else line.text
    found = find(text, "minutes")
    labelled = found is not None and found.colon
    return labelled or _PEOPLE.fullmatch(text) is not None


def _body(facts: Head, lines: list[Line], block: list[Line]) -> Field:
    fact = next((fact for fact in facts.all("body") if fact.lines), None)
    if fact:
        return of_fact(fact, session_name(fact.text))
    topic = next((one for one in facts.facts if _names_session(one)), None)
    if topic:
        return of_fact(topic, session_name(topic.text))
    joined = join_all(line.text for line in block)
    match = _SESSION_OF.search(joined)
    if match and is_body(match["body"]):
        elsewhere = [line.text for line in lines if line not in block]
        more, belongs = place_behind(joined, match.end("body"), elsewhere)
        name = nominative(match["body"] + (more if belongs == "yes" else ""))
        return stated(name, "body-place" if belongs == "unclear" else "heading", span_of(block))
    return _loose_body(lines)


def _names_session(fact: Fact) -> bool:
    """Whether a label that is no body's own holds the name of one ("Thema: Kreistag", "Sitzung: Kreistag")."""
    labelled = fact.label.key == "topic" or fact.name == "Sitzung"
    return labelled and bool(fact.lines) and is_body(fact.text) and next(dates_in(fact.text), None) is None


def _loose_body(lines: list[Line]) -> Field:
    """The first line or column near the top that names a body, and is neither heading nor sentence."""
    for line in [line for line in lines if line.text][:LOOSE_LINES]:
        for text in [cell.text for cell in line.cells] or [line.text]:
            name = _LABEL_FLATTENED.sub("", _UNTIL_DATE.split(text)[0])
            if is_body(name) and not _is_speech(text) and (not _SESSION.search(name) or _NAMED.search(name)):
                return optional(session_name(name), "heading", span_of([line]))
    return NOTHING


def _is_speech(text: str) -> bool:
    heading = heading_kind(text) is not None and not _SESSION.search(text)
    return heading or len(text) > 110 or text.endswith((".", "!")) or _ADDRESS.match(text) is not None

"""Where a session takes place: from a label, from the opening sentence, or from a line that names a room."""

from __future__ import annotations

import re
from itertools import pairwise

from ratslinde.reading.fields import NOTHING, of_fact, optional, stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.moments import without_moment
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.dates import dates_in, times_in
from ratslinde.reading.text.facts import Fact, Head
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_ROOM = re.compile(alternatives(load("places")["words"]), re.IGNORECASE)
_SESSION = re.compile(r"[Ss]itzung\b")
_BULLET = re.compile(r"\s*[•|]\s*")
_BEHIND_TIME = re.compile(
    r"[\s,]*(?:(?:findet|finden)\s+)?(?:im|in der|in den|in|Ort:|auf dem|,)\s+(?P<place>[A-ZÄÖÜ].{3,120}?)"
    r"(?:,?\s+(?:(?:die|der|das)\s+(?=\d|\w*[Ss]itzung\b|\w+e[rs]?\s+\w*[Ss]itzung\b)|eine\s|lade|laden|lädt|findet).*|,?\s+(?:statt|stattfindenden|ein)\b.*)?[.\s]*$"
)
_COUNTED_SESSION = re.compile(r"^\d{1,3}\. (?:\w+ )?Sitzung\s")
_TIME_AT_END = re.compile(r"\d\s*Uhr$")
_PREPOSITION = re.compile(r"^(?:im|in der|in den|in)\s+(?=[A-ZÄÖÜ])")
LONGEST = 90
_NONE = Line(0, 0, "")


def place_of(facts: Head, block: list[Line]) -> Field:
    """Return the place; `block` holds the lines of the sentence that names session and date."""
    fact = _said(facts, "place") or _said(facts, "room")
    if fact:
        return _without_moment(of_fact(fact))
    if (behind := _behind_moment(facts)).value:
        return behind
    found = _in_sentence(block)
    stands = next((field for field in (found, _beside_time(block)) if field.value), None)
    return _without_moment(stands or _loose(facts))


def _behind_moment(facts: Head) -> Field:
    """The place behind day and time at one label for all three ("Zeit und Ort: 5. März 2026, 18 Uhr, Rathaus")."""
    fact = next((one for one in facts.all("date") if "Ort" in one.name and one.lines), None)
    ends = [match.end() for match in re.finditer(r"\d\s*Uhr", fact.text)] if fact else []
    return of_fact(fact, fact.text[ends[-1] :].strip(" ,;-–") or None) if fact and ends else NOTHING


def _without_moment(place: Field) -> Field:
    """The place without a day in front of it; a day alone is no place."""
    if not isinstance(place.value, str):
        return place
    rest = without_moment(place.value)
    if rest == place.value:
        return place
    return stated(rest, "place-behind-day", place.span) if rest else stated(None, "place-is-day", place.span)


def room_of(facts: Head) -> Field:
    """Return the room that a label of its own names beside the place; NOTHING when the place names it too."""
    room, place = _said(facts, "room"), _said(facts, "place")
    if not room or not place or room.text.casefold() in place.text.casefold():
        return NOTHING
    return of_fact(room)


def _said(facts: Head, key: str) -> Fact | None:
    return next((fact for fact in facts.all(key) if fact.lines), None)


def _beside_time(block: list[Line]) -> Field:
    """The last column of a line whose column before it ends with the time."""
    for line in block:
        for above, cell in pairwise(line.cells):
            if cell is line.cells[-1] and _TIME_AT_END.search(above.text) and not times_in(cell.text):
                return optional(cell.text.strip(" ,"), "heading", span_of([line]))
    return NOTHING


def _in_sentence(block: list[Line]) -> Field:
    """The last piece of a line parted by bullets, or what follows date and time in a sentence."""
    joined = join_all(line.text for line in block)
    pieces = [piece for piece in _BULLET.split(joined) if piece]
    if len(pieces) > 2:
        behind = [piece for piece in pieces[1:] if not next(dates_in(piece), None) and not times_in(piece)]
        return optional(behind[-1].strip(" ,") if behind else None, "heading", span_of(block))
    ends = [match.end() for match in re.finditer(r"\d\s*Uhr", joined)]
    ends += [day.end for day in dates_in(joined)]
    rest = joined[max(ends, default=0) :]
    if ends and _COUNTED_SESSION.match(joined) and rest[1:2].isupper():
        return optional(rest.strip(" ,"), "heading", span_of(block))
    match = _BEHIND_TIME.match(rest)
    return optional(match["place"].strip(" ,") if match else None, "heading", span_of(block))


def _loose(facts: Head) -> Field:
    """A line of the head without label that names a room, a house or a street."""
    for line, below in pairwise([*facts.rest, _NONE]):
        text = line.text
        speech = len(text) > LONGEST or text.endswith(".") or is_body(text) or _SESSION.search(text)
        if _ROOM.search(text) and not speech:
            lines = [line, below] if text.endswith(",") and below.number == line.number + 1 else [line]
            place = join_all(one.text for one in lines)
            return stated(_PREPOSITION.sub("", place), "form", span_of(lines))
    return NOTHING

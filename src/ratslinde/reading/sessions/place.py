"""Where a session takes place: from a label, from the opening sentence, or from a line that names a room."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, of_fact, optional, stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.dates import dates_in, times_in
from ratslinde.reading.text.facts import Head
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_ROOM = re.compile(alternatives(load("places")["words"]), re.IGNORECASE)
_SESSION = re.compile(r"[Ss]itzung\b")
_BULLET = re.compile(r"\s*[•|]\s*")
_BEHIND_TIME = re.compile(
    r"[\s,]*(?:im|in der|in den|in|Ort:|auf dem|,)\s+(?P<place>[A-ZÄÖÜ].{3,120}?)"
    r"(?:,?\s+(?:die|eine|der|das)\s.*|\s+(?:statt|stattfindenden|ein)\b.*)?[.\s]*$"
)
LONGEST = 90


def place_of(facts: Head, block: list[Line]) -> Field:
    """Return the place; `block` holds the lines of the sentence that names session and date."""
    labelled = [*facts.all("place"), *facts.all("room")]
    fact = next((fact for fact in labelled if fact.lines), None)
    if fact:
        return of_fact(fact)
    found = _in_sentence(block)
    return found if found.value else _loose(facts)


def _in_sentence(block: list[Line]) -> Field:
    """The last piece of a line parted by bullets, or what follows date and time in a sentence."""
    joined = join_all(line.text for line in block)
    pieces = [piece for piece in _BULLET.split(joined) if piece]
    if len(pieces) > 2:
        behind = [piece for piece in pieces[1:] if not next(dates_in(piece), None) and not times_in(piece)]
        return optional(behind[-1].strip(" ,") if behind else None, "heading", span_of(block))
    ends = [match.end() for match in re.finditer(r"\d\s*Uhr", joined)]
    ends += [day.end for day in dates_in(joined)]
    match = _BEHIND_TIME.match(joined[max(ends, default=0) :])
    return optional(match["place"].strip(" ,") if match else None, "heading", span_of(block))


def _loose(facts: Head) -> Field:
    """A line of the head without label that names a room, a house or a street."""
    for line in facts.rest:
        text = line.text
        speech = len(text) > LONGEST or text.endswith(".") or is_body(text) or _SESSION.search(text)
        if _ROOM.search(text) and not speech:
            return stated(text, "form", span_of([line]))
    return NOTHING

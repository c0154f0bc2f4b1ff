"""Minutes fill in the session that they are of."""

from __future__ import annotations

from typing import Any

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.drafting import Adoption, organization, text
from ratslinde.council.adoption.filling import fill, filled_fields
from ratslinde.council.adoption.meetings import item_from, meeting_from
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from ratslinde.council.meetings.queries import meeting_on
from ratslinde.reading import Document, Entry, Field

_RESULTS = {"decision_text": "decision_text"}
_VOTES = {"votes_yes": "yes", "votes_no": "no", "votes_abstain": "abstain", "vote_result": "result"}


def results_from(adoption: Adoption, document: Document) -> Meeting | None:
    """Minutes fill the results of their meeting's items; without such a meeting one is drafted from them."""
    day = rules.day(document.value("date"))
    body, _ = organization(adoption, document.values.get("body"), day=day)
    meeting = meeting_on(body, day) if body is not None and day is not None else None
    if meeting is None:
        meeting = meeting_from(adoption, document)
    if meeting is None:
        return None
    meeting = _held(adoption, meeting, document)
    for entry in document.entries("items"):
        _result(adoption, meeting, entry)
    return meeting


def _held(adoption: Adoption, meeting: Meeting, document: Document) -> Meeting:
    """Minutes say that the session was held, and when it ended."""
    read: dict[str, Field | None] = {}
    values: dict[str, Any] = {}
    end = rules.ending(document.value("date"), document.value("end"))
    if end is not None and meeting.start is not None and end >= meeting.start:
        values["end"], read["end"] = end, document.values.get("end")
    if meeting.state != MeetingState.HELD:
        kind = document.values.get("kind")
        reason, span = "Zu der Sitzung gibt es eine Niederschrift.", kind.span if kind else None
        values["state"] = MeetingState.HELD
        read["state"] = Field(value=MeetingState.HELD.value, rule="held-by-minutes", reason=reason, span=span)
    return fill(adoption, meeting, values, read=read) if values else meeting


def _result(adoption: Adoption, meeting: Meeting, entry: Entry) -> None:
    item = _item_of(meeting, entry) or item_from(adoption, meeting, entry)
    vote = next(iter(entry.entries("vote")), None)
    read: dict[str, Field | None] = {name: entry.values.get(key) for name, key in _RESULTS.items()}
    if vote is not None:
        read |= {name: vote.values.get(key) for name, key in _VOTES.items()}
    values: dict[str, Any] = {
        name: field.value for name, field in read.items() if field and field.value not in (None, "")
    }
    if "vote_result" in values:
        values["vote_result"] = str(values["vote_result"])[:200]
    if not values or item.removed:
        return
    if filled_fields(adoption, item) & values.keys():
        adoption.warnings.append(
            f"Zu TOP {item.number} nennt die Niederschrift mehr als ein Ergebnis; eingetragen ist das erste."
        )
    fill(adoption, item, values, read=read)


def _item_of(meeting: Meeting, entry: Entry) -> AgendaItem | None:
    number, title = text(entry, "number"), text(entry, "title")
    public = entry.value("public") is not False
    items = list(meeting.items.filter(public=public))
    by_title = [item for item in items if title and rules.same_title(item.title, title)]
    by_number = [item for item in items if item.number == number]
    return next(iter(by_title if len(by_title) == 1 else by_number), None)

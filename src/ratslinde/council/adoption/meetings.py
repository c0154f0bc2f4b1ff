"""Announcements, invitations and agendas become meetings, and so do minutes of a session that is not there."""

from __future__ import annotations

from msgspec.structs import replace

from ratslinde.council.adoption import meeting_there, rules
from ratslinde.council.adoption.drafting import Adoption, mark, organization, text
from ratslinde.council.adoption.places import location
from ratslinde.council.meetings.actions import add_item, draft_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from ratslinde.council.meetings.queries import meeting_on
from ratslinde.reading import Document, Entry, Field, Span

_NEAR = 6  # lines: day and hour stand below each other, most often with a blank line between


def meeting_from(adoption: Adoption, document: Document) -> Meeting | None:
    """A draft meeting with its agenda; None with a warning when the body is not stated or the meeting is there."""
    day = rules.day(document.value("date"))
    body, body_field = organization(adoption, document.values.get("body"), day=day)
    if body is None:
        adoption.warnings.append("Eine Tagesordnung nennt kein Gremium und wurde nicht übernommen.")
        return None
    known = meeting_on(body, day) if day is not None else None
    if known is not None:
        adoption.tell_of(known, meeting_there.told(known, document))
        return None
    place, room = document.values.get("place"), document.values.get("room")
    meeting = draft_meeting(
        adoption.actor,
        adoption.body,
        organization=body,
        start=rules.beginning(document.value("date"), document.value("time") or document.value("start")),
        location=location(adoption, place, room),
        hints=text(document, "hint_text"),
        issuer=text(document, "signed_by", limit=200),
        issuer_role=text(document, "signed_role", limit=100),
        issued_at=text(document, "issued_at", limit=100),
        issued_on=rules.day(document.value("issued_on")),
        state=MeetingState.INVITED,
    )
    mark(adoption, meeting, {"organization": body_field, **_meeting_fields(document)})
    for entry in document.entries("agenda"):
        item_from(adoption, meeting, entry, announced=document.kind == "bekanntmachung")
    return meeting


def _meeting_fields(document: Document) -> dict[str, Field | None]:
    names = {
        "start": "date",
        "location": "place",
        "room": "room",
        "hints": "hint_text",
        "issuer": "signed_by",
        "issuer_role": "signed_role",
        "issued_at": "issued_at",
        "issued_on": "issued_on",
    }
    fields = {name: document.values.get(read) for name, read in names.items()}
    if fields["start"] is not None:
        time = document.values.get("time") or document.values.get("start")
        fields["start"] = _start(fields["start"], time)
    return fields


def _start(day: Field, time: Field | None) -> Field:
    """Where day and hour stand; without an hour somebody has to enter it."""
    if time is not None and rules.states_time(time.value):
        return replace(day, span=_both(day.span, time.span))
    reason = "Wann die Sitzung beginnt, steht nicht im Dokument. Bitte die Uhrzeit eintragen."
    return replace(day, rule="time-missing", reason=reason, sure=False)


def _both(day: Span | None, hour: Span | None) -> Span | None:
    """The lines from one to the other, where day and hour stand near each other."""
    if day is None or hour is None or day.page != hour.page or abs(hour.first_line - day.first_line) > _NEAR:
        return day
    first, last = min(day.first_line, hour.first_line), max(day.last_line, hour.last_line)
    return Span(page=day.page, first_line=first, last_line=last)


def item_from(adoption: Adoption, meeting: Meeting, entry: Entry, *, announced: bool = False) -> AgendaItem:
    """A draft item. What an announcement says of a non-public item is public wording already, and is proposed so."""
    title, public = text(entry, "title", limit=1000) or "(ohne Titel)", entry.value("public") is not False
    neutral = title[:500] if announced and not public else ""
    number = text(entry, "number", limit=20)
    item = add_item(adoption.actor, meeting, title=title, number=number, public=public, public_title=neutral)
    read = {name: entry.values.get(name) for name in ("number", "title", "public")}
    if neutral and read["title"] is not None:
        read["public_title"] = _neutral(read["title"])
    mark(adoption, item, read)
    return item


def _neutral(title: Field) -> Field:
    reason = "Der Titel steht so in der Bekanntmachung. Bitte prüfen, ob er öffentlich bleiben darf."
    return Field(value=title.value, rule="announced-title", reason=reason, span=title.span, sure=False)

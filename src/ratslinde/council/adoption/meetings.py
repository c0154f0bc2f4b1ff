"""Announcements, invitations, agendas and minutes become meetings."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.drafting import Adoption, location, mark, organization, text
from ratslinde.council.meetings.actions import add_item, draft_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from ratslinde.council.meetings.queries import meeting_on
from ratslinde.reading import Document, Entry, Field, Span

_RESULTS = {"decision_text": "decision_text"}
_VOTES = {"votes_yes": "yes", "votes_no": "no", "votes_abstain": "abstain", "vote_result": "result"}
_NEAR = 6  # lines: day and hour stand below each other, most often with a blank line between


def meeting_from(adoption: Adoption, document: Document) -> Meeting | None:
    """A draft meeting with its agenda; None with a warning when the body is not stated or the meeting is there."""
    day = rules.day(document.value("date"))
    body, body_field = organization(adoption, document.values.get("body"), day=day)
    if body is None:
        adoption.warnings.append("Eine Tagesordnung nennt kein Gremium und wurde nicht übernommen.")
        return None
    if day is not None and meeting_on(body, day) is not None:
        adoption.warnings.append(
            f"Die Sitzung „{body}“ am {day:%d.%m.%Y} gibt es schon; sie bleibt, wie sie ist."
        )
        return None
    place = document.values.get("place")
    meeting = draft_meeting(
        adoption.actor,
        adoption.body,
        organization=body,
        start=rules.moment(document.value("date"), document.value("time") or document.value("start")),
        location=location(adoption, place),
        hints=text(document, "hint_text"),
        issuer=text(document, "signed_by", limit=200),
        issuer_role=text(document, "signed_role", limit=100),
        issued_at=text(document, "issued_at", limit=100),
        issued_on=rules.day(document.value("issued_on")),
        state=MeetingState.INVITED,
    )
    mark(adoption, meeting, {"organization": body_field, **_meeting_fields(document)})
    for entry in document.entries("agenda"):
        _item(adoption, meeting, entry, announced=document.kind == "bekanntmachung")
    return meeting


def _meeting_fields(document: Document) -> dict[str, Field | None]:
    names = {
        "start": "date",
        "location": "place",
        "hints": "hint_text",
        "issuer": "signed_by",
        "issuer_role": "signed_role",
        "issued_at": "issued_at",
        "issued_on": "issued_on",
    }
    fields = {name: document.values.get(read) for name, read in names.items()}
    time, date = document.values.get("time"), fields["start"]
    if date is not None and time is not None and time.value is None:
        reason = "Die Uhrzeit steht nicht im Dokument; eingetragen ist 0 Uhr."
        fields["start"] = Field(
            value=date.value, rule="time-missing", reason=reason, span=date.span, sure=False
        )
    elif date is not None and time is not None:
        fields["start"] = replace(date, span=_both(date.span, time.span))
    return fields


def _both(day: Span | None, hour: Span | None) -> Span | None:
    """The lines from one to the other, where day and hour stand near each other."""
    if day is None or hour is None or day.page != hour.page or abs(hour.first_line - day.first_line) > _NEAR:
        return day
    first, last = min(day.first_line, hour.first_line), max(day.last_line, hour.last_line)
    return Span(page=day.page, first_line=first, last_line=last)


def _item(adoption: Adoption, meeting: Meeting, entry: Entry, *, announced: bool = False) -> AgendaItem:
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


def results_from(adoption: Adoption, document: Document) -> Meeting | None:
    """Minutes fill the results of their meeting's items; without such a meeting one is drafted from them."""
    day = rules.day(document.value("date"))
    body, _ = organization(adoption, document.values.get("body"), day=day)
    meeting = meeting_on(body, day) if body is not None and day is not None else None
    if meeting is None:
        meeting = meeting_from(adoption, document)
    if meeting is None:
        return None
    end = rules.moment(document.value("date"), document.value("end")) if document.value("end") else None
    if end is not None and meeting.start is not None and end >= meeting.start:
        Meeting.objects.filter(pk=meeting.pk).update(end=end)
        mark(adoption, meeting, {"end": document.values.get("end")})
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.HELD)
    for entry in document.entries("items"):
        _result(adoption, meeting, entry)
    return meeting


def _result(adoption: Adoption, meeting: Meeting, entry: Entry) -> None:
    item = _item_of(meeting, entry) or _item(adoption, meeting, entry)
    vote = next(iter(entry.entries("vote")), None)
    read: dict[str, Field | None] = {name: entry.values.get(key) for name, key in _RESULTS.items()}
    if vote is not None:
        read |= {name: vote.values.get(key) for name, key in _VOTES.items()}
    values: dict[str, Any] = {
        name: field.value for name, field in read.items() if field and field.value not in (None, "")
    }
    if "vote_result" in values:
        values["vote_result"] = str(values["vote_result"])[:200]
    if values and not item.removed:
        AgendaItem.objects.filter(pk=item.pk).update(**values)
        mark(adoption, item, {name: read[name] for name in values})


def _item_of(meeting: Meeting, entry: Entry) -> AgendaItem | None:
    number, title = text(entry, "number"), text(entry, "title")
    public = entry.value("public") is not False
    items = list(meeting.items.filter(public=public))
    by_title = [item for item in items if title and rules.same_title(item.title, title)]
    by_number = [item for item in items if item.number == number]
    return next(iter(by_title if len(by_title) == 1 else by_number), None)

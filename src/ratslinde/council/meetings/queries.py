"""Reads for the desk."""

from __future__ import annotations

import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.meetings.public import shown_place
from ratslinde.council.meetings.rules import Check, agenda_checks, place_withdrawn
from ratslinde.kernel import clock
from ratslinde.kernel.comparing import holds
from ratslinde.verbs import Actor, require


def meetings(body: Body) -> QuerySet[Meeting]:
    """All meetings, newest first, with what a list shows."""
    return (
        body.meetings.select_related("organization", "location")
        .prefetch_related("organization__names")
        .order_by("-start", "-pk")
    )


def find_meetings(
    actor: Actor,
    body: Body,
    *,
    text: str = "",
    organization: str = "",
    year: int | None = None,
    publication: str = "",
) -> QuerySet[Meeting]:
    """The meetings whose agenda, place or hints hold the text, of that organization (public id), year and state."""
    require(actor, "meeting.read")
    rows = meetings(body).annotate(items_count=Count("items", distinct=True))
    if text:
        in_items = Exists(AgendaItem.objects.filter(holds(text, "title"), meeting=OuterRef("pk")))
        rows = rows.filter(holds(text, "location__description", "hints") | Q(in_items))
    if organization:
        rows = rows.filter(organization__public_id=organization)
    if year:
        rows = rows.filter(start__gte=_new_year(year), start__lt=_new_year(year + 1))
    return rows.filter(publication=publication) if publication else rows


def years(body: Body) -> list[int]:
    """The years in which there are meetings, newest first."""
    return [
        moment.year for moment in body.meetings.exclude(start=None).datetimes("start", "year", order="DESC")
    ]


def _new_year(year: int) -> datetime.datetime:
    return clock.at(datetime.date(year, 1, 1), 0)


def meetings_on(body: Body, day: datetime.date) -> QuerySet[Meeting]:
    """All meetings on that day."""
    midnight = clock.at(day + datetime.timedelta(days=1), 0)
    return body.meetings.filter(start__gte=clock.at(day, 0), start__lt=midnight)


def meeting_on(organization: Organization, day: datetime.date) -> Meeting | None:
    """The body's meeting on that day; None when there is none, or more than one."""
    found = list(meetings_on(organization.body, day).filter(organization=organization))
    return found[0] if len(found) == 1 else None


def items_on(organization: Organization, day: datetime.date) -> QuerySet[AgendaItem]:
    """The items of the body's meetings on that day, in the order of the agenda."""
    meetings = meetings_on(organization.body, day).filter(organization=organization)
    rows = AgendaItem.objects.filter(meeting__in=meetings).select_related("meeting")
    return rows.order_by("meeting__start", "position")


def meeting(actor: Actor, public_id: str) -> Meeting:
    """The meeting of that public id. Raises Meeting.DoesNotExist."""
    require(actor, "meeting.read")
    rows = Meeting.objects.select_related(
        "body",
        "organization",
        "location",
        "minutes",
        "invitation",
        "announcement__stored",
        "agenda_document__stored",
    )
    return rows.prefetch_related("organization__names", "joint_with__names").get(public_id=public_id)


def agenda(meeting: Meeting) -> list[AgendaItem]:
    """The items in order, with their documents."""
    return list(meeting.items.prefetch_related("documents").order_by("position"))


def checks(meeting: Meeting) -> list[Check]:
    """What is to be said about the agenda, and about a place that was taken back."""
    found = agenda_checks(
        [(item.number, item.title, item.public, item.public_title) for item in meeting.items.all()]
    )
    return found if meeting.location == shown_place(meeting) else [*found, place_withdrawn()]


def coming_meetings(actor: Actor, body: Body) -> list[Meeting]:
    """Meetings from today on and those without a day, the next one first."""
    require(actor, "meeting.read")
    rows = meetings(body).filter(Q(start=None) | Q(start__gte=clock.at(clock.today(), 0)), cancelled=False)
    return list(rows.order_by("start", "pk")[:50])

"""What waits for somebody in the council's matters: reads for the start page of the desk."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Count, DateTimeField, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ratslinde.council.adoption.models import Origin
from ratslinde.council.bodies.models import Body
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from ratslinde.council.papers.models import Consultation
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from ratslinde.record.models import Version
from ratslinde.verbs.rows import DeskRow, Publication

BACK = datetime.timedelta(days=400)


def checked_meetings(body: Body) -> list[Meeting]:
    """Meetings read from a file that are not public though every value of theirs was looked at, the earliest first.

    Looked at are the values of the meeting, its items and its papers.
    """
    return _with_names(_unpublished(body).filter(_looked_at()))


def meetings_in_draft(body: Body) -> list[Meeting]:
    """The other meetings that are not public, whenever they are, the earliest first."""
    return _with_names(_unpublished(body).filter(~_looked_at()))


def _unpublished(body: Body) -> QuerySet[Meeting]:
    """What was called off waits for nobody, nor what was taken back, unless it is still to come."""
    coming = Q(start=None) | Q(start__gte=clock.at(clock.today(), 0))
    rows = body.meetings.exclude(publication=Publication.PUBLISHED).filter(cancelled=False)
    rows = rows.filter(Q(publication=Publication.DRAFT) | coming)
    return rows.annotate(items_count=Count("items")).order_by("start", "pk")


def _looked_at() -> Q:
    read_in = Origin.objects.filter(subject=OuterRef("public_id"))
    items = AgendaItem.objects.filter(meeting=OuterRef("pk")).exclude(unchecked=[])
    steps = Consultation.objects.filter(meeting=OuterRef("pk")).exclude(unchecked=[], paper__unchecked=[])
    return Q(Exists(read_in), ~Exists(items), ~Exists(steps), unchecked=[])


def meetings_without_results(body: Body) -> list[Meeting]:
    """Meetings of the last `BACK` days that lie behind and have neither minutes nor any result, the newest first."""
    now = clock.now()
    rows = body.meetings.filter(start__lt=now, start__gte=now - BACK, cancelled=False, minutes=None)
    noted = Count("items", filter=~Q(items__result="") | ~Q(items__decision_text=""))
    return _with_names(rows.annotate(noted=noted).filter(noted=0).order_by("-start"))


def meetings_to_close(body: Body) -> list[Meeting]:
    """Meetings that lie behind and are still called planned or invited, the newest first."""
    rows = body.meetings.filter(start__lt=clock.now(), cancelled=False).exclude(state=MeetingState.HELD)
    return _with_names(rows.order_by("-start"))


def taken_back_on_agenda(body: Body) -> list[Consultation]:
    """Steps with which a paper that was taken back stands on an agenda that is public, the newest sessions first.

    It ends when the paper is public again, or taken off that agenda, or the session is taken back or called off.
    """
    rows = Consultation.objects.filter(
        paper__body=body, paper__publication=Publication.WITHDRAWN, agenda_item__public=True,
        agenda_item__meeting__publication=Publication.PUBLISHED, agenda_item__meeting__cancelled=False,
    )  # fmt: skip
    rows = rows.select_related("paper", "agenda_item__meeting__organization")
    rows = rows.prefetch_related("agenda_item__meeting__organization__names")
    return list(rows.order_by("-agenda_item__meeting__start", "agenda_item__position"))


def changed_since_publication(body: Body) -> list[DeskRow]:
    """Public rows that somebody changed after they were last published; publishing shows whether it matters."""
    meetings = _published(body.meetings.all(), verb="meeting.publish")
    meetings = meetings.filter(_later("changed_at", "items__changed_at", "documents__changed_at"))
    papers = _published(body.papers.all(), verb="paper.publish")
    papers = papers.filter(_later("changed_at", "consultations__changed_at", "attachments__changed_at"))
    organizations = _published(body.organizations.all(), verb="body.publish").filter(_later("changed_at"))
    people = _published(body.people.all(), verb="person.publish")
    people = people.filter(_later("changed_at", "memberships__changed_at"))
    found: list[DeskRow] = [*_with_names(meetings.distinct().order_by("pk"))]
    found += list(papers.distinct().order_by("pk"))
    found += list(organizations.prefetch_related("names").order_by("pk"))
    found += list(people.distinct().order_by("pk"))
    return found


def _with_names(rows: QuerySet[Meeting]) -> list[Meeting]:
    return list(rows.select_related("organization").prefetch_related("organization__names"))


def _published(rows: QuerySet[Any], *, verb: str) -> QuerySet[Any]:
    """The public rows with `last`: when they were last published, by themselves or together with another."""
    subject = OuterRef("public_id")
    own = (
        Entry.objects.filter(verb=verb, subject=subject).order_by().values("subject").annotate(last=Max("at"))
    )
    with_another = (
        Version.objects.filter(object_id=subject).order_by().values("object_id").annotate(last=Max("stamp"))
    )
    last = Coalesce(
        Subquery(own.values("last")), Subquery(with_another.values("last")), output_field=DateTimeField()
    )
    published: QuerySet[Any] = rows.filter(publication=Publication.PUBLISHED).annotate(last=last)
    return published


def _later(*fields: str) -> Q:
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__gt": F("last")})
    return found

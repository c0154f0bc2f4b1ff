"""Reads for the desk."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.bodies.queries import departments
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.kernel import clock
from ratslinde.kernel.comparing import holds
from ratslinde.kernel.errors import Forbidden
from ratslinde.verbs import Actor, may, require
from ratslinde.verbs.rows import Publication


def papers(actor: Actor, body: Body) -> QuerySet[Paper]:
    """The papers that the actor may read, newest first: a department its own, the others all."""
    rows = body.papers.select_related("lead").order_by("-date", "-pk")
    if may(actor, "meeting.read"):
        return rows
    own = [grant.organization for grant in actor.grants.all() if grant.organization]
    return rows.filter(lead__public_id__in=own)


def find_papers(
    actor: Actor, body: Body, *, text: str = "", lead: str = "", publication: str = "", waiting: bool = False
) -> QuerySet[Paper]:
    """The readable papers with the text in title, number or a block; `waiting`: those that stand on no agenda."""
    require(actor, "paper.read")
    rows = papers(actor, body).prefetch_related("lead__names")
    if text:
        rows = rows.filter(holds(text, "title", "reference", "proposal", "explanation"))
    if lead:
        rows = rows.filter(lead__public_id=lead)
    if waiting:
        rows = rows.filter(
            ~Exists(Consultation.objects.filter(paper=OuterRef("pk"), agenda_item__isnull=False))
        )
    return rows.filter(publication=publication) if publication else rows


def steps_by_item(meeting: Meeting) -> dict[int, list[Consultation]]:
    """The consultations of a meeting's items, by the item's key."""
    found: dict[int, list[Consultation]] = {}
    for step in meeting.consultations.select_related("paper").exclude(agenda_item=None).order_by("pk"):
        found.setdefault(step.agenda_item_id or 0, []).append(step)
    return found


def papers_beside(meeting: Meeting) -> list[Paper]:
    """The public papers whose way names the meeting, by itself or by body and day, and that none of its items holds."""
    steps = Consultation.objects.filter(paper=OuterRef("pk"))
    names = Q(meeting=meeting)
    if meeting.start:
        day = clock.town_time(meeting.start).date()
        names |= Q(meeting=None, organization=meeting.organization, date=day)
    rows = meeting.body.papers.filter(public=True).exclude(publication=Publication.WITHDRAWN)
    rows = rows.filter(Exists(steps.filter(names, agenda_item=None)))
    return list(rows.exclude(Exists(steps.filter(agenda_item__meeting=meeting))).order_by("pk"))


def paper(actor: Actor, public_id: str) -> Paper:
    """The paper of that public id, when the actor may read it. Raises Paper.DoesNotExist and Forbidden."""
    found = Paper.objects.select_related("body", "lead", "main_document").get(public_id=public_id)
    require(actor, "paper.read", found)
    return found


def steps(paper: Paper) -> list[Consultation]:
    """The paper's way in order, with bodies, meetings and items."""
    rows = paper.consultations.select_related("organization", "meeting__organization", "agenda_item")
    return list(rows.prefetch_related("organization__names").order_by("position"))


def waiting_papers(actor: Actor, body: Body) -> QuerySet[Paper]:
    """The readable papers that stand on no agenda yet, newest first."""
    return find_papers(actor, body, waiting=True)


def papers_to_put_on(actor: Actor, meeting: Meeting, *, most: int | None = None) -> list[Paper]:
    """What may be put on the meeting's agenda: first the papers that name it, then those that stand on no agenda yet.

    `most`: how many of the latter.
    """
    return list(dict.fromkeys([*papers_beside(meeting), *waiting_papers(actor, meeting.body)[:most]]))


def readable_document(actor: Actor, public_id: str) -> Document:
    """The document, when the actor may read what holds it. Raises Document.DoesNotExist and Forbidden."""
    document = Document.objects.select_related("stored").get(public_id=public_id)
    holders = [*document.papers.all(), *document.main_of_papers.all()]
    if may(actor, "meeting.read") or any(may(actor, "paper.read", each) for each in holders):
        return document
    raise Forbidden("Dazu fehlt Ihnen das Recht.")


def leads(actor: Actor, body: Body) -> QuerySet[Organization]:
    """The departments for which the actor may draft a paper."""
    rows = departments(body)
    if may(actor, "meeting.draft"):
        return rows
    return rows.filter(
        public_id__in=[grant.organization for grant in actor.grants.all() if grant.organization]
    )

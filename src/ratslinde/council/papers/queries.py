"""Reads for the desk."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.bodies.queries import departments
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.meetings.queries import obstacles as meeting_obstacles
from ratslinde.council.meetings.release import meeting_release
from ratslinde.council.papers.actions import papers_of
from ratslinde.council.papers.models import Consultation, Paper, PaperType
from ratslinde.council.papers.release import paper_release, withdrawal_release
from ratslinde.council.releasing import Release, preview
from ratslinde.kernel.errors import Forbidden
from ratslinde.kernel.text import shortened
from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor, may, require


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
        found = Q()
        for field in ("title", "reference", "proposal", "explanation"):
            found |= Q(**{f"{field}__icontains": text})
        rows = rows.filter(found)
    if lead:
        rows = rows.filter(lead__public_id=lead)
    if waiting:
        rows = rows.filter(
            ~Exists(Consultation.objects.filter(paper=OuterRef("pk"), agenda_item__isnull=False))
        )
    return rows.filter(publication=publication) if publication else rows


def preview_paper(actor: Actor, paper: Paper) -> tuple[Difference, ...]:
    """What publishing the paper would change."""
    require(actor, "paper.publish", paper)
    return preview(lambda: paper_release(Paper.objects.get(pk=paper.pk)))


def preview_session(actor: Actor, meeting: Meeting) -> tuple[Difference, ...]:
    """What publishing the meeting with its papers would change."""
    require(actor, "meeting.publish", meeting)

    def gather() -> Release:
        fresh = Meeting.objects.get(pk=meeting.pk)  # printing sets documents on the row, and they do not stay
        release = Release()
        for paper in papers_of(fresh):
            release = release + paper_release(paper)
        return release + meeting_release(fresh)

    return preview(gather)


def steps_by_item(meeting: Meeting) -> dict[int, list[Consultation]]:
    """The consultations of a meeting's items, by the item's key."""
    found: dict[int, list[Consultation]] = {}
    for step in meeting.consultations.select_related("paper").exclude(agenda_item=None).order_by("pk"):
        found.setdefault(step.agenda_item_id or 0, []).append(step)
    return found


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


def readable_document(actor: Actor, public_id: str) -> Document:
    """The document, when the actor may read what holds it. Raises Document.DoesNotExist and Forbidden."""
    document = Document.objects.select_related("stored").get(public_id=public_id)
    holders = [*document.papers.all(), *document.main_of_papers.all()]
    if may(actor, "meeting.read") or any(may(actor, "paper.read", each) for each in holders):
        return document
    raise Forbidden("Dazu fehlt Ihnen das Recht.")


def preview_paper_withdrawal(actor: Actor, paper: Paper) -> tuple[Difference, ...]:
    """What taking the paper back would withdraw."""
    require(actor, "paper.withdraw", paper)
    return preview(lambda: withdrawal_release(Paper.objects.get(pk=paper.pk)))


def obstacles(paper: Paper) -> list[str]:
    """Sentences on what must be done before the paper can be published."""
    found = []
    waiting = len(paper.unchecked) + sum(len(step.unchecked) for step in paper.consultations.all())
    if waiting:
        found.append(
            f"{waiting} eingelesene Angaben der Vorlage „{shortened(paper.title)}“ sind noch nicht geprüft."
        )
    if paper.paper_type == PaperType.DECISION and not paper.proposal.strip():
        found.append(f"Die Beschlussvorlage „{shortened(paper.title)}“ hat keinen Beschlussvorschlag.")
    return found


def session_obstacles(meeting: Meeting) -> list[str]:
    """Sentences on what must be done before the meeting can be published with its papers."""
    return meeting_obstacles(meeting) + [
        sentence for paper in papers_of(meeting) for sentence in obstacles(paper)
    ]


def leads(actor: Actor, body: Body) -> QuerySet[Organization]:
    """The departments for which the actor may draft a paper."""
    rows = departments(body)
    if may(actor, "meeting.draft"):
        return rows
    return rows.filter(
        public_id__in=[grant.organization for grant in actor.grants.all() if grant.organization]
    )

"""What was published, changed or withdrawn last: for those who follow a town by feed or calendar."""

from __future__ import annotations

from django.db.models import QuerySet

from ratslinde.record.models import Listed, Published
from ratslinde.record.outlet import Entry, by_ids


def latest(kind: str, *, owner: str | None = None, most: int) -> list[Entry]:
    """The published objects of a kind, last changed first; with `owner`, those in that organization's list."""
    return _entries(_of(kind, owner=owner).filter(deleted=False), most=most)


def withdrawn(kind: str, *, owner: str | None = None, most: int) -> list[Entry]:
    """The tombstones of a kind, last withdrawn first."""
    return _entries(_of(kind, owner=owner).filter(deleted=True), most=most)


def latest_papers(organization: str, *, most: int) -> list[Entry]:
    """The papers that are or were before an organization, last changed first."""
    consultations = latest("consultation", owner=organization, most=most * 3)
    papers = by_ids(paper for each in consultations for paper in each.linked("paper"))
    return sorted(papers.values(), key=lambda paper: paper.modified, reverse=True)[:most]


def _of(kind: str, *, owner: str | None) -> QuerySet[Published]:
    rows = Published.objects.filter(kind=kind)
    return rows.filter(pk__in=Listed.objects.filter(owner=owner).values("published")) if owner else rows


def _entries(rows: QuerySet[Published], *, most: int) -> list[Entry]:
    return [Entry(row) for row in rows.order_by("-modified", "-sequence")[:most]]

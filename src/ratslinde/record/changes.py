"""What was published, changed or withdrawn last: for those who follow a town by feed or calendar."""

from __future__ import annotations

from ratslinde.record import shown
from ratslinde.record.outlet import Entry, by_ids


def latest(kind: str, *, owner: str | None = None, most: int) -> list[Entry]:
    """The published objects of a kind, last changed first; with `owner`, those in that organization's list."""
    return _changed(kind, owner=owner, most=most, withdrawn=False)


def withdrawn(kind: str, *, owner: str | None = None, most: int) -> list[Entry]:
    """The tombstones of a kind, last withdrawn first."""
    return _changed(kind, owner=owner, most=most, withdrawn=True)


def latest_papers(organization: str, *, most: int) -> list[Entry]:
    """The papers that are or were before an organization, last changed first."""
    consultations = latest("consultation", owner=organization, most=most * 3)
    papers = by_ids(paper for each in consultations for paper in each.linked("paper"))
    return sorted(papers.values(), key=lambda paper: paper.modified, reverse=True)[:most]


def _changed(kind: str, *, owner: str | None, most: int, withdrawn: bool) -> list[Entry]:
    if owner:
        selection = shown.listed_by([owner], kind, withdrawn=withdrawn)
    else:
        selection = shown.of_kind(kind, withdrawn=withdrawn)
    order = "ORDER BY p.modified DESC, p.sequence DESC LIMIT %s"
    return [*map(Entry, shown.rows(selection.sql, [*selection.values, most], order=order))]

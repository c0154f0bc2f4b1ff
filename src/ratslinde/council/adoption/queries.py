"""Reads for the desk: what of a source still waits to be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, prefetch_related_objects
from msgspec import Struct

from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.subjects import SUBJECTS
from ratslinde.council.bodies.models import Body
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.meetings.queries import meetings_on
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.verbs import Actor, require
from ratslinde.verbs.rows import DeskRow

MOST_ITEMS = 300


class Card(Struct, frozen=True, kw_only=True):
    """One draft of a source with the origins of its values, in the order of the source."""

    row: DeskRow
    kind: str
    origins: tuple[Origin, ...]


def cards(source: Source) -> list[Card]:
    """The drafts of a source in the order in which they stand in it, without values that a later file wrote over."""
    by_subject: dict[str, list[Origin]] = {}
    for origin in source.origins.exclude(_overtaken()).order_by("pk"):
        by_subject.setdefault(origin.subject, []).append(origin)
    found = []
    for kind, model in SUBJECTS.items():
        rows = list(model._default_manager.filter(public_id__in=by_subject))
        prefetch_related_objects(rows, *_WITH[kind])
        found += [Card(row=row, kind=kind, origins=tuple(by_subject[row.public_id])) for row in rows]
    return sorted(found, key=_place)


_WITH = {
    "Meeting": ("organization__names", "location"),
    "AgendaItem": ("meeting",),
    "Paper": ("body", "lead__names", "participants__names", "planned_reports__organization__names"),
    "Consultation": ("organization__names", "paper", "agenda_item__meeting__organization__names"),
}


def _overtaken() -> Exists:
    same = Origin.objects.filter(subject=OuterRef("subject"), field=OuterRef("field"))
    return Exists(same.filter(pk__gt=OuterRef("pk")))


def _place(card: Card) -> tuple[int, int]:
    """Where the draft stands; the place of a proposed agenda item is not the step's own."""
    lines = [each.first_line for each in card.origins if each.first_line and each.field != "agenda_item"]
    return min(lines, default=0), card.origins[0].pk


def unchecked(source: Source) -> int:
    """How many values of the source nobody has looked at yet."""
    return sum(origin.field in card.row.unchecked for card in cards(source) for origin in card.origins)


def sources(actor: Actor, body: Body) -> list[tuple[Source, int]]:
    """The files that were read, newest first, each with the number of values nobody has looked at yet."""
    require(actor, "adoption.check")
    waiting: dict[str, list[str]] = {}
    for model in SUBJECTS.values():
        waiting |= dict(model._default_manager.exclude(unchecked=[]).values_list("public_id", "unchecked"))
    origins = Origin.objects.filter(subject__in=waiting).exclude(_overtaken())
    counts = Counter(
        origin.source_id
        for origin in origins.only("source_id", "subject", "field")
        if origin.field in waiting[origin.subject]
    )
    read = body.sources.select_related("adopted_by").defer("lines").order_by("-adopted_at", "-pk")
    return [(source, counts[source.pk]) for source in read]


def source(actor: Actor, public_id: str) -> Source:
    """The source of that public id. Raises Source.DoesNotExist."""
    require(actor, "adoption.check")
    return Source.objects.select_related("body", "adopted_by").get(public_id=public_id)


def rows_there(source: Source) -> dict[int, Meeting | Paper]:
    """The rows that were there before the source, by the place of the hint in `warnings` that speaks of them."""
    ids = list(source.known.values())
    if not ids:
        return {}
    meetings = source.body.meetings.filter(public_id__in=ids)
    rows: list[Meeting | Paper] = list(meetings.select_related("organization"))
    rows += source.body.papers.filter(public_id__in=ids)
    found = {row.public_id: row for row in rows}
    return {int(place): found[key] for place, key in source.known.items() if key in found}


def items_to_tie(body: Body, *, steps: Collection[Consultation]) -> list[AgendaItem]:
    """The newest items that these steps may be tied to, and all of their days; the newest meetings first."""
    bodies = {step.organization_id for step in steps}
    rows = AgendaItem.objects.filter(meeting__body=body, meeting__organization__in=bodies)
    rows = rows.order_by("-meeting__start", "position")
    wanted = Q(pk__in=list(rows.values_list("pk", flat=True)[:MOST_ITEMS]))
    for day in {step.date for step in steps if step.date}:
        wanted |= Q(meeting__in=meetings_on(body, day))
    rows = rows.filter(wanted).select_related("meeting__organization")
    return list(rows.prefetch_related("meeting__organization__names"))

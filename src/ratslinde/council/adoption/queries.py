"""Reads for the desk: what of a source still waits to be checked."""

from __future__ import annotations

from msgspec import Struct

from ratslinde.council.adoption.actions import SUBJECTS
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.verbs.rows import DeskRow


class Card(Struct, frozen=True, kw_only=True):
    """One draft of a source with the origins of its values, in the order of the source."""

    row: DeskRow
    kind: str
    origins: tuple[Origin, ...]


def cards(source: Source) -> list[Card]:
    """The drafts of a source in the order in which they stand in it."""
    by_subject: dict[str, list[Origin]] = {}
    for origin in source.origins.order_by("pk"):
        by_subject.setdefault(origin.subject, []).append(origin)
    found = []
    for kind, model in SUBJECTS.items():
        rows = model._default_manager.filter(public_id__in=by_subject)
        found += [Card(row=row, kind=kind, origins=tuple(by_subject[row.public_id])) for row in rows]
    return sorted(found, key=lambda card: min((each.first_line or 0 for each in card.origins), default=0))


def unchecked(source: Source) -> int:
    """How many values of the source nobody has looked at yet."""
    return sum(len(card.row.unchecked) for card in cards(source))

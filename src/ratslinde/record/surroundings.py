"""What composing an object must know of the others, gathered for a whole batch in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Max, Min, Q, QuerySet

from ratslinde.record.composing import Surroundings
from ratslinde.record.models import Published, Reference, Version
from ratslinde.record.shapes import SHAPES


_REVERSE = {wanted for shape in SHAPES.values() for wanted in shape.reverse.values()}
_ORDERED = [shape.ordered_in for shape in SHAPES.values() if shape.ordered_in]


class World:
    """What the objects of one batch need to know of others, in a fixed number of queries."""

    def __init__(self, ids: set[str]) -> None:
        self.outgoing = _grouped(Reference.objects.filter(source__in=ids).order_by("position"), by="source")
        self.incoming = _grouped(Reference.objects.filter(_composing_links(), target__in=ids), by="target")
        sources = {row.source for rows in self.incoming.values() for row in rows}
        targets = {row.target for rows in self.outgoing.values() for row in rows}
        ordered = Q(source__in=sources, attribute__in=[attribute for _, attribute in _ORDERED])
        self.siblings = _grouped(Reference.objects.filter(ordered).order_by("position"), by="source")
        neighbours = {row.target for rows in self.siblings.values() for row in rows}
        self.alive = _alive(ids | sources | targets | neighbours)
        self.age = {object_id: age for age, object_id in enumerate(self.alive)}
        self.rows = {row.pk: row for row in Published.objects.filter(pk__in=ids)}
        self.embedded = dict(Published.objects.filter(pk__in=targets).values_list("pk", "embedded"))
        self.first = _first_versions(ids)

    def around(self, object_id: str, *, kind: str) -> Surroundings:
        """The surroundings of one object of the batch."""
        incoming = [row for row in self.incoming[object_id] if row.source in self.alive]
        incoming.sort(key=lambda row: (self.age[row.source], row.attribute, row.position))
        reverse = {
            attribute: [row.source for row in incoming if (self.alive[row.source], row.attribute) == wanted]
            for attribute, wanted in SHAPES[kind].reverse.items()
        }
        return Surroundings(
            present={row.target for row in self.outgoing[object_id] if row.target in self.alive},
            embedded=self.embedded,
            holders=[(self.alive[row.source], row.attribute, row.source) for row in incoming if row.part],
            reverse=reverse,
            order=self._order(object_id, kind=kind, incoming=incoming),
        )

    def _order(self, object_id: str, *, kind: str, incoming: list[Reference]) -> int | None:
        ordered = SHAPES[kind].ordered_in if object_id in self.alive else None
        for row in incoming:
            if ordered == (self.alive[row.source], row.attribute):
                places = [
                    each.target for each in self.siblings[row.source] if each.attribute == row.attribute
                ]
                return [each for each in places if each in self.alive].index(object_id)
        return None


def _composing_links() -> Q:
    """Only links that show in the target: an Organization has thousands of others."""
    condition = Q(part=True)
    for kind, attribute in _REVERSE:
        condition |= Q(source_kind=kind, attribute=attribute)
    return condition


def _grouped(rows: QuerySet[Reference], *, by: str) -> defaultdict[str, list[Reference]]:
    groups: defaultdict[str, list[Reference]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, by)].append(row)
    return groups


def _first_versions(ids: set[str]) -> dict[str, dict[str, Any]]:
    """Place in the chain and stamp of the first version, and stamp of the newest, by id."""
    rows = Version.objects.filter(object_id__in=ids).values("object_id")
    dated = rows.annotate(sequence=Min("sequence"), created=Min("stamp"), latest=Max("stamp"))
    return {row["object_id"]: dict(row) for row in dated}


def _alive(ids: set[str]) -> dict[str, str]:
    """Kind by id, oldest object first, of those whose newest version is not a withdrawal."""
    newest: dict[str, tuple[str, bool]] = {}
    rows = Version.objects.filter(object_id__in=ids).order_by("sequence")
    for object_id, kind, deleted in rows.values_list("object_id", "kind", "deleted"):
        newest[object_id] = (kind, deleted)
    return {object_id: kind for object_id, (kind, deleted) in newest.items() if not deleted}

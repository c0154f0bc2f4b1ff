"""What composing an object must know of the others, gathered for a whole batch in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ratslinde.kernel.selecting import among
from ratslinde.record.composing import Surroundings
from ratslinde.record.links import Link, grouped, incoming, outgoing, siblings
from ratslinde.record.models import Listed, Published, Standing
from ratslinde.record.newest import alive, chunks, first_versions, newest_versions
from ratslinde.record.shapes import SHAPES
from ratslinde.record.statements import decode
from ratslinde.record.values import HSDS_KINDS


class Place(NamedTuple):
    """A row of `Listed`."""

    published_id: str
    owner: str
    kind: str
    sequence: int


class World:
    """What the objects of one batch need to know of others.

    `replaced`: embedded bytes that stand in for the stored ones, where somebody only looks what would be.
    """

    def __init__(self, ids: set[str], *, replaced: Mapping[str, str] | None = None) -> None:
        self.outgoing = outgoing(ids)
        self.incoming = incoming(ids)
        self.siblings = siblings(self.incoming)
        sources = {row.source for rows in self.incoming.values() for row in rows}
        targets = {row.target for rows in self.outgoing.values() for row in rows}
        neighbours = {row.target for rows in self.siblings.values() for row in rows}
        self.alive = alive(ids | sources | targets | neighbours)
        self.age = {object_id: age for age, object_id in enumerate(self.alive)}
        self.rows = {row["id"]: row for row in Published.objects.filter(among("pk", ids)).values()}
        self.listed = grouped(Place, Listed.objects.filter(among("published", ids)), by="published_id")
        self.standing = {row.pk: row for row in Standing.objects.filter(among("pk", ids))}
        self.embedded = _embedded(targets) | dict(replaced or {})
        self.identities = _identities(row for rows in self.outgoing.values() for row in rows)
        self.first = first_versions(ids)

    def around(self, object_id: str, *, kind: str) -> Surroundings:
        """The surroundings of one object of the batch."""
        naming = [row for row in self.incoming[object_id] if row.source in self.alive]
        naming.sort(key=lambda row: (self.age[row.source], row.attribute, row.position))
        reverse = {
            attribute: [row.source for row in naming if (self.alive[row.source], row.attribute) == wanted]
            for attribute, wanted in SHAPES[kind].reverse.items()
        }
        return Surroundings(
            present={row.target for row in self.outgoing[object_id] if row.target in self.alive},
            embedded=self.embedded,
            identities=self.identities,
            holders=[(self.alive[row.source], row.attribute, row.source) for row in naming if row.part],
            reverse=reverse,
            order=self._order(object_id, kind=kind, naming=naming),
        )

    def _order(self, object_id: str, *, kind: str, naming: list[Link]) -> int | None:
        ordered = SHAPES[kind].ordered_in if object_id in self.alive else None
        for row in naming:
            if ordered == (self.alive[row.source], row.attribute):
                places = [
                    each.target for each in self.siblings[row.source] if each.attribute == row.attribute
                ]
                return [each for each in places if each in self.alive].index(object_id)
        return None


def _embedded(ids: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in chunks(ids):
        found |= dict(Published.objects.filter(among("pk", some)).values_list("pk", "embedded"))
    return found


def _identities(links: Iterable[Link]) -> dict[str, str]:
    """The UUIDs that HSDS objects are named by, from their statements: they may be of the same rank, yet uncomposed."""
    named = {row.target for row in links if not row.part and row.source_kind in HSDS_KINDS}
    rows = newest_versions(named).values() if named else ()
    return {row.object_id: decode(row.value).hsds["id"] for row in rows if row.value and not row.deleted}

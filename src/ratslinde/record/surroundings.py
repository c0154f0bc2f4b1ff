"""What composing an object must know of the others, gathered for a whole batch in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import Any, NamedTuple, TypeVar

from django.db.models import Max, Min, Q, QuerySet

from ratslinde.kernel.selecting import among
from ratslinde.record.composing import Surroundings
from ratslinde.record.models import Listed, Published, Reference, Standing, Version
from ratslinde.record.shapes import SHAPES
from ratslinde.record.statements import decode
from ratslinde.record.values import HSDS_KINDS

_REVERSE = {wanted for shape in SHAPES.values() for wanted in shape.reverse.values()}
_ORDERED = {shape.ordered_in for shape in SHAPES.values() if shape.ordered_in}
_AT_ONCE = 10_000  # values in one question; SQLite's limit is 32,766
Row = TypeVar("Row", bound=NamedTuple)


class Link(NamedTuple):
    """A row of `Reference`: a model for each of thousands would take longer than the rest."""

    source: str
    source_kind: str
    target: str
    attribute: str
    part: bool
    position: int


class Place(NamedTuple):
    """A row of `Listed`."""

    published_id: str
    owner: str
    kind: str
    sequence: int


class Newest(NamedTuple):
    """What composing takes of an object's newest `Version`."""

    object_id: str
    body: str
    kind: str
    deleted: bool
    value: str | None


class World:
    """What the objects of one batch need to know of others.

    `replaced`: embedded bytes that stand in for the stored ones, where somebody only looks what would be.
    """

    def __init__(self, ids: set[str], *, replaced: Mapping[str, str] | None = None) -> None:
        own = Reference.objects.filter(among("source", ids)).order_by("position")
        self.outgoing = _grouped(Link, own, by="source")
        naming = Reference.objects.filter(_composing_links(), among("target", ids))
        self.incoming = _grouped(Link, naming, by="target")
        self.siblings = _siblings(self.incoming)
        sources = {row.source for rows in self.incoming.values() for row in rows}
        targets = {row.target for rows in self.outgoing.values() for row in rows}
        neighbours = {row.target for rows in self.siblings.values() for row in rows}
        self.alive = _alive(ids | sources | targets | neighbours)
        self.age = {object_id: age for age, object_id in enumerate(self.alive)}
        self.rows = {row["id"]: row for row in Published.objects.filter(among("pk", ids)).values()}
        self.listed = _grouped(Place, Listed.objects.filter(among("published", ids)), by="published_id")
        self.standing = {row.pk: row for row in Standing.objects.filter(among("pk", ids))}
        self.embedded = _embedded(targets) | dict(replaced or {})
        self.identities = _identities(row for rows in self.outgoing.values() for row in rows)
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
            identities=self.identities,
            holders=[(self.alive[row.source], row.attribute, row.source) for row in incoming if row.part],
            reverse=reverse,
            order=self._order(object_id, kind=kind, incoming=incoming),
        )

    def _order(self, object_id: str, *, kind: str, incoming: list[Link]) -> int | None:
        ordered = SHAPES[kind].ordered_in if object_id in self.alive else None
        for row in incoming:
            if ordered == (self.alive[row.source], row.attribute):
                places = [
                    each.target for each in self.siblings[row.source] if each.attribute == row.attribute
                ]
                return [each for each in places if each in self.alive].index(object_id)
        return None


def newest_versions(ids: Iterable[str]) -> dict[str, Version]:
    """The newest version of each object that has one; older ones, with all their texts, are not read."""
    return {row.object_id: row for some in chunks(ids) for row in _newest(some)}


def newest_of_kinds(ids: Iterable[str], kinds: Sequence[str]) -> dict[str, Newest]:
    """What was said last of each of the objects that is of these kinds."""
    asked = (_newest(some, kind__in=kinds).values_list(*Newest._fields) for some in chunks(ids))
    return {row.object_id: row for rows in asked for row in starmap(Newest, rows)}


def _newest(ids: Iterable[str], **conditions: Sequence[str]) -> QuerySet[Version]:
    of_these = Version.objects.filter(among("object_id", ids), **conditions)
    last = of_these.values("object_id").annotate(last=Max("pk"))
    return Version.objects.filter(pk__in=last.values("last"))


def chunks(ids: Iterable[str], *, size: int = _AT_ONCE) -> Iterator[list[str]]:
    """The ids, sorted, in pieces that fit into one question."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def _composing_links() -> Q:
    """Only links that show in the target: an Organization has thousands of others."""
    condition = Q(part=True)
    for kind, attribute in _REVERSE:
        condition |= Q(source_kind=kind, attribute=attribute)
    return condition


def _siblings(incoming: Mapping[str, list[Link]]) -> defaultdict[str, list[Link]]:
    """By holder, the parts among which an object has its place: not those of every meeting ever held at a location."""
    holders = {
        row for rows in incoming.values() for row in rows if (row.source_kind, row.attribute) in _ORDERED
    }
    attributes = {row.attribute for row in holders}
    sources = {row.source for row in holders}
    places = Reference.objects.filter(among("source", sources), attribute__in=attributes)
    return _grouped(Link, places.order_by("position"), by="source")


def _grouped(row_type: type[Row], rows: QuerySet[Any], *, by: str) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in starmap(row_type, rows.values_list(*row_type._fields)):
        groups[getattr(row, by)].append(row)
    return groups


def _first_versions(ids: set[str]) -> dict[str, dict[str, Any]]:
    """Place in the chain and stamp of the first version, by id."""
    rows = Version.objects.filter(among("object_id", ids)).values("object_id")
    return {
        row["object_id"]: dict(row) for row in rows.annotate(sequence=Min("sequence"), created=Min("stamp"))
    }


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


def _alive(ids: set[str]) -> dict[str, str]:
    """Kind by id, oldest object first, of those whose newest version is not a withdrawal."""
    newest: dict[str, tuple[int, str, bool]] = {}
    for some in chunks(ids):
        rows = Version.objects.filter(among("object_id", some)).order_by("sequence")
        for object_id, sequence, kind, deleted in rows.values_list(
            "object_id", "sequence", "kind", "deleted"
        ):
            first = newest[object_id][0] if object_id in newest else sequence
            newest[object_id] = (first, kind, deleted)
    oldest_first = sorted(newest.items(), key=lambda each: each[1][0])
    return {object_id: kind for object_id, (_, kind, deleted) in oldest_first if not deleted}

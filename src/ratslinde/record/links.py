"""The links between objects that composing needs, in a fixed number of queries for a whole batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import starmap
from typing import Any, NamedTuple, TypeVar

from django.db.models import Q, QuerySet

from ratslinde.kernel.selecting import among
from ratslinde.record.models import Reference
from ratslinde.record.shapes import SHAPES

_REVERSE = {wanted for shape in SHAPES.values() for wanted in shape.reverse.values()}
_ORDERED = {shape.ordered_in for shape in SHAPES.values() if shape.ordered_in}
Row = TypeVar("Row", bound=NamedTuple)


class Link(NamedTuple):
    """A row of `Reference`: a model for each of thousands would take longer than the rest."""

    source: str
    source_kind: str
    target: str
    attribute: str
    part: bool
    position: int


def outgoing(ids: set[str]) -> defaultdict[str, list[Link]]:
    """By object, its own links in their order."""
    return grouped(Link, Reference.objects.filter(among("source", ids)).order_by("position"), by="source")


def incoming(ids: set[str]) -> defaultdict[str, list[Link]]:
    """By object, the links to it that show in it."""
    return grouped(Link, Reference.objects.filter(_composing_links(), among("target", ids)), by="target")


def _composing_links() -> Q:
    """Only links that show in the target: an Organization has thousands of others."""
    condition = Q(part=True)
    for kind, attribute in _REVERSE:
        condition |= Q(source_kind=kind, attribute=attribute)
    return condition


def siblings(naming: Mapping[str, list[Link]]) -> defaultdict[str, list[Link]]:
    """By holder, the parts among which an object has its place: not those of every meeting ever held at a location."""
    holders = {
        row for rows in naming.values() for row in rows if (row.source_kind, row.attribute) in _ORDERED
    }
    attributes = {row.attribute for row in holders}
    sources = {row.source for row in holders}
    places = Reference.objects.filter(among("source", sources), attribute__in=attributes)
    return grouped(Link, places.order_by("position"), by="source")


def grouped(row_type: type[Row], rows: QuerySet[Any], *, by: str) -> defaultdict[str, list[Row]]:
    """The rows as tuples of that type, by one of their columns."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in starmap(row_type, rows.values_list(*row_type._fields)):
        groups[getattr(row, by)].append(row)
    return groups

"""Which object names which other one, as its newest statement says."""

from __future__ import annotations

from collections.abc import Mapping

from ratslinde.record.composing import links_in
from ratslinde.record.models import Reference
from ratslinde.record.shapes import SHAPES
from ratslinde.record.statements import decode

Link = tuple[str, str, str, bool, int]  # kind of the source, target, attribute, part, position


def relink(stated: Mapping[str, tuple[str, str]]) -> None:
    """Replace the links of these objects; `stated` has kind and statement by id."""
    Reference.objects.filter(source__in=list(stated)).delete()
    Reference.objects.bulk_create(
        Reference(
            source=source, source_kind=kind, target=target, attribute=attribute, part=part, position=position
        )
        for source, (kind, text) in stated.items()
        for _, target, attribute, part, position in links_of(kind, text)
    )


def links_of(kind: str, text: str) -> list[Link]:
    """The links of a statement."""
    parts = SHAPES[kind].parts
    found = links_in(decode(text).data)
    return [(kind, target, attribute, attribute in parts, position) for attribute, position, target in found]


def wrong_links(stated: Mapping[str, tuple[str, str]]) -> list[str]:
    """Ids of the objects whose stored links are not those of their statement."""
    stored: dict[str, set[Link]] = {source: set() for source in stated}
    for row in Reference.objects.filter(source__in=list(stated)):
        stored[row.source].add((row.source_kind, row.target, row.attribute, row.part, row.position))
    return [source for source, (kind, text) in stated.items() if stored[source] != set(links_of(kind, text))]

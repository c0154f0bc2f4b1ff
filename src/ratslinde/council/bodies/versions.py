"""The published versions of a person: what erasing removes, and what became of it."""

from __future__ import annotations

import datetime
from typing import Any

from msgspec import Struct

from ratslinde.council.bodies.models import Person
from ratslinde.record.models import Version
from ratslinde.record.statements import decode
from ratslinde.record.values import ADDRESS
from ratslinde.verbs import Actor, require


class PublishedVersion(Struct, frozen=True, kw_only=True):
    """One version in the record. `texts`: (attribute, text) of what it says; none when withdrawn or erased."""

    kind: str
    stamp: datetime.datetime
    title: str
    withdrawal: bool
    texts: tuple[tuple[str, str], ...]
    erased_at: datetime.datetime | None
    erased_reason: str


def versions_of_person(actor: Actor, person: Person) -> list[PublishedVersion]:
    """Every version of the person and of the memberships, the oldest first, erased ones too."""
    require(actor, "person.erase", person)
    ids = [person.public_id, *person.memberships.values_list("public_id", flat=True)]
    return [_version(row) for row in Version.objects.filter(object_id__in=ids).order_by("sequence")]


def _version(row: Version) -> PublishedVersion:
    statement = decode(row.value) if row.value and not row.deleted else None
    return PublishedVersion(
        kind=row.kind,
        stamp=row.stamp,
        title=statement.title if statement else "",
        withdrawal=row.deleted,
        texts=tuple(_texts(statement.data)) if statement else (),
        erased_at=row.erased_at,
        erased_reason=row.erased_reason,
    )


def _texts(data: dict[str, Any]) -> list[tuple[str, str]]:
    """What a reader recognises: texts and lists of texts, no links."""
    found = []
    for attribute, value in data.items():
        parts = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
        shown = [each for each in parts if each and not each.startswith(ADDRESS)]
        if shown:
            found.append((attribute, ", ".join(shown)))
    return found

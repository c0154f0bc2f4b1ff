"""One document's entry becomes draft rows, each value with its origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.bodies.actions import add_organization
from ratslinde.council.bodies.models import Body, Organization, OrganizationType
from ratslinde.council.bodies.queries import organization_named
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean, collapse
from ratslinde.reading import Entry, Field
from ratslinde.verbs import Actor
from ratslinde.verbs.rows import DeskRow


class Adoption(Struct, kw_only=True):
    """What is at hand while one file is taken over. `known`: rows that were there before, by their hint's place."""

    actor: Actor
    body: Body
    source: Source
    warnings: list[str]
    named: list[str] = []
    known: dict[int, DeskRow] = {}

    def tell_of(self, row: DeskRow, hint: str) -> None:
        """Add the hint that the row was there before."""
        self.known[len(self.warnings)] = row
        self.warnings.append(hint)


class NothingNew(Refused):
    """Nothing was taken over. `known`: what is said to be there already."""

    def __init__(self, message: str, *, known: Iterable[DeskRow | Source] = ()) -> None:
        super().__init__(message, field="file")
        self.known = tuple(known)


def text(entry: Entry, name: str, *, limit: int | None = None) -> str:
    """The entry's text value on this system's terms, '' when it is not stated."""
    value = entry.value(name)
    found = clean(value) if isinstance(value, str) else ""
    return found[:limit] if limit else found


def mark(adoption: Adoption, row: DeskRow, fields: Mapping[str, Field | None]) -> None:
    """Note the origin of each stated value and that it is unchecked. `fields`: the row's field → what was read."""
    stated = {
        name: field
        for name, field in fields.items()
        if field is not None and field.value not in (None, "", ())
    }
    Origin.objects.bulk_create(_origin(adoption, row, name, field) for name, field in stated.items())
    type(row)._default_manager.filter(pk=row.pk).update(unchecked=sorted({*row.unchecked, *stated}))
    row.unchecked = sorted({*row.unchecked, *stated})


def _origin(adoption: Adoption, row: DeskRow, name: str, field: Field) -> Origin:
    span = field.span
    return Origin(
        source=adoption.source,
        subject_kind=type(row).__name__,
        subject=row.public_id,
        field=name,
        page=span.page if span else None,
        first_line=span.first_line if span else None,
        last_line=span.last_line if span else None,
        sure=field.sure,
        rule=field.rule[:100],
        reason=field.reason[:500],
    )


def organization(
    adoption: Adoption,
    field: Field | None,
    *,
    day: Any,
    kind: OrganizationType = OrganizationType.COUNCIL_BODY,
) -> tuple[Organization | None, Field | None]:
    """The organization of that name, or a new draft; a new one makes the field one to check."""
    if field is None or not isinstance(field.value, str):
        return None, field
    name = collapse(clean(field.value))[:200]
    found = organization_named(adoption.body, name, day=day)
    if found is not None:
        return found, field
    made = add_organization(adoption.actor, adoption.body, name=name, organization_type=kind)
    reason = f"„{name}“ ist neu angelegt. Bitte prüfen, ob es nicht schon unter anderem Namen da ist."
    return made, Field(value=field.value, rule="organization-new", reason=reason, span=field.span, sure=False)

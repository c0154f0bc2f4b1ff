"""Parts of HSDS objects that several kinds have: stable ids, attributes, contacts, translations."""

from __future__ import annotations

import uuid

from ratslinde.integration.landscape.models import (
    Actor,
    ContactPerson,
    LandscapeRow,
    Offer,
    Place,
    Term,
    Translation,
    TranslationState,
)
from ratslinde.record import hsds
from ratslinde.record.values import link


def part_id(row: LandscapeRow, *names: str) -> str:
    """The UUID of a part: always the same for the same part of the same object."""
    return str(uuid.uuid5(row.standard_id, "/".join(names)))


def attribute(row: LandscapeRow, term: Term, *, entity: str, value: str = "") -> hsds.Attribute:
    """That the term applies to the row; `value` is e.g. the role in which an actor is active in a field."""
    names = [each for each in (term.taxonomy.key, term.code, value) if each]
    return hsds.Attribute(
        id=part_id(row, "attribute", *names), taxonomy_term=link("term", term.public_id), link_type=term.taxonomy.key,
        link_entity=entity, label=term.taxonomy.name, value=value,
    )  # fmt: skip


def phones(row: LandscapeRow, number: str) -> tuple[hsds.Phone, ...]:
    """The number, when there is one."""
    return (hsds.Phone(id=part_id(row, "phone"), number=number),) if number else ()


def contact_id(_row: LandscapeRow, person: ContactPerson) -> str:
    """The UUID under which the contact stands in the public value of the row: its own, so that an import keeps it."""
    return str(person.standard_id)


def contact(row: LandscapeRow, person: ContactPerson) -> hsds.Contact:
    """Whom to ask: the office; the name only with a dated consent; mail and phone are those of the office."""
    return hsds.Contact(
        id=contact_id(row, person),
        name=str(person) if person.name_consent_on and person.family_name else "",
        title=person.function,
        email=person.email if person.name_consent_on else "",
        phones=phones(person, person.phone) if person.name_consent_on else (),
        x_name_consent_on=person.name_consent_on,
    )


def former_ids(row: Actor | Offer | Place) -> tuple[str, ...]:
    """The UUIDs of what was merged into the row."""
    return tuple(str(each.standard_id) for each in row.former_ids.order_by("pk"))


def translations(row: LandscapeRow) -> hsds.Translations:
    """What may be shown in other languages; an outdated text says so, a draft stays at the desk."""
    found: hsds.Translations = {}
    rows = Translation.objects.filter(subject=row.public_id).exclude(state=TranslationState.DRAFT)
    for each in rows.order_by("language", "field"):
        state = "outdated" if each.outdated_at else each.state
        found.setdefault(each.language, {})[each.field] = hsds.Translated(text=each.text, state=state)
    return found

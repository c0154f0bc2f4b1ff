"""What is public about an actor: who it is, what it does in which field, and how to reach the office."""

from __future__ import annotations

from django.db.models import Q

from ratslinde.integration.landscape.models import Actor, Extent
from ratslinde.integration.landscape.public.parts import (
    attribute,
    contact,
    former_ids,
    part_id,
    phones,
    translations,
)
from ratslinde.kernel import blocks, clock
from ratslinde.record import hsds, pages
from ratslinde.record.values import Value, address, link


def actor_value(actor: Actor) -> Value:
    """The actor as HSDS's organization. Who was asked when, notes and cooperation stay at the desk."""
    path = f"akteure/{actor.public_id}/"
    value = hsds.Organization(
        id=str(actor.standard_id),
        name=actor.name,
        description=actor.description,
        alternate_name=actor.short_name,
        email=actor.email,
        website=actor.website,
        legal_status=actor.legal_status,
        uri=address(path),
        parent_organization_id=link("actor", actor.parent.public_id) if actor.parent else "",
        locations=(link("place", actor.place.public_id),) if actor.place else (),
        phones=phones(actor, actor.phone),
        contacts=tuple(contact(actor, person) for person in actor.contacts.all()),
        organization_identifiers=_identifiers(actor),
        attributes=_attributes(actor),
        x_former_ids=former_ids(actor),
        x_complete=_lists(actor, Extent.ALL),
        x_incomplete=_lists(actor, Extent.MORE),
        x_languages=None if actor.languages is None else tuple(actor.languages.split()),
        x_self_managed=actor.self_managed,
        x_assured_date=actor.confirmed_on,
        x_translations=translations(actor),
    )
    page = pages.ActorPage(description=blocks.parse(actor.description), self_managed=bool(actor.self_managed))
    return Value(
        kind="actor",
        id=actor.public_id,
        body=actor.body.public_id,
        hsds=value,
        page=page,
        title=actor.name,
        text=" ".join((actor.short_name, actor.description)),
        path=path,
        lists=tuple(each.public_id for each in actor.former_ids.all()),
    )


def _lists(actor: Actor, extent: Extent) -> tuple[str, ...]:
    """The lists of which somebody has said that; of languages nobody can say it who names none."""
    said = {"fields": actor.fields_known, "languages": actor.languages and actor.languages_known}
    return tuple(name for name, known in said.items() if known == extent)


def _identifiers(actor: Actor) -> tuple[hsds.OrganizationIdentifier, ...]:
    found = [("DE-VR", actor.register_number)] if actor.register_number else []
    return tuple(
        hsds.OrganizationIdentifier(
            id=part_id(actor, "identifier", kind, number), identifier_type=kind, identifier=number
        )
        for kind, number in found
    )


def _attributes(actor: Actor) -> tuple[hsds.Attribute, ...]:
    kinds = (attribute(actor, actor.kind, entity="organization"),) if actor.kind else ()
    today = clock.today()
    activities = actor.activities.filter(Q(until=None) | Q(until__gte=today)).select_related(
        "field__taxonomy"
    )
    return kinds + tuple(
        attribute(actor, each.field, entity="organization", value=each.role) for each in activities
    )

"""Reads for the desk: which body, which department, who."""

from __future__ import annotations

import datetime

from django.db.models import Q, QuerySet

from ratslinde.council.bodies.models import (
    Body,
    LegislativeTerm,
    Location,
    Membership,
    Organization,
    OrganizationType,
    Person,
)
from ratslinde.kernel import clock
from ratslinde.kernel.comparing import holds
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import collapse, fold
from ratslinde.verbs import Actor, require


def the_body() -> Body:
    """The town of this installation. Raises Refused when it is not set up."""
    body = Body.objects.first()
    if body is None:
        raise Refused("Es ist noch keine Kommune eingerichtet. Bitte zuerst „ratslinde setup“ ausführen.")
    return body


def organization_named(body: Body, name: str, *, day: datetime.date | None) -> Organization | None:
    """The organization that had this name on that day, or ever; None when no or more than one fits.

    A name in a document may carry an article or the town's name ("des Integrationsrates der Stadt …"): only the
    plain name and the plain name with the town are recognised, the rest is for a person to decide.
    """
    wanted = fold(collapse(name))
    town = fold(body.name)
    fits = []
    for organization in body.organizations.prefetch_related("names"):
        names = {fold(row.name) for row in organization.names.all()}
        if wanted in names or wanted.replace(f" der {town}", "").replace(f" {town}", "") in names:
            fits.append(organization)
    on_day = [each for each in fits if day is not None and fold(each.name_on(day)) == wanted]
    candidates = on_day or fits
    return candidates[0] if len(candidates) == 1 else None


def organizations(actor: Actor, body: Body) -> QuerySet[Organization]:
    """Bodies, lists and departments with their names, in the order of their kinds."""
    require(actor, "body.read")
    return (
        body.organizations.prefetch_related("names")
        .select_related("parent")
        .order_by("organization_type", "pk")
    )


def organization(actor: Actor, public_id: str) -> Organization:
    """The organization of that public id. Raises Organization.DoesNotExist."""
    require(actor, "body.read")
    return (
        Organization.objects.select_related("body", "parent")
        .prefetch_related("names")
        .get(public_id=public_id)
    )


def bodies_to_meet(body: Body) -> QuerySet[Organization]:
    """The bodies that can hold a meeting or consult on a paper: those that still exist."""
    return _existing(body, OrganizationType.COUNCIL_BODY)


def departments(body: Body) -> QuerySet[Organization]:
    """The departments that still exist."""
    return _existing(body, OrganizationType.DEPARTMENT)


def _existing(body: Body, kind: OrganizationType) -> QuerySet[Organization]:
    rows = body.organizations.filter(Q(end=None) | Q(end__gte=clock.today()), organization_type=kind)
    return rows.prefetch_related("names").order_by("pk")


def members(actor: Actor, organization: Organization) -> list[Membership]:
    """The memberships in the organization with person, list and whom they stand in for."""
    require(actor, "person.read")
    rows = organization.memberships.select_related("person", "deputy_for__person", "on_behalf_of")
    return list(rows.prefetch_related("on_behalf_of__names").order_by("person__family_name", "pk"))


def people(actor: Actor, body: Body, *, text: str = "") -> QuerySet[Person]:
    """People by name, with their memberships; with a text those whose names hold it."""
    require(actor, "person.read")
    rows = body.people.prefetch_related("memberships__organization__names")
    if text:
        rows = rows.filter(holds(text, "family_name", "given_name", "academic_title"))
    return rows.order_by("family_name", "given_name", "pk")


def person(actor: Actor, public_id: str) -> Person:
    """The person of that public id. Raises Person.DoesNotExist."""
    require(actor, "person.read")
    return Person.objects.select_related("body").get(public_id=public_id)


def memberships_of(person: Person) -> list[Membership]:
    """The person's memberships, newest first."""
    rows = person.memberships.select_related("organization", "on_behalf_of", "deputy_for__person")
    return list(rows.prefetch_related("organization__names", "on_behalf_of__names").order_by("-start", "pk"))


def locations(actor: Actor, body: Body) -> QuerySet[Location]:
    """Places by name."""
    require(actor, "body.read")
    return body.locations.order_by("description", "pk")


def location(actor: Actor, public_id: str) -> Location:
    """The place of that public id. Raises Location.DoesNotExist."""
    require(actor, "body.read")
    return Location.objects.select_related("body").get(public_id=public_id)


def terms(body: Body) -> list[LegislativeTerm]:
    """The terms of office, newest first."""
    return list(body.terms.order_by("-start"))


def term(actor: Actor, public_id: str) -> LegislativeTerm:
    """The term of office of that public id. Raises LegislativeTerm.DoesNotExist."""
    require(actor, "town.edit")
    return LegislativeTerm.objects.select_related("body").get(public_id=public_id)

"""What publishing or taking back would change: the town, its bodies, people, places and terms."""

from __future__ import annotations

from ratslinde.council.bodies import actions
from ratslinde.council.bodies.models import Body, LegislativeTerm, Location, Organization, Person
from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor, require
from ratslinde.verbs.releasing import preview


def preview_town(actor: Actor, body: Body) -> tuple[Difference, ...]:
    """What publishing the town would change."""
    require(actor, "town.publish", body)
    return preview(lambda: actions.town_release(Body.objects.get(pk=body.pk)))


def preview_term(actor: Actor, term: LegislativeTerm) -> tuple[Difference, ...]:
    """What publishing the term of office would change."""
    require(actor, "town.publish", term)
    return preview(lambda: actions.term_release(LegislativeTerm.objects.get(pk=term.pk)))


def preview_term_withdrawal(actor: Actor, term: LegislativeTerm) -> tuple[Difference, ...]:
    """What taking the term of office back would withdraw."""
    require(actor, "town.withdraw", term)
    return preview(lambda: actions.term_withdrawal(term))


def preview_organization(actor: Actor, organization: Organization) -> tuple[Difference, ...]:
    """What publishing the body would change."""
    require(actor, "body.publish", organization)
    return preview(lambda: actions.organization_release(Organization.objects.get(pk=organization.pk)))


def preview_organization_withdrawal(actor: Actor, organization: Organization) -> tuple[Difference, ...]:
    """What taking the body back would withdraw."""
    require(actor, "body.withdraw", organization)
    return preview(lambda: actions.organization_withdrawal(organization))


def preview_person(actor: Actor, person: Person) -> tuple[Difference, ...]:
    """What publishing the person would change."""
    require(actor, "person.publish", person)
    return preview(lambda: actions.people_release([Person.objects.get(pk=person.pk)]))


def preview_person_withdrawal(actor: Actor, person: Person) -> tuple[Difference, ...]:
    """What taking the person back would withdraw."""
    require(actor, "person.withdraw", person)
    return preview(lambda: actions.person_withdrawal(person))


def preview_location(actor: Actor, location: Location) -> tuple[Difference, ...]:
    """What publishing the place would change."""
    require(actor, "body.publish", location)
    return preview(lambda: actions.location_release(Location.objects.get(pk=location.pk)))


def preview_location_withdrawal(actor: Actor, location: Location) -> tuple[Difference, ...]:
    """What taking the place back would withdraw."""
    require(actor, "body.withdraw", location)
    return preview(lambda: actions.location_withdrawal(location))

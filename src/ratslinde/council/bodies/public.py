"""What is public about the town, its bodies, people and places: decided here and only here.

A person is public with name, office and list (R315). E-mail and phone only with a dated consent; nothing else exists.
"""

from __future__ import annotations

from django.conf import settings

from ratslinde.council.bodies.models import (
    Body,
    LegislativeTerm,
    Location,
    Membership,
    Organization,
    OrganizationType,
    Person,
)
from ratslinde.kernel import blocks, clock
from ratslinde.record import oparl, pages
from ratslinde.record.values import Value, link
from ratslinde.verbs.rows import Publication

OPARL_VERSION = "https://schema.oparl.org/1.1/"
COUNCIL_BODIES = (OrganizationType.COUNCIL_BODY, OrganizationType.FACTION)


def system_value(body: Body) -> Value:
    """The entry point of open data. `product` and `vendor` are pages that the operator names, or they are left out."""
    system = oparl.System(
        oparl_version=OPARL_VERSION,
        name=f"Ratslinde {body.name}",
        license=body.license or None,
        contact_email=body.contact_email or None,
        contact_name=body.contact_name or None,
        website=body.website or None,
        vendor=settings.RATSLINDE_VENDOR_URL or None,
        product=settings.RATSLINDE_PRODUCT_URL or None,
    )
    return Value(
        kind="system", id="system", body=body.public_id, oparl=system, page=pages.Page(), title=body.name
    )


def body_value(body: Body) -> Value:
    """The town with its legal texts. Without a licence there is none that holds since a day."""
    licensed = body.license_since if body.license else None
    value = oparl.Body(
        system=link("system", "system"),
        name=body.name,
        short_name=body.short_name or None,
        website=body.website or None,
        license=body.license or None,
        license_valid_since=clock.at(licensed, 0) if licensed else None,
        ags=body.official_key or None,
        contact_email=body.contact_email or None,
        contact_name=body.contact_name or None,
        classification="Kommune",
        legislative_term=tuple(
            link("legislativeTerm", term.public_id) for term in body.terms.order_by("start")
        ),
    )
    legal = pages.LegalTexts(
        imprint=blocks.parse(body.imprint),
        privacy=blocks.parse(body.privacy),
        accessibility=blocks.parse(body.accessibility),
    )
    page = pages.BodyPage(legal=legal, notice=body.legal_notice)
    return Value(kind="body", id=body.public_id, body=body.public_id, oparl=value, page=page, title=body.name)


def term_value(term: LegislativeTerm) -> Value:
    """A term of office."""
    value = oparl.LegislativeTerm(name=term.name, start_date=term.start, end_date=term.end)
    return Value(
        kind="legislativeTerm", id=term.public_id, body=term.body.public_id, oparl=value, page=pages.Page(),
        title=term.name,
    )  # fmt: skip


def location_value(location: Location) -> Value:
    """A place where a body meets."""
    value = oparl.Location(
        description=location.description,
        access=location.access or None,
        street_address=location.street_address or None,
        room=location.room or None,
        postal_code=location.postal_code or None,
        locality=location.locality or None,
    )
    return Value(
        kind="location", id=location.public_id, body=location.body.public_id, oparl=value, page=pages.Page(),
        title=str(location),
    )  # fmt: skip


def organization_value(organization: Organization) -> Value:
    """A body, list or department under its name of today, with all its names."""
    name = organization.name_on(clock.today())
    names = list(organization.names.all())
    short = next((row.short_name for row in names if row.name == name), "")
    value = oparl.Organization(
        name=name,
        short_name=short or None,
        sub_organization_of=link("organization", organization.parent.public_id)
        if organization.parent
        else None,
        organization_type=organization.organization_type,
        classification=organization.classification or None,
        start_date=organization.start,
        end_date=organization.end,
    )
    page = pages.OrganizationPage(
        slug=organization.slug,
        names=tuple(
            pages.DatedName(name=row.name, short_name=row.short_name, start=row.start, end=row.end)
            for row in names
        ),
        description=blocks.parse(organization.description),
        council_body=organization.organization_type in COUNCIL_BODIES,
    )
    return Value(
        kind="organization",
        id=organization.public_id,
        body=organization.body.public_id,
        oparl=value,
        page=page,
        title=name,
        text=" ".join([*(row.name for row in names), organization.description]),
        path=f"gremien/{organization.slug}/",
    )


def person_value(person: Person) -> Value:
    """Somebody in an office, with the memberships in published organizations."""
    consented = person.contact_consent_on is not None
    value = oparl.Person(
        name=str(person),
        family_name=person.family_name,
        given_name=person.given_name or None,
        form_of_address=person.form_of_address or None,
        title=(person.academic_title,) if person.academic_title else (),
        email=(person.email,) if consented and person.email else (),
        phone=(person.phone,) if consented and person.phone else (),
        membership=tuple(link("membership", row.public_id) for row in public_memberships(person)),
    )
    return Value(
        kind="person",
        id=person.public_id,
        body=person.body.public_id,
        oparl=value,
        page=pages.PersonPage(),
        title=str(person),
        path=f"personen/{person.public_id}/",
    )


def public_memberships(person: Person) -> list[Membership]:
    """The memberships that may be shown: those in organizations that are public themselves."""
    rows = person.memberships.filter(organization__publication=Publication.PUBLISHED)
    return list(
        rows.select_related("organization__body", "on_behalf_of", "deputy_for").order_by("start", "pk")
    )


def membership_value(membership: Membership) -> Value:
    """Who belongs to which body, in which role, for which list."""
    organization = membership.organization
    deputy_for = membership.deputy_for
    value = oparl.Membership(
        organization=link("organization", organization.public_id),
        role=membership.role or None,
        voting_right=membership.voting_right,
        start_date=membership.start,
        end_date=membership.end,
        on_behalf_of=link("organization", membership.on_behalf_of.public_id)
        if membership.on_behalf_of
        else None,
        deputy_for=link("membership", deputy_for.public_id) if deputy_for else None,
        organization_name=organization.name_on(membership.end or clock.today()),
    )
    return Value(
        kind="membership", id=membership.public_id, body=organization.body.public_id, oparl=value, page=pages.Page(),
        title=membership.role,
    )  # fmt: skip

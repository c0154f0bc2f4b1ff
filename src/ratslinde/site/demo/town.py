"""The town, its bodies, places, people and accounts."""

from __future__ import annotations

from msgspec import Struct

from ratslinde.accounts.models import User
from ratslinde.council.bodies import actions
from ratslinde.council.bodies.models import Body, Location, Membership, Organization
from ratslinde.desk.accounts.conditions import Held
from ratslinde.desk.accounts.founding import first_administrator
from ratslinde.site.demo import calendar
from ratslinde.site.demo.texts import (
    AccountText,
    LocationText,
    OrganizationText,
    PersonText,
    TownText,
    people,
    text,
    town,
)
from ratslinde.site.inviting import invite


class Cast(Struct, kw_only=True):
    """Who and what is there before the first meeting, by the keys of the texts."""

    administrator: User
    clerk: User
    manager: User
    body: Body
    organizations: dict[str, Organization]
    locations: dict[str, Location]


def set_up() -> Cast:
    """The published town with its accounts."""
    written = town()
    first = written.account[0]
    administrator, _ = first_administrator(first.name, email=_email(first.label), label=first.label)
    body = _body(administrator, written)
    organizations: dict[str, Organization] = {}
    for each in written.organization:
        organizations[each.key] = _organization(administrator, body, each, known=organizations)
    locations = {each.key: _location(administrator, body, each) for each in written.location}
    accounts = {each.label: _account(administrator, each, organizations) for each in written.account[1:]}
    cast = Cast(
        administrator=administrator,
        clerk=accounts["clerk"],
        manager=accounts["manager"],
        body=body,
        organizations=organizations,
        locations=locations,
    )
    _people(cast)
    return cast


def _body(actor: User, written: TownText) -> Body:
    body = actions.set_up_town(
        actor,
        name=written.name,
        short_name=written.short_name,
        official_key=written.official_key,
        website=written.website,
        contact_name=written.contact_name,
        contact_email=written.contact_email,
        license=written.license,
        legal_notice=written.legal_notice,
        print_notice=written.print_notice,
        papers_place=written.papers_place,
        imprint=text("imprint"),
        privacy=text("privacy"),
        accessibility=text("accessibility"),
        second_factor_required=False,
    )
    for name, start, end in calendar.terms():
        actions.add_term(actor, body, name=name, start=start, end=end)
    actions.publish_town(actor, body)
    return body


def _organization(
    actor: User, body: Body, written: OrganizationText, *, known: dict[str, Organization]
) -> Organization:
    row = actions.add_organization(
        actor,
        body,
        name=written.name,
        short_name=written.short_name,
        organization_type=written.type,
        classification=written.classification,
        description=written.description.strip(),
        parent=known.get(written.parent),
        start=written.start,
        statutory_size=written.size,
    )
    if written.renamed and written.renamed_on:
        actions.rename_organization(
            actor, row, name=written.renamed, short_name=written.renamed_short, start=written.renamed_on
        )
    actions.publish_organization(actor, row)
    return row


def _location(actor: User, body: Body, written: LocationText) -> Location:
    values = {name: getattr(written, name) for name in written.__struct_fields__ if name != "key"}
    return actions.add_location(actor, body, **values)


def _account(actor: User, written: AccountText, organizations: dict[str, Organization]) -> User:
    organization = organizations.get(written.organization)
    role = Held(role=written.role, organization=organization.public_id if organization else "")
    return invite(actor, role, name=written.name, email=_email(written.label), label=written.label).user


def _people(cast: Cast) -> None:
    memberships: dict[tuple[str, str], Membership] = {}
    for written in people():
        _person(cast, written, memberships)


def _person(cast: Cast, written: PersonText, known: dict[tuple[str, str], Membership]) -> None:
    person = actions.add_person(
        cast.clerk,
        cast.body,
        given_name=written.given_name,
        family_name=written.family_name,
        academic_title=written.academic_title,
        email=written.email,
        phone=written.phone,
        contact_consent_on=written.consent,
    )
    for each in written.memberships:
        known[written.key, each.within] = actions.add_membership(
            cast.clerk,
            person,
            organization=cast.organizations[each.within],
            role=each.role,
            voting_right=each.voting_right,
            on_behalf_of=cast.organizations[each.on_behalf_of] if each.on_behalf_of else None,
            deputy_for=known[each.deputy_for, each.within] if each.deputy_for else None,
            start=each.start,
            end=each.end,
        )
    actions.publish_person(cast.clerk, person)


def _email(label: str) -> str:
    return f"{label}@lindenhagen.example"

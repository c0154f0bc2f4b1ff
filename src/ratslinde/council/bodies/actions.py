"""The town, its bodies, people and places: setting up, changing, publishing, taking back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from ratslinde import __version__
from ratslinde.council import rights
from ratslinde.council.bodies import public
from ratslinde.council.bodies.models import (
    Body,
    LegislativeTerm,
    Location,
    Membership,
    Organization,
    OrganizationName,
    Person,
)
from ratslinde.council.releasing import Release, carry_out
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import slug
from ratslinde.record.erasing import erase
from ratslinde.record.values import Withdrawal
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import DeskRow, Publication, change

KEY_LENGTHS = (5, 8)
PRODUCT = f"Ratslinde {__version__}"
__all__ = ["rights"]


@action("town.set_up")
def set_up_town(
    _actor: Actor, /, _nothing: None = None, *, name: str, official_key: str = "", **more: Any
) -> Body:
    """The town of this installation; there is one. Raises Refused when it is there already."""
    if Body.objects.exists():
        raise Refused("Diese Installation hat schon eine Kommune.")
    if not name.strip():
        raise Refused("Bitte den Namen der Kommune angeben.", field="name")
    return Body.objects.create(
        name=name.strip(), slug=slug(name) or "kommune", official_key=official_key, **more
    )


@action("town.edit")
def edit_town(_actor: Actor, body: Body, *, changes: Mapping[str, Any], revision: int) -> Body:
    """Change the town's name, contact and legal texts."""
    if "name" in changes and not str(changes["name"]).strip():
        raise Refused("Bitte den Namen der Kommune angeben.", field="name")
    key = str(changes.get("official_key", ""))
    if key and (not key.isdecimal() or len(key) not in KEY_LENGTHS):
        raise Refused("Der amtliche Gemeindeschlüssel hat 5 oder 8 Ziffern.", field="official_key")
    return change(body, changes, revision=revision)


@action("town.edit")
def add_term(
    _actor: Actor, body: Body, *, name: str, start: datetime.date, end: datetime.date | None
) -> LegislativeTerm:
    """A new term of office."""
    _refuse_backwards(start, end)
    return LegislativeTerm.objects.create(body=body, name=name, start=start, end=end)


@action("town.edit")
def edit_term(
    _actor: Actor, term: LegislativeTerm, *, changes: Mapping[str, Any], revision: int
) -> LegislativeTerm:
    """Change name or days of a term of office."""
    _refuse_backwards(changes.get("start", term.start), changes.get("end", term.end))
    return change(term, changes, revision=revision)


@action("town.publish")
def publish_town(_actor: Actor, body: Body) -> list[str]:
    """Make the town and its terms public, or bring them up to date."""
    return carry_out(town_release(body))


def town_release(body: Body) -> Release:
    """What publishing the town makes public."""
    terms = list(body.terms.order_by("start"))
    values = (
        public.system_value(body, product=PRODUCT),
        public.body_value(body),
        *map(public.term_value, terms),
    )
    return Release(values=values, rows=(body, *terms))


@action("body.edit")
def add_organization(
    _actor: Actor,
    /,
    body: Body,
    *,
    name: str,
    organization_type: str,
    short_name: str = "",
    parent: Organization | None = None,
    unchecked: tuple[str, ...] = (),
    **more: Any,
) -> Organization:
    """A new council body, list or department under its first name."""
    if not name.strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    row = Organization.objects.create(
        body=body,
        slug=_free_slug(name),
        organization_type=organization_type,
        parent=parent,
        unchecked=list(unchecked),
        **more,
    )
    OrganizationName.objects.create(
        organization=row, name=name.strip(), short_name=short_name, start=row.start
    )
    return row


@action("body.edit")
def edit_organization(
    _actor: Actor, organization: Organization, *, changes: Mapping[str, Any], revision: int
) -> Organization:
    """Change what is known of a body; names change by `rename_organization`."""
    _refuse_backwards(changes.get("start", organization.start), changes.get("end", organization.end))
    parent = changes.get("parent")
    if parent is not None and _is_below(parent, organization):
        raise Refused("Ein Gremium kann nicht zu seiner eigenen Untergruppe gehören.", field="parent")
    return change(organization, changes, revision=revision)


@action("body.edit")
def rename_organization(
    _actor: Actor, organization: Organization, *, name: str, start: datetime.date, short_name: str = ""
) -> OrganizationName:
    """From that day on the body has a new name; everything older keeps the old one (R003)."""
    last = organization.names.last()
    if last is not None and last.start is not None and last.start >= start:
        raise Refused("Der neue Name muss später beginnen als der bisherige.", field="start")
    if last is not None:
        OrganizationName.objects.filter(pk=last.pk).update(end=start - datetime.timedelta(days=1))
    return OrganizationName.objects.create(
        organization=organization, name=name, short_name=short_name, start=start
    )


@action("body.publish")
def publish_organization(_actor: Actor, organization: Organization) -> list[str]:
    """Make the body public, with the memberships of people who are public already."""
    return carry_out(organization_release(organization))


def organization_release(organization: Organization) -> Release:
    """What publishing the body makes public. Call it inside a transaction.

    It marks the body as published first, because memberships are shown only in bodies that are.
    """
    Organization.objects.filter(pk=organization.pk).update(publication=Publication.PUBLISHED)
    organization.publication = Publication.PUBLISHED
    people = Person.objects.filter(
        publication=Publication.PUBLISHED, memberships__organization=organization
    ).distinct()
    itself = Release(values=(public.organization_value(organization),), rows=(organization,))
    return itself + people_release(list(people))


@action("body.withdraw")
def withdraw_organization(_actor: Actor, organization: Organization, *, reason: str) -> list[str]:
    """Take the body back from the public, and the memberships in it."""
    _require(reason)
    return carry_out(organization_withdrawal(organization))


def organization_withdrawal(organization: Organization) -> Release:
    """What is taken back with the body."""
    memberships = list(organization.memberships.filter(publication=Publication.PUBLISHED))
    rows: list[DeskRow] = [organization, *memberships]
    return Release(withdrawals=(_gone(organization), *map(_gone, memberships)), gone=tuple(rows))


@action("body.edit")
def add_location(_actor: Actor, /, body: Body, **values: Any) -> Location:
    """A new place to meet."""
    if not str(values.get("description", "")).strip():
        raise Refused("Bitte eine Bezeichnung angeben.", field="description")
    return Location.objects.create(body=body, **values)


@action("body.edit")
def edit_location(
    _actor: Actor, location: Location, *, changes: Mapping[str, Any], revision: int
) -> Location:
    """Change a place."""
    return change(location, changes, revision=revision)


@action("body.publish")
def publish_location(_actor: Actor, location: Location) -> list[str]:
    """Make the place public, or bring it up to date; meetings that name it follow."""
    return carry_out(location_release(location))


def location_release(location: Location) -> Release:
    """What publishing the place makes public."""
    return Release(values=(public.location_value(location),), rows=(location,))


@action("person.edit")
def add_person(_actor: Actor, /, body: Body, *, family_name: str, **more: Any) -> Person:
    """A new person in an office."""
    if not family_name.strip():
        raise Refused("Bitte den Nachnamen angeben.", field="family_name")
    return Person.objects.create(body=body, family_name=family_name.strip(), **more)


@action("person.edit")
def edit_person(_actor: Actor, person: Person, *, changes: Mapping[str, Any], revision: int) -> Person:
    """Change name or contact."""
    if "family_name" in changes and not str(changes["family_name"]).strip():
        raise Refused("Bitte den Nachnamen angeben.", field="family_name")
    return change(person, changes, revision=revision)


@action("person.edit")
def add_membership(
    _actor: Actor, /, person: Person, *, organization: Organization, **more: Any
) -> Membership:
    """The person belongs to the organization."""
    _refuse_backwards(more.get("start"), more.get("end"))
    return Membership.objects.create(person=person, organization=organization, **more)


@action("person.edit")
def edit_membership(
    _actor: Actor, membership: Membership, *, changes: Mapping[str, Any], revision: int
) -> Membership:
    """Change role, list or dates of a membership."""
    _refuse_backwards(changes.get("start", membership.start), changes.get("end", membership.end))
    return change(membership, changes, revision=revision)


@action("person.publish")
def publish_person(_actor: Actor, person: Person) -> list[str]:
    """Make the person public, with the memberships in published organizations."""
    return carry_out(people_release([person]))


def people_release(people: list[Person]) -> Release:
    """What publishing these people makes public; memberships that may be shown no more are taken back."""
    values, rows, gone = [], [], []
    for person in people:
        shown = public.public_memberships(person)
        values += [*map(public.membership_value, shown), public.person_value(person)]
        rows += [*shown, person]
        former = person.memberships.filter(publication=Publication.PUBLISHED)
        gone += list(former.exclude(pk__in=[row.pk for row in shown]))
    return Release(
        values=tuple(values), withdrawals=tuple(map(_gone, gone)), rows=tuple(rows), gone=tuple(gone)
    )


@action("person.withdraw")
def withdraw_person(_actor: Actor, person: Person, *, reason: str) -> list[str]:
    """Take the person back from the public, and all memberships."""
    _require(reason)
    return carry_out(person_withdrawal(person))


def person_withdrawal(person: Person) -> Release:
    """What is taken back with the person."""
    memberships = list(person.memberships.filter(publication=Publication.PUBLISHED))
    rows: list[DeskRow] = [person, *memberships]
    return Release(withdrawals=(_gone(person), *map(_gone, memberships)), gone=tuple(rows))


@action("person.erase")
def erase_person(_actor: Actor, person: Person, *, reason: str) -> int:
    """Remove every published version of a withdrawn person (R311); hash, date and reason stay. Returns how many."""
    _require(reason)
    rows = [person.public_id, *person.memberships.values_list("public_id", flat=True)]
    return sum(erase(each, reason=reason) for each in rows)


def _gone(row: DeskRow) -> Withdrawal:
    kinds = {Organization: "organization", Person: "person", Membership: "membership"}
    body = row.organization.body if isinstance(row, Membership) else row.body  # type: ignore[attr-defined]
    return Withdrawal(kind=kinds[type(row)], id=row.public_id, body=body.public_id)  # type: ignore[arg-type]


def _refuse_backwards(start: datetime.date | None, end: datetime.date | None) -> None:
    if start and end and end < start:
        raise Refused("Das Ende liegt vor dem Beginn.", field="end")


def _is_below(organization: Organization, above: Organization) -> bool:
    """Whether `organization` is `above` or one of its sub-groups."""
    seen: Organization | None = organization
    while seen is not None and seen != above:
        seen = seen.parent
    return seen is not None


def _require(reason: str) -> None:
    if not reason.strip():
        raise Refused("Bitte einen Grund angeben. Er bleibt in der Verwaltung.", field="reason")


def _free_slug(name: str) -> str:
    base = slug(name) or "gremium"
    taken = set(Organization.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = Organization.objects.aggregate(highest=Max("pk"))["highest"] or 0
    return base if base not in taken else f"{base}-{number + 1}"

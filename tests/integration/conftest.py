"""The small cast of integration management, and a little landscape that tests can build on."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Body, Organization, OrganizationType
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Place, SocialSpace, Taxonomy, Term
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite
from tests.council.cast import account

NORTH = {
    "type": "Polygon",
    "coordinates": [[[8.0, 51.76], [8.1, 51.76], [8.1, 51.8], [8.0, 51.8], [8.0, 51.76]]],
}
SOUTH = {
    "type": "Polygon",
    "coordinates": [[[8.0, 51.7], [8.1, 51.7], [8.1, 51.76], [8.0, 51.76], [8.0, 51.7]]],
}


@pytest.fixture
def administrator(db) -> User:
    return account("administration", Role.ADMINISTRATOR)


@pytest.fixture
def manager(db) -> User:
    return account("manager", Role.INTEGRATION_MANAGER)


@pytest.fixture
def planner(db) -> User:
    return account("planner", Role.SOCIAL_PLANNER)


@pytest.fixture
def reader(db) -> User:
    return account("reader", Role.READER)


@pytest.fixture
def body(administrator) -> Body:
    body = bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    bodies.publish_town(administrator, body)
    return body


@pytest.fixture
def office(body, administrator) -> Organization:
    return bodies.add_organization(
        administrator, body, name="Fachbereich Soziales", organization_type=OrganizationType.DEPARTMENT
    )


@pytest.fixture
def department(office) -> User:
    return account("department", Role.DEPARTMENT, organization=office.public_id)


@pytest.fixture
def vocabulary(body, manager) -> dict[str, Taxonomy]:
    return {taxonomy.key: taxonomy for taxonomy in actions.set_up_vocabulary(manager, body)}


@pytest.fixture
def language_field(vocabulary) -> Term:
    return vocabulary["handlungsfeld"].terms.get(code="sprache")


@pytest.fixture
def north(body, manager) -> SocialSpace:
    return actions.add_space(manager, body, name="Nordviertel", geometry=NORTH)


@pytest.fixture
def south(body, manager) -> SocialSpace:
    return actions.add_space(manager, body, name="Südstadt", geometry=SOUTH)


@pytest.fixture
def house(body, manager, north) -> Place:
    return actions.add_place(
        manager, body, name="Haus der Kulturen", street_address="Lindenweg 3", postal_code="59999",
        locality="Lindenhagen", latitude=51.77, longitude=8.05, accessible=True,
    )  # fmt: skip


@pytest.fixture
def association(body, manager, vocabulary, house) -> Actor:
    kind = vocabulary["akteurstyp"].terms.get(code="migrantenorganisation")
    return actions.add_actor(
        manager, body, name="Brücke Lindenhagen e. V.", kind=kind, place=house,
        description="Der Verein begleitet Menschen, die neu in der Stadt sind.", email="bruecke@lindenhagen.example",
    )  # fmt: skip


@pytest.fixture
def cafe(association, manager, house, vocabulary, language_field) -> Offer:
    return actions.add_offer(
        manager,
        association,
        name="Sprachcafé",
        description="Offener Treff zum Deutschsprechen.",
        fields=[language_field],
        form=vocabulary["angebotsform"].terms.get(code="treff"),
        groups_known="everyone",
        cost="free",
        ages="range",
        age_from=16,
        access="open",
        mode="on_site",
        area="spaces",
        languages=[GivenLanguage("de"), GivenLanguage("ar", interpreted=True)],
        confirmed_on=datetime.date(2026, 8, 1),
        sites=[
            GivenSite(
                place=house,
                schedules=(
                    GivenSchedule(
                        start=datetime.date(2026, 1, 6), opens_at=datetime.time(16), closes_at=datetime.time(18),
                        frequency="WEEKLY", days="TU",
                    ),
                ),
            )
        ],
    )  # fmt: skip


@pytest.fixture
def rich(manager, body, association, cafe, vocabulary, north, south, house, language_field) -> Offer:
    """An offer and its actor with everything that can be published of them."""
    term = actions.edit_term(
        manager, language_field, revision=language_field.revision,
        changes={"mappings": [("KGSt", "3.1", "exact"), ("Länder", "C", "broad")]},
    )  # fmt: skip
    actions.add_term(manager, vocabulary["handlungsfeld"], name="Deutsch lernen", parent=term)
    umbrella = actions.add_actor(manager, body, name="Dachverband", description="Vertritt Vereine.")
    actions.publish_actor(manager, umbrella)
    old = actions.add_actor(manager, body, name="Brücke alt")
    actions.merge_actors(manager, association, other=old, take={})
    association.refresh_from_db()
    actions.edit_actor(
        manager, association, revision=association.revision,
        changes={
            "parent": umbrella, "short_name": "Brücke", "website": "https://bruecke.example/", "phone": "02599 10-7",
            "legal_status": "eingetragener Verein", "register_number": "VR 77", "languages": "de ar",
            "confirmed_on": datetime.date(2026, 5, 4),
        },
    )  # fmt: skip
    association.refresh_from_db()
    actions.set_activity(manager, association, field=term, role="offers")
    actions.set_activity(manager, association, field=term, role="advises")
    contact = actions.add_contact(manager, association, function="Vorstand")
    actions.edit_place(
        manager, house, revision=house.revision,
        changes={"transportation": "Bus 3, Halt Linde", "accessibility": "Rampe am Hof", "url": "https://haus.example/"},
    )  # fmt: skip
    times = GivenSchedule(
        start=datetime.date(2026, 4, 6), opens_at=datetime.time(9), closes_at=datetime.time(11, 30),
        frequency="MONTHLY", days="2MO", until=datetime.date(2026, 12, 31), cancelled=("2026-07-13",),
        description="nicht in den Ferien",
    )  # fmt: skip
    cafe.refresh_from_db()
    offer = actions.edit_offer(
        manager, cafe, revision=cafe.revision,
        changes={
            "cost": "paid", "cost_amount": "2.50", "cost_note": "Tee inklusive", "access_note": "Einfach kommen.",
            "eligibility": "Lust zu reden", "groups_known": "listed", "alert": "Im August zu",
            "groups": list(vocabulary["zielgruppe"].terms.filter(code__in=["frauen", "aeltere"])),
            "capacity": 20, "available": 0, "waiting": 3, "capacity_on": datetime.date(2026, 6, 1), "contact": contact,
            "valid_from": datetime.date(2026, 1, 1), "valid_until": datetime.date(2027, 1, 1), "volunteers_only": False,
            "phone": "02599 10-8", "email": "cafe@lindenhagen.example",
            "languages": [GivenLanguage("de"), GivenLanguage("uk"), GivenLanguage("ar", interpreted=True)],
            "sites": [
                GivenSite(place=house, note="Raum 2", spaces=(north,), schedules=(times,)),
                GivenSite(place=None, note="", spaces=(south,), schedules=(
                    GivenSchedule(start=datetime.date(2026, 3, 3), opens_at=datetime.time(18)),
                )),
            ],
        },
    )  # fmt: skip
    for row, field, text, state in (
        (offer, "name", "Language café", "checked"), (offer, "description", "Open meeting", "machine"),
        (association, "description", "Helps newcomers", "checked"), (term, "name", "Language", "checked"),
    ):  # fmt: skip
        actions.translate(manager, row, field=field, language="en", text=text, state=state)
    offer.refresh_from_db()
    return actions.edit_offer(
        manager,
        offer,
        changes={"description": "Offener Treff zum Deutschsprechen, auch für Neue."},
        revision=offer.revision,
    )

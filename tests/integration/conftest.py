"""The small cast of integration management, and a little landscape that tests can build on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

import pytest

from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Body, Organization, OrganizationType
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Place, SocialSpace, Taxonomy, Term
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite
from tests.council.cast import account
from tests.integration import full
from tests.standing import once

NORTH = {
    "type": "Polygon",
    "coordinates": [[[8.0, 51.76], [8.1, 51.76], [8.1, 51.8], [8.0, 51.8], [8.0, 51.76]]],
}
SOUTH = {
    "type": "Polygon",
    "coordinates": [[[8.0, 51.7], [8.1, 51.7], [8.1, 51.76], [8.0, 51.76], [8.0, 51.7]]],
}


@dataclass(frozen=True)
class Stage:
    """A published town with the default vocabulary, who runs it and who manages integration there."""

    administrator: User
    manager: User
    body: Body
    vocabulary: dict[str, Taxonomy]


def build_stage() -> Stage:
    administrator = account("administration", Role.ADMINISTRATOR)
    manager = account("manager", Role.INTEGRATION_MANAGER)
    body = bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    bodies.publish_town(administrator, body)
    vocabulary = {taxonomy.key: taxonomy for taxonomy in actions.set_up_vocabulary(manager, body)}
    return Stage(administrator, manager, body, vocabulary)


@pytest.fixture(scope="module")
def stage_once(request, django_db_setup, django_db_blocker) -> Iterator[Stage | None]:
    """The stage, which stands for all tests of the module; none where they commit for good."""
    yield from once(request, django_db_blocker, build_stage)


@pytest.fixture
def stage(stage_once, db) -> Stage:
    return deepcopy(stage_once) or build_stage()


@pytest.fixture
def administrator(stage) -> User:
    return stage.administrator


@pytest.fixture
def manager(stage) -> User:
    return stage.manager


@pytest.fixture
def planner(db) -> User:
    return account("planner", Role.SOCIAL_PLANNER)


@pytest.fixture
def reader(db) -> User:
    return account("reader", Role.READER)


@pytest.fixture
def body(stage) -> Body:
    return stage.body


@pytest.fixture
def office(body, administrator) -> Organization:
    return bodies.add_organization(
        administrator, body, name="Fachbereich Soziales", organization_type=OrganizationType.DEPARTMENT
    )


@pytest.fixture
def department(office) -> User:
    return account("department", Role.DEPARTMENT, organization=office.public_id)


@pytest.fixture
def vocabulary(stage) -> dict[str, Taxonomy]:
    return stage.vocabulary


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
    full.give_actor_all(manager, association, field=term)
    full.give_place_all(manager, house)
    groups = list(vocabulary["zielgruppe"].terms.filter(code__in=["frauen", "aeltere"]))
    full.give_offer_all(manager, cafe, groups=groups, sites=full.sites(house, north, south))
    for row, field, text, state in (
        (cafe, "name", "Language café", "checked"), (cafe, "description", "Open meeting", "machine"),
        (association, "description", "Helps newcomers", "checked"), (term, "name", "Language", "checked"),
    ):  # fmt: skip
        actions.translate(manager, row, field=field, language="en", text=text, state=state)
    cafe.refresh_from_db()
    described = {"description": "Offener Treff zum Deutschsprechen, auch für Neue."}
    return actions.edit_offer(manager, cafe, changes=described, revision=cafe.revision)

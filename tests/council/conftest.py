"""The small cast of the council's tests and their town."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

import pytest

from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Body, Organization, OrganizationType
from tests.council.cast import account
from tests.record.conftest import later
from tests.standing import once

__all__ = ["later"]


@dataclass(frozen=True)
class Town:
    """A published town and who runs it."""

    administrator: User
    body: Body


def build_town() -> Town:
    administrator = account("administration", Role.ADMINISTRATOR)
    body = bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    bodies.publish_town(administrator, body)
    return Town(administrator, body)


@pytest.fixture(scope="module")
def town_once(request, django_db_setup, django_db_blocker) -> Iterator[Town | None]:
    """The town, which stands for all tests of the module; none where they commit for good."""
    yield from once(request, django_db_blocker, build_town)


@pytest.fixture
def built_town(town_once, db) -> Town:
    return deepcopy(town_once) or build_town()


@pytest.fixture
def administrator(built_town) -> User:
    return built_town.administrator


@pytest.fixture
def clerk(db) -> User:
    return account("clerk", Role.CLERK)


@pytest.fixture
def reader(db) -> User:
    return account("reader", Role.READER)


@pytest.fixture
def body(built_town) -> Body:
    return built_town.body


@pytest.fixture
def council(body, clerk) -> Organization:
    council = bodies.add_organization(
        clerk, body, name="Integrationsrat", organization_type=OrganizationType.COUNCIL_BODY,
        start=datetime.date(2020, 11, 1),
    )  # fmt: skip
    bodies.rename_organization(
        clerk, council, name="Ausschuss für Chancengerechtigkeit und Integration", short_name="ACI",
        start=datetime.date(2025, 11, 1),
    )  # fmt: skip
    return council


@pytest.fixture
def office(body, clerk) -> Organization:
    return bodies.add_organization(
        clerk, body, name="Fachbereich Soziales", organization_type=OrganizationType.DEPARTMENT
    )


@pytest.fixture
def department(office) -> User:
    return account("department", Role.DEPARTMENT, organization=office.public_id)

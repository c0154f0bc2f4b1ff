"""The small cast of the council's tests and their town."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Body, Organization, OrganizationType
from tests.council.cast import account


@pytest.fixture
def administrator(db) -> User:
    return account("administration", Role.ADMINISTRATOR)


@pytest.fixture
def clerk(db) -> User:
    return account("clerk", Role.CLERK)


@pytest.fixture
def reader(db) -> User:
    return account("reader", Role.READER)


@pytest.fixture
def body(administrator) -> Body:
    body = bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    bodies.publish_town(administrator, body)
    return body


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

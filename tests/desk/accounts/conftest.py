"""An administrator with everything, a second one, a clerk and a department."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from ratslinde.accounts import factors, links, mailing
from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Organization, OrganizationType
from tests.accounts.conftest import SECRET, add_app, app_code, send_at_once  # noqa: F401 - what these tests play with


def account(name: str, role: str, *, organization: str = "") -> User:
    user = User.objects.create_account(name.title(), email=f"{name}@lindenhagen.example", label=name)
    user.grants.create(role=role, organization=organization)
    return user


@pytest.fixture(autouse=True)
def _static_files_under_their_own_names(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def _mails_leave_at_once(monkeypatch):
    """How they become letters is tested in `tests/post`: that needs rows that another thread can see."""
    monkeypatch.setattr(mailing, "_SENDERS", [send_at_once])


@pytest.fixture
def administrator(db) -> User:
    return account("administrator", Role.ADMINISTRATOR)


@pytest.fixture
def clerk(db) -> User:
    return account("clerk", Role.CLERK)


@pytest.fixture
def office(administrator, clerk) -> Organization:
    body = bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    bodies.publish_town(administrator, body)
    return bodies.add_organization(
        clerk, body, name="Fachbereich Soziales", organization_type=OrganizationType.DEPARTMENT,
        start=datetime.date(2020, 1, 1),
    )  # fmt: skip


def at_the_desk(user: User) -> Client:
    """A browser in which the person has signed in with link and app."""
    client = Client()
    if not factors.has_second_factor(user):
        add_app(user)
    client.post(f"/anmelden/einmal/{links.new_link(user)}/")
    client.post("/anmelden/zweiter-faktor/", {"code": app_code()})
    return client


@pytest.fixture
def desk(administrator, office) -> Client:
    return at_the_desk(administrator)

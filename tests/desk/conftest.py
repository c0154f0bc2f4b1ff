"""The council's cast at the desk: signed in with two factors."""

from __future__ import annotations

import time

import pytest
from allauth.account.internal.flows import login
from allauth.account.internal.userkit import user_id_to_str
from django.test import Client

from ratslinde.accounts.models import User
from ratslinde.council.adoption.actions import accept, adopt
from ratslinde.council.adoption.queries import cards
from tests.council.conftest import (
    administrator,
    body,
    built_town,
    clerk,
    council,
    department,
    office,
    reader,
    town_once,
)
from tests.council.test_story import SESSION

__all__ = [
    "administrator",
    "body",
    "built_town",
    "clerk",
    "council",
    "department",
    "office",
    "reader",
    "town_once",
]


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def at_desk(user: User, **headers: str) -> Client:
    """A browser in which this person has signed in with two factors."""
    client = Client(headers=headers)
    client.force_login(user)
    session = client.session
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time()}]
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(user)
    session.save()
    return client


@pytest.fixture
def desk(clerk, body) -> Client:
    return at_desk(clerk)


@pytest.fixture
def source(clerk, body, council, office):
    return adopt(clerk, body, name="sitzung.txt", data=SESSION.encode())


def accept_everything(clerk, source) -> None:
    for card in cards(source):
        accept(clerk, source, subject=card.row.public_id, fields=list(card.row.unchecked))

"""Accounts, their second factors, and a browser that keeps its session."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client

from ratslinde.accounts import frame, guard, links, mailing
from ratslinde.accounts.models import Role, User

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def house(settings, monkeypatch):
    """This floor alone: what the desk hangs up around it is tested there."""
    monkeypatch.setattr(frame, "_FRAMINGS", [])
    monkeypatch.setattr(mailing, "_SENDERS", [send_at_once])
    settings.ROOT_URLCONF = "tests.accounts.addresses"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def send_at_once(note: mailing.Note) -> None:
    EmailMessage(note.subject, note.text, None, [note.to]).send()


@pytest.fixture(autouse=True)
def _no_tries_counted(db):
    cache.clear()  # the table of the cache is not one that a transactional test empties


@pytest.fixture(autouse=True)
def requirement(monkeypatch):
    """The second factor is required; a test may change that."""
    answers = {"required": True}
    monkeypatch.setattr(guard, "_REQUIREMENTS", [lambda: answers["required"]])
    return answers


@pytest.fixture
def clerk(db) -> User:
    user = User.objects.create_account("Clara Erlenbach", email="clerk@lindenhagen.example", label="clerk")
    user.grants.create(role=Role.CLERK)
    return user


@pytest.fixture
def stranger(db) -> User:
    return User.objects.create_account("Fritz Fremd", email="stranger@lindenhagen.example")


def add_app(user: User) -> Authenticator:
    """The account has an authenticator app and recovery codes."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    made = totp.TOTP.activate(user, SECRET).instance
    RecoveryCodes.activate(user)
    return made


def app_code(secret: str = SECRET, *, step: int = 0) -> str:
    """What the app shows now, or `step` half minutes from now."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + step))


def open_with_link(client: Client, user: User):
    """The person opens their one-time link and presses the button."""
    return client.post(f"/anmelden/einmal/{links.new_link(user)}/")


def ask_for_code(client: Client, email: str, mailoutbox, *, following: str = "") -> str:
    """The person asks for a mail code; returns it, or '' when no mail came."""
    before = len(mailoutbox)
    client.post("/anmelden/", {"email": email, "next": following})
    mailing.wait()
    if len(mailoutbox) == before:
        return ""
    return re.search(r"^ {4}(\S+)$", mailoutbox[-1].body, re.MULTILINE).group(1)


def at_desk(client: Client) -> bool:
    return client.get("/probe/").status_code == 200


@pytest.fixture
def secured(client, clerk) -> Client:
    """The clerk's browser, signed in with link and app."""
    add_app(clerk)
    open_with_link(client, clerk)
    client.post("/anmelden/zweiter-faktor/", {"code": app_code()})
    assert at_desk(client)
    return client

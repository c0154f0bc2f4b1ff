"""What is stored of a second factor is of no use without the installation's key."""

from __future__ import annotations

import importlib
import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.apps import apps
from django.test import Client

from ratslinde.accounts import sealing
from tests.accounts.conftest import SECRET, add_app, app_code, at_desk, open_with_link

migration = importlib.import_module("ratslinde.accounts.migrations.0003_seal_second_factors")
SEED = "5eed" * 20


def stored() -> str:
    return json.dumps(list(Authenticator.objects.order_by("pk").values_list("data", flat=True)))


def add_unsealed(user) -> None:
    """As they were stored before secrets were encrypted."""
    Authenticator.objects.create(user=user, type="totp", data={"secret": SECRET})
    Authenticator.objects.create(user=user, type="recovery_codes", data={"seed": SEED, "used_mask": 1})


def recovery_code(user) -> str:
    row = Authenticator.objects.get(user=user, type="recovery_codes")
    return RecoveryCodes(row).get_unused_codes()[-1]


def enter(client: Client, user, code: str):
    open_with_link(client, user)
    return client.post("/anmelden/zweiter-faktor/", {"code": code})


def test_neither_secret_nor_seed_stands_in_the_database(clerk):
    add_app(clerk)
    assert SECRET not in stored()
    assert Authenticator.objects.get(type="totp").data["secret"].startswith("sealed:")
    assert Authenticator.objects.get(type="recovery_codes").data["seed"].startswith("sealed:")


def test_the_same_secret_is_never_stored_the_same_way(db):
    assert sealing.seal(SECRET) != sealing.seal(SECRET)
    assert sealing.unseal(sealing.seal(SECRET)) == SECRET


def test_the_key_is_for_the_owner_alone(settings, tmp_path):
    settings.RATSLINDE_DATA = tmp_path
    sealing.seal(SECRET)
    assert (tmp_path / sealing.KEY_FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kind", ["app", "recovery code"])
def test_a_factor_that_was_stored_in_the_clear_goes_on_working(client, clerk, kind):
    add_unsealed(clerk)
    enter(client, clerk, app_code() if kind == "app" else recovery_code(clerk))
    assert at_desk(client)


def test_updating_encrypts_what_was_stored_in_the_clear(client, clerk, stranger):
    add_unsealed(clerk)
    add_app(stranger)
    Authenticator.objects.create(user=stranger, type="webauthn", data={"name": "Passkey", "credential": {}})
    codes = recovery_code(clerk)
    migration.seal_all(apps, None)
    migration.seal_all(apps, None)
    assert SECRET not in stored()
    assert SEED not in stored()
    assert recovery_code(clerk) == codes
    assert Authenticator.objects.get(user=clerk, type="recovery_codes").data["used_mask"] == 1
    enter(client, clerk, app_code())
    assert at_desk(client)
    assert enter(Client(), stranger, app_code()).status_code == 302


def test_going_back_to_the_version_before_leaves_working_factors(clerk):
    add_app(clerk)
    migration.unseal_all(apps, None)
    assert Authenticator.objects.get(type="totp").data == {"secret": SECRET}


@pytest.mark.parametrize("another", [True, False], ids=["another key", "no key"])
def test_without_the_key_no_code_is_right_and_the_person_is_told(client, clerk, settings, tmp_path, another):
    add_app(clerk)
    codes = [app_code(), recovery_code(clerk), "000000", "755224"]
    settings.RATSLINDE_DATA = tmp_path
    if another:
        sealing.seal("another secret")
    for code in codes:
        answer = enter(client, clerk, code)
        assert answer.status_code == 200
        assert "Codes können gerade nicht geprüft werden" in answer.content.decode()
    assert not at_desk(client)
    assert (tmp_path / sealing.KEY_FILE).exists() == another, "a new key hides that the old one is lost"

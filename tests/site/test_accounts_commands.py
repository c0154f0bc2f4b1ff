"""Beginning a town and opening accounts by commands."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

from ratslinde.accounts import mailing
from ratslinde.accounts.links import redeem
from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies.models import Body, Organization
from ratslinde.journal.models import Entry
from ratslinde.record.models import Published
from ratslinde.site.commands import invite


@pytest.fixture(autouse=True)
def notes(monkeypatch) -> list[mailing.Note]:
    """The mails that the commands hand over."""
    handed_over: list[mailing.Note] = []
    monkeypatch.setattr(mailing, "_SENDERS", [handed_over.append])
    return handed_over


SETUP = (
    "setup",
    "--name",
    "Stadt Lindenhagen",
    "--administrator",
    "Alma Beispiel",
    "--email",
    "alma@lindenhagen.example",
)


def secret_in(text: str) -> str:
    return re.search(r"/anmelden/einmal/([\w-]+)/", text)[1]


def test_setup_begins_a_town_and_its_link_opens_the_first_account_once(call, db):
    answer = call(
        *SETUP,
        "--key",
        "05999001",
        "--body",
        "Rat",
        "--body",
        "Rat",
        "--body",
        "Jugendrat",
        "--department",
        "Amt 1",
    )
    assert answer.code == 0
    assert Body.objects.get().official_key == "05999001"
    assert sorted(str(each) for each in Organization.objects.all()) == ["Amt 1", "Jugendrat", "Rat"]
    secret = secret_in(answer.out)
    assert redeem(secret) == User.objects.get(sign_in_name="admin")
    assert redeem(secret) is None


def test_setup_publishes_the_name_and_nothing_else(call, db):
    call(*SETUP, "--body", "Geheimrat")
    assert set(Published.objects.values_list("kind", flat=True)) == {"system", "body"}
    assert not Published.objects.filter(standalone__contains="Geheimrat").exists()


def test_setup_happens_once(call, db):
    call(*SETUP)
    answer = call(*SETUP)
    assert (answer.code, answer.err) == (1, "ratslinde: Diese Installation hat schon eine Kommune.\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (SETUP[:3], "Es fehlt --administrator."),
        ((*SETUP, "--key", "12"), "Der amtliche Gemeindeschlüssel hat 5 oder 8 Ziffern."),
        ((*SETUP[:-1], "alma"), "„alma“ ist keine E-Mail-Adresse."),
        (("setup", "--name", "  ", *SETUP[3:]), "Bitte den Namen der Kommune angeben."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_there(call, db, monkeypatch, arguments, sentence):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    answer = call(*arguments)
    assert (answer.code, answer.err) == (1, f"ratslinde: {sentence}\n")
    assert not Body.objects.exists()
    assert not User.objects.exists()


def test_somebody_at_a_terminal_is_asked(call, db, monkeypatch):
    answers = iter(
        [
            "Stadt Lindenhagen",
            "",
            "Rat",
            "",
            "Amt 1",
            "Amt 2",
            "",
            "Alma Beispiel",
            "alma@lindenhagen.example",
        ]
    )
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert call("setup").code == 0
    assert sorted(str(each) for each in Organization.objects.all()) == ["Amt 1", "Amt 2", "Rat"]


def test_every_role_that_a_person_can_hold_can_be_given():
    assert set(invite.ROLES) == set(Role.values) - {Role.SYSTEM}


def test_an_invitation_opens_an_account_with_its_role(call, town):
    answer = call(
        "invite",
        "Ben Beispiel",
        "ben@lindenhagen.example",
        "--role",
        "clerk",
        "--short-name",
        "ben",
        "--as",
        "admin",
    )
    user = User.objects.get(sign_in_name="ben")
    assert [grant.role for grant in user.grants.all()] == ["clerk"]
    assert redeem(secret_in(answer.out)) == user


BEN = ("invite", "Ben Beispiel", "ben@lindenhagen.example", "--as", "admin", "--role")


@pytest.fixture
def ben(call, town) -> User:
    return User.objects.get(email="ben@lindenhagen.example", pk=redeem(secret_in(call(*BEN, "clerk").out)).pk)


def roles(user: User) -> list[str]:
    return sorted(grant.role for grant in user.grants.all())


def test_who_has_an_account_gets_the_role_and_no_link_as_if_it_were_new(call, ben):
    answer = call(*BEN, "department", "--department", "Fachbereich Soziales")
    assert answer.code == 0
    assert "Ben Beispiel (ben@lindenhagen.example) hat schon ein Konto." in answer.out
    assert "Neu ist die Rolle department (Fachbereich)." in answer.out
    assert "/anmelden/einmal/" not in answer.out
    assert roles(ben) == ["clerk", "department"]
    assert not ben.sign_in_links.filter(used_at=None).exists()


def test_a_role_that_is_there_is_not_given_again(call, ben):
    answer = call(*BEN, "clerk")
    assert "Die Rolle clerk (Schriftführung) hat das Konto schon." in answer.out
    assert roles(ben) == ["clerk"]
    assert not Entry.objects.filter(verb="account.change_roles").exists()


def test_the_same_is_said_in_english(call, ben, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    out = call(*BEN, "reader", "--short-name", "ben").out
    assert "has an account already." in out
    assert "The role reader is new." in out
    assert "“ben” was not given" in out


def test_a_new_link_for_an_account_that_is_there_is_asked_for(call, town):
    first = secret_in(call(*BEN, "clerk").out)
    second = secret_in(call(*BEN, "clerk", "--new-link").out)
    assert redeem(first) is None
    assert redeem(second) == User.objects.get(email="ben@lindenhagen.example")


def test_a_slip_in_the_address_gives_nobody_elses_account_a_role(call, ben):
    answer = call("invite", "Clara Beispiel", *BEN[2:], "administrator")
    assert answer.code == 1
    assert "gehört Ben Beispiel. Es wurde nichts geändert." in answer.err
    assert roles(ben) == ["clerk"]


def test_a_closed_account_gets_neither_role_nor_link(call, ben):
    User.objects.filter(pk=ben.pk).update(is_active=False)
    assert "geschlossen" in call(*BEN, "reader", "--new-link").err
    assert roles(ben) == ["clerk"]


def test_an_invitation_is_refused_with_its_reason(call, town):
    given = ("invite", "Ben Beispiel", "ben@lindenhagen.example", "--role")
    call(*given, "reader", "--short-name", "ben", "--as", "admin")
    assert call(*given, "clerk", "--as", "ben").err == "ratslinde: Dazu fehlt Ihnen das Recht.\n"
    assert "für welchen" in call(*given, "department", "--as", "admin").err
    assert (
        "keinen Fachbereich „Amt 9“"
        in call(*given, "department", "--department", "Amt 9", "--as", "admin").err
    )
    assert [grant.role for grant in User.objects.get(sign_in_name="ben").grants.all()] == ["reader"]


RESET = ("factor", "reset", "admin", "--as", "admin", "--reason")


def with_factors(user: User) -> User:
    TOTP.activate(user, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(user)
    return user


def test_the_last_administrator_gets_in_again_after_losing_the_second_factor(call, admin):
    with_factors(admin)
    mark = admin.password
    answer = call(*RESET, "Telefon verloren")
    assert answer.code == 0
    assert not Authenticator.objects.filter(user=admin).exists()
    assert redeem(secret_in(answer.out)) == admin
    admin.refresh_from_db()
    assert admin.password != mark, "its sessions go on"
    assert [grant.role for grant in admin.grants.all()] == ["administrator"]


def test_who_reset_a_second_factor_and_why_is_kept(call, admin):
    call(*RESET, "Telefon verloren")
    entry = Entry.objects.get(verb="account.reset_second_factor")
    assert (entry.actor, entry.subject, entry.reason) == (admin, admin.public_id, "Telefon verloren")


def test_whose_second_factor_was_reset_hears_of_it_and_not_the_link(call, admin, notes):
    secret = secret_in(call(*RESET, "Telefon verloren").out)
    assert [(note.name, note.to) for note in notes] == [("second_factor_reset", admin.email)]
    assert secret not in notes[0].text


def test_a_second_factor_is_not_reset_without_reason_right_or_account(call, admin):
    with_factors(admin)
    call(
        "invite",
        "Ben Beispiel",
        "ben@lindenhagen.example",
        "--role",
        "clerk",
        "--short-name",
        "ben",
        "--as",
        "admin",
    )
    assert call(*RESET, " ").err == "ratslinde: Bitte den Grund angeben; er wird festgehalten.\n"
    assert call(*RESET[:3], "--as", "admin").code == 2
    assert call(*RESET[:4], "ben", "--reason", "x").err == "ratslinde: Dazu fehlt Ihnen das Recht.\n"
    assert "kein Konto „nina“" in call("factor", "reset", "nina", *RESET[3:], "x").err
    assert Authenticator.objects.filter(user=admin).count() == 2


def test_resetting_explains_itself_in_the_language_of_the_terminal(call, db, monkeypatch):
    assert "Wiederherstellungscodes" in call("factor", "reset", "--help").out
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "recovery codes" in call("factor", "reset", "--help").out

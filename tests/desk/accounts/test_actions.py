"""The verbs of accounts: rights, the last administrator, links, what ends at once."""

from __future__ import annotations

import threading

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import connection

from ratslinde.accounts import links
from ratslinde.accounts.models import Grant, Role, User
from ratslinde.desk.accounts import actions, founding
from ratslinde.desk.accounts.conditions import Held
from ratslinde.desk.accounts.rights import RIGHTS
from ratslinde.journal.models import Entry
from ratslinde.kernel.errors import Forbidden, Refused
from tests.desk.accounts.conftest import account, add_app, at_the_desk

READER, ADMINISTRATOR = Held(role=Role.READER), Held(role=Role.ADMINISTRATOR)


def invited(administrator: User, **changed) -> User:
    asked = {"email": "petra@lindenhagen.example", "roles": [READER], **changed}
    return actions.invite(administrator, asked.pop("name", "Petra Neu"), **asked)


def last_entry() -> tuple[str, str, str]:
    entry = Entry.objects.latest("pk")
    return entry.verb, entry.actor.email.partition("@")[0], entry.subject


def test_who_is_invited_gets_an_account_without_password_or_key(administrator):
    user = invited(administrator, email=" Petra@Lindenhagen.example ", name="  Petra\n Neu ")
    assert (user.name, user.email) == ("Petra Neu", "petra@lindenhagen.example")
    assert not user.has_usable_password()
    assert not user.sign_in_links.exists()
    assert last_entry() == ("account.invite", "administrator", user.public_id)


@pytest.mark.parametrize("email", ["", "petra", "petra@", "a@b", "petra@lindenhagen.example\nBcc: x@y.example",
                                   "a" * 250 + "@lindenhagen.example"])  # fmt: skip
def test_a_bad_address_is_refused_at_its_field(administrator, email):
    with pytest.raises(Refused) as refusal:
        invited(administrator, email=email)
    assert refusal.value.field == "email"
    assert User.objects.count() == 1


def test_an_address_belongs_to_one_account(administrator):
    with pytest.raises(Refused, match="schon ein Konto"):
        invited(administrator, email="ADMINISTRATOR@lindenhagen.example")


@pytest.mark.parametrize("name", ["", "  ", "\u200b" * 0, "x" * 201])
def test_a_bad_name_is_refused_at_its_field(administrator, name):
    with pytest.raises(Refused) as refusal:
        invited(administrator, name=name)
    assert refusal.value.field == "name"


@pytest.mark.parametrize("roles", [[], [Held(role="king")], [Held(role=Role.DEPARTMENT)],
                                   [Held(role=Role.DEPARTMENT, organization="nowhere")]])  # fmt: skip
def test_a_bad_role_is_refused_and_nobody_is_invited(administrator, roles):
    with pytest.raises(Refused):
        invited(administrator, roles=roles)
    assert User.objects.count() == 1


def test_a_council_body_is_no_department(administrator, office):
    body = office.body
    council = body.organizations.create(slug="rat", organization_type="Gremium")
    with pytest.raises(Refused, match="gibt es nicht"):
        invited(administrator, roles=[Held(role=Role.DEPARTMENT, organization=council.public_id)])


def test_a_department_is_named_only_where_it_means_something(administrator, office):
    for_department = Held(role=Role.DEPARTMENT, organization=office.public_id)
    user = invited(
        administrator, roles=[for_department, Held(role=Role.CLERK, organization=office.public_id)]
    )
    assert set(user.grants.values_list("role", "organization")) == {
        ("department", office.public_id),
        ("clerk", ""),
    }


@pytest.mark.parametrize("role", [Role.CLERK, Role.DEPARTMENT, Role.READER])
def test_only_the_administration_may(administrator, clerk, role):
    somebody = account("somebody", role, organization="x" if role == Role.DEPARTMENT else "")
    tries = [
        lambda: invited(somebody),
        lambda: actions.edit(somebody, clerk, name="x", email="x@lindenhagen.example"),
        lambda: actions.change_roles(somebody, somebody, roles=[ADMINISTRATOR]),
        lambda: actions.new_link(somebody, administrator),
        lambda: actions.reset_second_factor(somebody, administrator, reason="x"),
        lambda: actions.deactivate(somebody, clerk),
        lambda: actions.reactivate(somebody, clerk),
    ]
    assert len(tries) == len(RIGHTS) - 1  # all verbs; `account.read` is a read
    before = list(Grant.objects.values_list())
    for each in tries:
        with pytest.raises(Forbidden):
            each()
    assert list(Grant.objects.values_list()) == before
    assert not Entry.objects.exists()


def test_roles_are_what_was_given_and_no_more(administrator, clerk):
    actions.change_roles(administrator, clerk, roles=[READER, READER])
    assert list(clerk.grants.values_list("role", flat=True)) == ["reader"]
    assert last_entry() == ("account.change_roles", "administrator", clerk.public_id)


def test_the_last_administrator_stays(administrator, clerk):
    with pytest.raises(Refused, match="letzte Konto"):
        actions.change_roles(administrator, administrator, roles=[READER])
    second = account("second", Role.ADMINISTRATOR)
    actions.deactivate(administrator, second)
    with pytest.raises(Refused, match="letzte Konto"):
        actions.change_roles(administrator, administrator, roles=[READER])
    actions.reactivate(administrator, second)
    actions.change_roles(administrator, administrator, roles=[READER])
    with pytest.raises(Refused, match="letzte Konto"):
        actions.change_roles(second, second, roles=[READER])


def test_nobody_closes_their_own_account(administrator):
    account("second", Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="jemand anderes"):
        actions.deactivate(administrator, administrator)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", [actions.deactivate, lambda a, b: actions.change_roles(a, b, roles=[READER])])
def test_two_administrators_cannot_remove_each_other_at_once(administrator, act):
    second = account("second", Role.ADMINISTRATOR)
    start, refused = threading.Barrier(2), []

    def remove(actor, user):
        start.wait()
        try:
            act(actor, user)
        except Refused as refusal:
            refused.append(refusal.message)
        finally:
            connection.close()

    both = [
        threading.Thread(target=remove, args=pair)
        for pair in ((administrator, second), (second, administrator))
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    left = Grant.objects.filter(role=Role.ADMINISTRATOR, user__is_active=True)
    assert left.count() == 1
    assert len(refused) == 1


def test_a_new_link_ends_the_old_one_and_keeps_the_second_factor(administrator, clerk):
    add_app(clerk)
    first = actions.new_link(administrator, clerk)
    second = actions.new_link(administrator, clerk)
    assert links.redeem(first) is None
    assert links.redeem(second) == clerk
    assert Authenticator.objects.filter(user=clerk).exists()


def test_the_journal_keeps_no_secret(administrator, clerk):
    secret = actions.new_link(administrator, clerk)
    assert secret not in str(list(Entry.objects.values_list()))
    assert last_entry() == ("account.new_link", "administrator", clerk.public_id)


def test_using_a_link_is_noted(administrator, clerk):
    links.redeem(actions.new_link(administrator, clerk))
    assert last_entry() == ("account.use_link", "clerk", clerk.public_id)


def test_resetting_takes_every_factor_and_session_and_keeps_the_reason(administrator, clerk):
    browser = at_the_desk(clerk)
    assert "_auth_user_id" in browser.session
    secret = actions.reset_second_factor(administrator, clerk, reason="Diensthandy verloren")
    assert not Authenticator.objects.filter(user=clerk).exists()
    assert browser.get("/konto/")["Location"].startswith("/anmelden/")
    assert Entry.objects.latest("pk").reason == "Diensthandy verloren"
    assert links.redeem(secret) == clerk


def test_resetting_needs_a_reason(administrator, clerk):
    add_app(clerk)
    with pytest.raises(Refused) as refusal:
        actions.reset_second_factor(administrator, clerk, reason="  ")
    assert refusal.value.field == "reason"
    assert Authenticator.objects.filter(user=clerk).exists()


def test_a_closed_account_is_out_with_the_next_click(administrator, clerk):
    browser = at_the_desk(clerk)
    secret = actions.new_link(administrator, clerk)
    actions.deactivate(administrator, clerk)
    assert browser.get("/konto/")["Location"].startswith("/anmelden/")
    assert links.redeem(secret) is None
    actions.reactivate(administrator, clerk)
    assert browser.get("/konto/")["Location"].startswith("/anmelden/")
    assert links.redeem(secret) is None


def test_a_closed_account_gets_no_link(administrator, clerk):
    actions.deactivate(administrator, clerk)
    with pytest.raises(Refused, match="geschlossen"):
        actions.new_link(administrator, clerk)
    with pytest.raises(Refused, match="geschlossen"):
        actions.reset_second_factor(administrator, clerk, reason="x")


def test_a_closed_account_does_nothing(administrator, clerk):
    actions.change_roles(administrator, clerk, roles=[ADMINISTRATOR])
    actions.deactivate(administrator, clerk)
    clerk.refresh_from_db()
    with pytest.raises(Forbidden):
        actions.new_link(clerk, administrator)


def test_another_address_ends_what_the_former_one_opened(administrator, clerk):
    browser = at_the_desk(clerk)
    EmailAddress.objects.create(user=clerk, email=clerk.email, verified=True, primary=True)
    actions.edit(administrator, clerk, name="Clara Neu", email="Clara@lindenhagen.example")
    clerk.refresh_from_db()
    assert (clerk.name, clerk.email) == ("Clara Neu", "clara@lindenhagen.example")
    assert not EmailAddress.objects.exists()
    assert browser.get("/konto/")["Location"].startswith("/anmelden/")


def test_another_name_ends_nothing(administrator, clerk):
    browser = at_the_desk(clerk)
    actions.edit(administrator, clerk, name="Clara Neu", email=clerk.email)
    assert browser.get("/konto/zweiter-faktor/").status_code == 302
    assert "_auth_user_id" in browser.session


def test_the_first_administrator_is_founded_once(db):
    user, secret = founding.first_administrator("Anna Anfang", email="anna@lindenhagen.example", label="anna")
    assert links.redeem(secret) == user
    assert Entry.objects.first().verb == "account.found"
    with pytest.raises(Refused, match="schon"):
        founding.first_administrator("Berta", email="berta@lindenhagen.example")
    assert User.objects.count() == 1

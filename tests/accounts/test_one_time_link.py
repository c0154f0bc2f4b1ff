"""Opening an account with a one-time link."""

from __future__ import annotations

import pytest
from django.test import Client

from ratslinde.accounts import links
from ratslinde.accounts.models import User
from tests.accounts.conftest import add_app, app_code, at_desk, open_with_link


@pytest.fixture
def address(clerk) -> str:
    return f"/anmelden/einmal/{links.new_link(clerk)}/"


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_mail_scanner_that_follows_the_link_uses_nothing_up(client, address, method):
    for _ in range(3):
        answer = getattr(Client(), method)(address)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
    assert client.post(address).status_code == 302
    assert "_auth_user_id" in client.session


def test_the_button_signs_in_and_leads_to_the_second_factor(client, address):
    answer = client.post(address, follow=True)
    assert answer.request["PATH_INFO"] == "/konto/zweiter-faktor/"
    assert "Zweiten Faktor einrichten" in answer.content.decode()
    assert not at_desk(client)


def test_the_link_works_once(client, address):
    client.post(address)
    second = Client()
    answer = second.post(address)
    assert answer.status_code == 410
    assert "schon benutzt" in answer.content.decode()
    assert "_auth_user_id" not in second.session


def test_an_old_link_says_so(client, clerk):
    secret = links.new_link(clerk, lifetime=-links.LIFETIME)
    for answer in (client.get(f"/anmelden/einmal/{secret}/"), client.post(f"/anmelden/einmal/{secret}/")):
        assert answer.status_code == 410
        assert "zu alt" in answer.content.decode()


def test_an_unknown_link_says_what_to_do(client, db):
    answer = client.get("/anmelden/einmal/nie-dagewesen/")
    assert answer.status_code == 410
    assert "neuesten Link" in answer.content.decode()


def test_a_link_to_a_closed_account_says_nothing_about_it(client, clerk, address):
    User.objects.update(is_active=False)
    answer = client.post(address)
    assert answer.status_code == 410
    assert "Clara" not in answer.content.decode()


def test_who_has_a_second_factor_needs_it_with_the_link_too(client, clerk):
    add_app(clerk)
    answer = open_with_link(client, clerk)
    assert answer["Location"] == "/anmelden/zweiter-faktor/"
    assert "_auth_user_id" not in client.session
    client.post("/anmelden/zweiter-faktor/", {"code": app_code()})
    assert at_desk(client)


def test_a_link_never_takes_over_the_session_of_somebody_else(client, clerk, stranger):
    open_with_link(client, stranger)
    client.session["mark"] = "of the stranger"
    add_app(clerk)
    open_with_link(client, clerk)
    assert "_auth_user_id" not in client.session
    assert "mark" not in client.session
    client.post("/anmelden/zweiter-faktor/", {"code": app_code()})
    assert int(client.session["_auth_user_id"]) == clerk.pk


def test_the_session_gets_a_new_key(client, address):
    client.get("/anmelden/passkey/", headers={"Accept": "application/json"})
    before = client.cookies["sessionid"].value
    client.post(address)
    assert client.cookies["sessionid"].value != before
    client.cookies["sessionid"] = before
    assert "_auth_user_id" not in client.session


def test_the_button_needs_the_page(address, db):
    assert Client(enforce_csrf_checks=True).post(address).status_code == 403


def test_guessing_links_is_limited(client, db):
    answers = [client.post(f"/anmelden/einmal/{number}/").status_code for number in range(25)]
    assert answers[:20] == [410] * 20
    assert answers[20:] == [429] * 5


def test_the_limit_holds_up_guesses_not_people_who_look(client, address):
    for number in range(25):
        client.post(f"/anmelden/einmal/{number}/")
    answer = client.post(address)
    assert answer.status_code == 429
    assert "Zu viele Versuche" in answer.content.decode()
    assert client.get(address).status_code == 200

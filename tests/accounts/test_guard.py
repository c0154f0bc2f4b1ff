"""Nobody gets to the desk with one factor."""

from __future__ import annotations

import pytest
from django.test import Client

from ratslinde.accounts.models import Role, User
from tests.accounts.conftest import add_app, app_code, ask_for_code, at_desk, open_with_link


def test_nobody_in_particular_signs_in_first(client, db):
    assert client.get("/probe/?a=1&b=2")["Location"] == "/anmelden/?next=%2Fprobe%2F%3Fa%3D1%26b%3D2"


def test_what_was_sent_is_not_asked_for_again_as_a_page(client, db):
    assert client.post("/probe/")["Location"] == "/anmelden/"


@pytest.mark.parametrize("role", Role.values)
def test_one_factor_is_not_enough_for_any_role(client, clerk, role):
    clerk.grants.all().delete()
    clerk.grants.create(role=role, organization="x" if role == Role.DEPARTMENT else "")
    open_with_link(client, clerk)
    assert client.get("/probe/")["Location"] == "/konto/zweiter-faktor/"


def test_two_factors_open_the_desk_and_nothing_is_kept(secured):
    answer = secured.get("/probe/")
    assert answer.content.decode() == "am Schreibtisch"
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_a_town_may_do_without_and_the_page_may_say_so(client, clerk, requirement):
    requirement["required"] = False
    open_with_link(client, clerk)
    assert client.get("/probe/").content.decode() == "am Schreibtisch, ein Faktor fehlt"
    assert "Jetzt nicht" in client.get("/konto/zweiter-faktor/").content.decode()


def test_where_it_is_required_there_is_no_way_around(client, clerk):
    open_with_link(client, clerk)
    assert "Jetzt nicht" not in client.get("/konto/zweiter-faktor/").content.decode()


def test_without_anybody_who_says_so_it_is_required(monkeypatch):
    from ratslinde.accounts import guard

    monkeypatch.setattr(guard, "_REQUIREMENTS", [])
    assert guard.second_factor_required()


@pytest.mark.parametrize("required", [True, False])
def test_a_session_from_before_the_second_factor_has_to_show_it(client, clerk, requirement, required):
    requirement["required"] = required
    open_with_link(client, clerk)
    add_app(clerk)  # on another device
    assert client.get("/probe/")["Location"] == "/konto/bestaetigen/?next=%2Fprobe%2F"
    answer = client.post("/konto/bestaetigen/", {"code": app_code(), "next": "/probe/"})
    assert answer["Location"] == "/probe/"
    assert at_desk(client)


def test_it_cannot_add_a_factor_of_its_own_instead(client, clerk):
    open_with_link(client, clerk)
    add_app(clerk)
    for page in ("/konto/", "/konto/app/", "/konto/passkey/", "/konto/codes/neu/", "/konto/codes/"):
        assert client.get(page)["Location"].startswith("/konto/bestaetigen/")
    for page in ("/konto/app/", "/konto/passkey/", "/konto/codes/neu/"):
        assert client.post(page)["Location"].startswith("/konto/bestaetigen/")


def test_half_way_through_signing_in_is_not_signed_in(client, clerk, mailoutbox):
    add_app(clerk)
    client.post("/anmelden/code/", {"code": ask_for_code(client, "clerk@lindenhagen.example", mailoutbox)})
    for page in (
        "/probe/",
        "/konto/",
        "/konto/zweiter-faktor/",
        "/konto/app/",
        "/konto/passkey/",
        "/konto/codes/",
    ):
        answer = client.get(page)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/anmelden/")


def test_the_proof_of_one_account_is_none_for_another(secured, stranger):
    session = secured.session
    session["_auth_user_id"] = str(stranger.pk)
    session["_auth_user_hash"] = stranger.get_session_auth_hash()
    session.save()
    assert not at_desk(secured)


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(client, db):
    current = {"HX-Request": "true", "HX-Current-URL": "http://testserver/schreibtisch/quellen/x/?y=1#z"}
    answer = client.get("/probe/", headers=current)
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/anmelden/?next=%2Fschreibtisch%2Fquellen%2Fx%2F%3Fy%3D1"
    assert answer.content == b""


def test_every_other_device_can_be_signed_out(secured, clerk):
    other = Client()
    open_with_link(other, clerk)
    other.post("/anmelden/zweiter-faktor/", {"code": app_code(step=1)})
    assert at_desk(other)
    assert secured.post("/konto/geraete/abmelden/").status_code == 302
    assert at_desk(secured)
    assert not at_desk(other)
    assert not User.objects.get(pk=clerk.pk).has_usable_password()

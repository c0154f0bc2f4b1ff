"""The sign-in page: mail code, closed doors, limits, addresses to go to."""

from __future__ import annotations

import time
from threading import Event

import pytest
from django.conf import settings as configured
from django.core import mail
from django.test import Client

from ratslinde.accounts import mailing
from ratslinde.accounts.models import User
from tests.accounts.conftest import add_app, app_code, ask_for_code, at_desk

KNOWN, UNKNOWN = "clerk@lindenhagen.example", "nobody@lindenhagen.example"


def test_mail_code_and_app_lead_to_the_desk(client, clerk, mailoutbox):
    add_app(clerk)
    code = ask_for_code(client, KNOWN, mailoutbox, following="/probe/?tab=2")
    answer = client.post("/anmelden/code/", {"code": code, "next": "/probe/?tab=2"})
    assert answer["Location"] == "/anmelden/zweiter-faktor/"
    assert not at_desk(client)
    answer = client.post("/anmelden/zweiter-faktor/", {"code": app_code()})
    assert answer["Location"] == "/probe/?tab=2"
    assert at_desk(client)


def test_the_code_may_be_typed_as_people_type(client, clerk, mailoutbox):
    code = ask_for_code(client, KNOWN.upper(), mailoutbox)
    client.post("/anmelden/code/", {"code": f" {code.lower().replace('-', ' ')} "})
    assert "_auth_user_id" in client.session


def test_who_has_no_second_factor_yet_sets_one_up(client, clerk, mailoutbox):
    client.post("/anmelden/code/", {"code": ask_for_code(client, KNOWN, mailoutbox)})
    assert client.get("/probe/")["Location"] == "/konto/zweiter-faktor/"


def test_the_code_counts_once(client, clerk, mailoutbox):
    code = ask_for_code(client, KNOWN, mailoutbox)
    client.post("/anmelden/code/", {"code": code})
    client.post("/abmelden/")
    assert client.post("/anmelden/code/", {"code": code})["Location"] == "/anmelden/"


def test_the_code_counts_in_its_own_browser_only(client, clerk, mailoutbox):
    code = ask_for_code(client, KNOWN, mailoutbox)
    other = Client()
    ask_for_code(other, UNKNOWN, mailoutbox)
    other.post("/anmelden/code/", {"code": code})
    assert "_auth_user_id" not in other.session


def test_the_code_gets_too_old(client, clerk, mailoutbox, monkeypatch):
    code = ask_for_code(client, KNOWN, mailoutbox)
    later = time.time() + 11 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    assert client.post("/anmelden/code/", {"code": code})["Location"] == "/anmelden/"


def test_three_wrong_codes_end_the_try(client, clerk, mailoutbox):
    code = ask_for_code(client, KNOWN, mailoutbox)
    answers = [client.post("/anmelden/code/", {"code": "falsch"}).status_code for _ in range(3)]
    assert answers == [200, 200, 302]
    client.post("/anmelden/code/", {"code": code})
    assert "_auth_user_id" not in client.session


def pages(email: str) -> list[tuple]:
    """What somebody sees who gives this address and then types a wrong code."""
    client = Client()
    steps = [
        client.post("/anmelden/", {"email": email}),
        client.get("/anmelden/code/"),
        *(client.post("/anmelden/code/", {"code": "XXXX-XXXX"}) for _ in range(3)),
        client.get("/anmelden/"),
    ]
    mailing.wait()
    tokens = [step.cookies["csrftoken"].value for step in steps if "csrftoken" in step.cookies]
    assert tokens
    return [(step.status_code, step.get("Location"), _without_secrets(step, email)) for step in steps]


def _without_secrets(answer, email: str) -> list[str]:
    text = answer.content.decode().replace(email, "ADDRESS")
    return [line for line in text.splitlines() if "csrf" not in line.lower()]


def test_nobody_learns_who_has_an_account(clerk):
    User.objects.create_account("Zu", email="closed@lindenhagen.example")
    User.objects.filter(name="Zu").update(is_active=False)
    assert pages(KNOWN) == pages(UNKNOWN) == pages("closed@lindenhagen.example")
    assert {address for each in mail.outbox for address in each.to} == {KNOWN}


def test_a_slow_mail_server_tells_nothing(client, clerk, monkeypatch):
    taken, sent = Event(), []

    def slowly(*_):
        taken.wait(30)
        sent.append(1)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", slowly)
    client.post("/anmelden/", {"email": KNOWN})
    assert not sent
    taken.set()
    mailing.wait()
    assert sent


def test_a_broken_mail_server_tells_nothing(client, clerk, monkeypatch, caplog):
    def broken(*_):
        raise OSError("no route to the host, code ABCD-EFGH")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", broken)
    assert client.post("/anmelden/", {"email": KNOWN})["Location"] == "/anmelden/code/"
    mailing.wait()
    assert "login_code was not sent: OSError" in caplog.text
    assert "ABCD-EFGH" not in caplog.text


def test_a_former_address_lets_nobody_in(client, clerk, mailoutbox):
    client.post("/anmelden/code/", {"code": ask_for_code(client, KNOWN, mailoutbox)})
    User.objects.filter(pk=clerk.pk).update(email="new@lindenhagen.example")
    assert ask_for_code(Client(), KNOWN, mailoutbox) == ""
    assert ask_for_code(Client(), "new@lindenhagen.example", mailoutbox)


def test_mail_codes_are_limited_for_each_address(clerk, mailoutbox):
    codes = [ask_for_code(Client(), KNOWN, mailoutbox) for _ in range(6)]
    assert [bool(code) for code in codes] == [True] * 3 + [False] * 3


def test_the_limit_is_said_the_same_to_an_unknown_address(client, clerk):
    for email in (KNOWN, UNKNOWN):
        answers = [Client().post("/anmelden/", {"email": email}) for _ in range(4)]
        assert "zu viele Versuche" in answers[-1].content.decode()


def test_mail_codes_are_limited_for_each_place(client, db):
    answers = [
        Client().post("/anmelden/", {"email": f"{n}@lindenhagen.example"}).status_code for n in range(22)
    ]
    assert answers == [302] * 20 + [200] * 2


def test_a_forged_sender_address_buys_no_more_tries(client, db):
    answers = [
        Client()
        .post(
            "/anmelden/", {"email": f"{n}@lindenhagen.example"}, headers={"X-Forwarded-For": f"192.0.2.{n}"}
        )
        .status_code
        for n in range(22)
    ]
    assert answers[-1] == 200


def test_the_counters_outlive_many_tries_from_elsewhere():
    assert configured.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    assert configured.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 10_000


ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "http://testserver.evil.example/",
    "http://testserver@evil.example/",
    "http://localhost/",
    "\t//evil.example",
    "/\t/evil.example",
]


@pytest.mark.parametrize("following", ELSEWHERE)
def test_nobody_is_led_elsewhere_after_signing_in(client, clerk, mailoutbox, following):
    code = ask_for_code(client, KNOWN, mailoutbox, following=following)
    answer = client.post("/anmelden/code/", {"code": code, "next": following})
    assert answer["Location"] == configured.LOGIN_REDIRECT_URL
    assert client.get("/anmelden/", {"next": following})["Location"] == configured.LOGIN_REDIRECT_URL
    assert client.post("/abmelden/", {"next": following})["Location"] == configured.LOGOUT_REDIRECT_URL


def test_the_page_to_go_to_is_text_in_the_form(client, db):
    page = client.get("/anmelden/", {"next": '/"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


@pytest.mark.parametrize("page", ["/anmelden/", "/anmelden/einmal/x/", "/abmelden/"])
def test_the_pages_are_german_for_every_browser(secured, db, page):
    english = {"Accept-Language": "en"}
    for answer in (secured.get(page, headers=english), Client().get(page, headers=english)):
        if answer.status_code < 300 or answer.status_code == 410:
            assert '<html lang="de"' in answer.content.decode()
            assert answer["Content-Language"] == "de"


def test_the_mail_is_german_for_every_browser(client, clerk, mailoutbox):
    client.post("/anmelden/", {"email": KNOWN}, headers={"Accept-Language": "en"})
    mailing.wait()
    assert mailoutbox[-1].subject == "Ihr Code zum Anmelden bei testserver"
    assert "Er gilt zehn Minuten" in mailoutbox[-1].body


CLOSED = [
    "accounts/login/", "accounts/signup/", "accounts/password/reset/", "accounts/password/change/", "accounts/email/",
    "signup/", "login/", "admin/", "password/reset/", "konto/signup/", "konto/email/", "konto/password/change/",
    "konto/password/set/", "konto/password/reset/", "konto/passkey/signup/", "konto/social/", "anmelden/signup/",
    "anmelden/kennwort/", "anmelden/vertrauen/", "konto/inactive/", "konto/confirm-email/",
]  # fmt: skip


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("signed_in", [False, True])
def test_other_doors_do_not_exist(request, client, path, signed_in, db):
    if signed_in:
        client = request.getfixturevalue("secured")
    assert client.get(f"/{path}").status_code == 404


def test_a_password_opens_nothing(client, clerk):
    clerk.set_password("Lindenhagen1")
    clerk.save()
    client.post("/anmelden/", {"login": KNOWN, "email": KNOWN, "password": "Lindenhagen1"})
    assert "_auth_user_id" not in client.session
    for page in ("/anmelden/", "/anmelden/code/"):
        assert 'type="password"' not in client.get(page, follow=True).content.decode()


def test_no_account_has_a_password(clerk, stranger):
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_signing_out_ends_the_session(secured):
    key = secured.cookies["sessionid"].value
    assert secured.post("/abmelden/")["Location"] == "/"
    secured.cookies["sessionid"] = key
    assert not at_desk(secured)


def test_a_link_to_sign_out_only_asks(secured):
    assert "Möchten Sie sich abmelden?" in secured.get("/abmelden/").content.decode()
    assert at_desk(secured)


def test_starting_again_forgets_the_mail_code(client, clerk, mailoutbox):
    code = ask_for_code(client, KNOWN, mailoutbox)
    assert client.post("/abmelden/", {"next": "/anmelden/"})["Location"] == "/anmelden/"
    assert client.get("/anmelden/").status_code == 200
    client.post("/anmelden/code/", {"code": code})
    assert "_auth_user_id" not in client.session


def test_a_closed_account_is_out_at_once(secured, clerk):
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert secured.get("/probe/")["Location"].startswith("/anmelden/")
    User.objects.filter(pk=clerk.pk).update(is_active=True)


def test_an_account_closed_between_code_and_second_factor_stays_out(client, clerk, mailoutbox):
    add_app(clerk)
    client.post("/anmelden/code/", {"code": ask_for_code(client, KNOWN, mailoutbox)})
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    client.post("/anmelden/zweiter-faktor/", {"code": app_code()})
    assert not at_desk(client)
    assert "_auth_user_id" not in client.session or client.get("/konto/").status_code == 302


def test_the_session_gets_a_new_key(client, clerk, mailoutbox):
    code = ask_for_code(client, KNOWN, mailoutbox)
    before = client.cookies["sessionid"].value
    client.post("/anmelden/code/", {"code": code})
    after = client.cookies["sessionid"].value
    assert after != before
    client.cookies["sessionid"] = before
    assert "_auth_user_id" not in client.session


def test_the_session_cookie_is_for_this_site_and_not_for_scripts(secured):
    cookie = secured.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert int(cookie["max-age"]) <= 12 * 60 * 60


def test_over_https_the_cookies_stay_there(settings, client, clerk):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client.get("/anmelden/")
    client.get("/anmelden/passkey/", headers={"Accept": "application/json"})
    assert client.cookies["csrftoken"]["secure"]
    assert client.cookies["sessionid"]["secure"]


PUBLIC = ["/", "/sitzungen/", "/vorlagen/", "/gremien/", "/suche/?q=Baum", "/nachweis/", "/oparl/v1.1/system"]


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_set_no_cookie(db, path):
    client = Client()
    assert not client.get(path).cookies
    assert not client.cookies


NONSENSE = [
    "", "null", "[]", "{}", '"x"', "1", '{"id": 1}', '{"type":"public-key","id":"x","rawId":"x","response":{}}',
    '{"id":"AA","rawId":"AA","type":"public-key","response":{"userHandle":null}}',
    '{"id":"AA","rawId":"AA","response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA","userHandle":"M"}}',
    '{"id":"AA","rawId":"AA","type":"public-key","response":[]}', "{" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("credential", NONSENSE)
def test_a_made_up_passkey_is_refused_without_noise(client, clerk, credential):
    client.get("/anmelden/passkey/", headers={"Accept": "application/json"})
    answer = client.post("/anmelden/passkey/", {"credential": credential})
    assert answer.status_code == 302
    assert answer["Location"] == "/anmelden/"
    assert "_auth_user_id" not in client.session


def test_passkeys_are_limited(client, db):
    answers = [client.post("/anmelden/passkey/", {"credential": "{}"}).status_code for _ in range(12)]
    assert answers[-1] == 429


@pytest.mark.parametrize(
    ("host", "offered"), [("localhost:8000", True), ("127.0.0.1:8000", False), ("[::1]:80", False)]
)
def test_passkeys_are_offered_where_they_work(client, db, host, offered):
    page = client.get("/anmelden/", headers={"host": host}).content.decode()
    assert ("Mit Passkey anmelden" in page) is offered
    assert ("„localhost“" in page) is not offered

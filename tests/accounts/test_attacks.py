"""The sign-in pages, attacked with values that no person types."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from ratslinde.accounts import mailing
from tests.accounts.conftest import ask_for_code

KNOWN = "clerk@lindenhagen.example"
ODD = ["\x00", f"{KNOWN}\x00", "a" * 100_000, f"{'a' * 300}@lindenhagen.example", f"{KNOWN}\r\nBcc: x@y.example",
       f"{KNOWN},eva@lindenhagen.example", "\u202e@lindenhagen.example", "\ud83d@x.example", "'; --"]  # fmt: skip


def send(client: Client, path: str, **values: str):
    body = urlencode(values, errors="surrogatepass")
    return client.post(path, body, content_type="application/x-www-form-urlencoded")


@pytest.fixture
def attacker(db) -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_an_address_that_is_none_is_told_or_answered_as_any_other(attacker, clerk, mailoutbox, value):
    answer = send(attacker, "/anmelden/", email=value)
    assert answer.status_code in (200, 302)
    assert mailoutbox == []


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_a_code_that_is_none_opens_nothing(attacker, clerk, mailoutbox, value):
    ask_for_code(attacker, KNOWN, mailoutbox)
    answer = send(attacker, "/anmelden/code/", code=value)
    assert answer.status_code in (200, 302)
    assert "_auth_user_id" not in attacker.session


@pytest.mark.parametrize(
    "following", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\x00", "/\\evil.example"]
)
def test_nobody_is_led_away_after_signing_in(attacker, clerk, mailoutbox, following):
    code = ask_for_code(attacker, KNOWN, mailoutbox, following=following)
    answer = attacker.post("/anmelden/code/", {"code": code, "next": following})
    assert answer.status_code == 302
    assert "evil" not in answer["Location"]
    assert "javascript" not in answer["Location"]


def test_one_address_is_not_bombed_with_codes(clerk, mailoutbox):
    for _ in range(10):
        Client().post("/anmelden/", {"email": KNOWN})
    mailing.wait()
    assert len(mailoutbox) == 3


@pytest.mark.parametrize("body", [b"\xff\xfe", b"email=%ff%00", b"&".join([b"a=b"] * 3_000), b""])
def test_odd_bodies_are_no_failure(attacker, body):
    answer = attacker.post("/anmelden/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (200, 400)

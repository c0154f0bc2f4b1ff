"""A public form without a cookie: only from our own page, small, not too often, filled in by a person."""

from __future__ import annotations

import datetime
from urllib.parse import urlencode

import pytest
from django.test import Client

from ratslinde.inbox import limiting, stamps
from ratslinde.inbox.limiting import Limit, Limits
from ratslinde.inbox.models import Attempts, Submission

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.inbox.addresses")]
OWN = "http://testserver"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that is sent at once counts as filled in by a person."""
    monkeypatch.setattr(stamps, "AT_LEAST", datetime.timedelta(seconds=-1))


def stamp_in(page: str) -> str:
    return page.partition(f'name="{stamps.FIELD}" value="')[2].partition('"')[0]


def send(client: Client, *, values: dict[str, str] | None = None, stamp: str | None = None, **headers: str):
    data = {"name": "Sommerlinde", stamps.FIELD: stamps.stamp() if stamp is None else stamp, **(values or {})}
    headers = {key.replace("_", "-"): value for key, value in (headers or {"origin": OWN}).items()}
    return client.post("/hinweis/", urlencode(data), content_type=FORM, headers=headers)


def test_a_form_from_our_own_page_is_received_without_any_cookie(browser):
    stamp = stamp_in(browser.get("/hinweis/").content.decode())
    answer = send(browser, stamp=stamp)
    assert (answer.status_code, answer["Location"]) == (303, "?danke")
    assert answer.cookies == browser.cookies == {}
    assert answer["Cache-Control"] == "no-store"
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": OWN},
        {"origin": OWN, "sec_fetch_site": "same-origin"},
        {"sec_fetch_site": "same-origin"},
        {"origin": "https://rat.lindenhagen.example"},
        {"origin": "HTTPS://RAT.lindenhagen.example"},
    ],
)
def test_our_own_origins_are_let_in(browser, headers, settings):
    settings.RATSLINDE_URL = "https://rat.lindenhagen.example"
    assert send(browser, **headers).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"referer": OWN + "/hinweis/"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": OWN + ".evil.example"},
        {"origin": "https://testserver"},
        {"origin": "http://testserver:8080"},
        {"origin": OWN, "sec_fetch_site": "cross-site"},
        {"origin": OWN, "sec_fetch_site": "same-site"},
        {"origin": OWN, "sec_fetch_site": "none"},
        {"sec_fetch_site": "cross-site"},
        {"origin": "https://evil.example", "sec_fetch_site": "same-origin"},
    ],
)
def test_forged_origins_are_refused_before_anything_is_counted(browser, headers):
    answer = send(browser, **headers)
    assert answer.status_code == 403
    assert "kam nicht von dieser Seite" in answer.content.decode()
    assert not Submission.objects.exists()
    assert not Attempts.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_not_allowed(browser, method):
    assert getattr(browser, method)("/hinweis/", headers={"origin": OWN}).status_code == 405


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/json", "text/plain", ""])
def test_only_a_plain_form_is_taken(browser, kind):
    answer = browser.post("/hinweis/", b"name=x", content_type=kind, headers={"origin": OWN})
    assert answer.status_code == 415


def test_what_is_too_large_is_not_even_read(browser):
    answer = send(browser, values={"name": "x" * 70_000})
    assert answer.status_code == 413
    assert "kürzen" in answer.content.decode()
    assert not Attempts.objects.exists()


@pytest.mark.parametrize(("length", "status"), [("quatsch", 413), ("-5", 413), ("", 403)])
def test_a_length_that_is_no_number_is_no_failure(browser, length, status):
    answer = browser.post(
        "/hinweis/", b"name=x", content_type=FORM, headers={"origin": OWN}, CONTENT_LENGTH=length
    )
    assert answer.status_code == status


def test_a_flood_is_held_up_with_the_time_to_wait(browser, monkeypatch):
    few = Limits(purpose="public", per_source=(Limit(2, 10),), altogether=(Limit(100, 60),))
    monkeypatch.setattr(limiting, "admit", lambda address, _limits, admit=limiting.admit: admit(address, few))
    answers = [send(browser, values={"name": f"Baum {number}"}) for number in range(4)]
    assert [each.status_code for each in answers] == [303, 303, 429, 429]
    assert 1 <= int(answers[-1]["Retry-After"]) <= 600
    text = answers[-1].content.decode()
    assert "Gerade kommen zu viele Meldungen" in text
    assert "Wartezeit" in text
    assert Submission.objects.count() == 2


def test_the_same_form_sent_again_is_received_and_stored_once(browser):
    stamp = stamps.stamp()
    assert [send(browser, stamp=stamp).status_code for _ in range(3)] == [303] * 3
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    "values",
    [
        {stamps.FIELD: ""},
        {stamps.FIELD: "form:1xKJ:gefaelscht"},
        {stamps.FIELD: "quatsch"},
        {stamps.EMPTY_FIELD: "https://spam.example"},
    ],
)
def test_what_a_program_would_send_asks_for_a_confirmation_that_keeps_what_was_entered(browser, values):
    answer = send(browser, values={"name": 'Lin"de', **values})
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "Bitte bestätigen Sie" in text
    assert '<input type="hidden" name="name" value="Lin&quot;de">' in text
    assert "spam.example" not in text
    assert not Submission.objects.exists()


def test_the_confirmation_itself_goes_through(browser):
    page = send(browser, values={stamps.EMPTY_FIELD: "autofill"}).content.decode()
    assert send(browser, stamp=stamp_in(page)).status_code == 303


def test_a_form_that_was_sent_at_once_asks(browser, monkeypatch):
    monkeypatch.setattr(stamps, "AT_LEAST", datetime.timedelta(seconds=60))
    assert send(browser).status_code == 403
    assert not Submission.objects.exists()


def test_a_form_that_was_left_open_for_days_asks(browser, monkeypatch):
    monkeypatch.setattr(stamps, "AT_MOST", datetime.timedelta(seconds=-1))
    assert send(browser).status_code == 403
    assert not Submission.objects.exists()


def test_the_field_nobody_should_fill_in_is_out_of_sight_reach_and_reading_order(browser):
    page = browser.get("/hinweis/").content.decode()
    trap = page.split("<div hidden>")[1].split("</div>")[0]
    assert f'name="{stamps.EMPTY_FIELD}"' in trap
    assert 'tabindex="-1" autocomplete="off"' in trap
    assert "Bitte leer lassen" in trap


def test_the_page_of_a_refusal_is_a_page_of_the_town_and_is_not_kept(browser):
    answer = send(browser, origin="https://evil.example")
    assert 'lang="de"' in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert answer.cookies == {}

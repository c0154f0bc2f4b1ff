"""Setting up, using, confirming and removing second factors."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from ratslinde.accounts import mailing
from ratslinde.accounts.sealing import unseal
from tests.accounts.conftest import SECRET, add_app, app_code, at_desk, open_with_link


def set_up_app(client: Client) -> list[str]:
    """The person sets up an app with what the page shows; returns the recovery codes shown after it."""
    page = client.get("/konto/app/").content.decode()
    secret = re.search(r'class="secret">(\w+)<', page).group(1)
    assert 'src="data:image/svg+xml;base64,' in page
    answer = client.post("/konto/app/", {"code": app_code(secret)}, follow=True)
    assert answer.request["PATH_INFO"] == "/konto/codes/"
    return re.findall(r"<li>(\d{8})</li>", answer.content.decode())


def sign_in_again(clerk, code: str) -> Client:
    client = Client()
    open_with_link(client, clerk)
    client.post("/anmelden/zweiter-faktor/", {"code": code})
    return client


def test_who_sets_up_an_app_is_at_the_desk_at_once(client, clerk):
    open_with_link(client, clerk)
    assert not at_desk(client)
    assert len(set(set_up_app(client))) == 10
    assert at_desk(client)


def test_the_wrong_first_code_sets_up_nothing(client, clerk):
    open_with_link(client, clerk)
    client.get("/konto/app/")
    answer = client.post("/konto/app/", {"code": "000000"})
    assert "Dieser Code stimmt nicht" in answer.content.decode()
    assert not Authenticator.objects.exists()
    assert not at_desk(client)


def test_recovery_codes_are_shown_once_and_can_be_kept(client, clerk):
    open_with_link(client, clerk)
    set_up_app(client)
    client2 = sign_in_again(
        clerk, app_code(unseal(Authenticator.objects.get(type="totp").data["secret"]), step=1)
    )
    page = client2.get("/konto/codes/").content.decode()
    assert "schon angezeigt" in page
    assert not re.search(r"\d{8}", page)


def test_the_page_of_recovery_codes_carries_them_as_a_file(client, clerk):
    open_with_link(client, clerk)
    client.get("/konto/app/")
    client.post("/konto/app/", {"code": app_code(client.session["mfa.totp.secret"])})
    page = client.get("/konto/codes/").content.decode()
    codes = re.findall(r"<li>(\d{8})</li>", page)
    file = re.search(r'href="(data:text/plain[^"]+)"[^>]*download="wiederherstellungscodes.txt"', page).group(
        1
    )
    assert all(code in file for code in codes)
    assert "no-store" in client.get("/konto/codes/")["Cache-Control"]


def test_a_recovery_code_counts_once(client, clerk):
    open_with_link(client, clerk)
    code = set_up_app(client)[0]
    assert at_desk(sign_in_again(clerk, code))
    assert not at_desk(sign_in_again(clerk, code))


def test_new_recovery_codes_end_the_old_ones(client, clerk):
    open_with_link(client, clerk)
    before = set_up_app(client)
    answer = client.post("/konto/codes/neu/", follow=True)
    after = re.findall(r"<li>(\d{8})</li>", answer.content.decode())
    assert len(after) == 10
    assert not set(before) & set(after)
    assert not at_desk(sign_in_again(clerk, before[0]))
    assert at_desk(sign_in_again(clerk, after[0]))


@pytest.mark.parametrize("step", [-1, 0, 1])
def test_a_clock_may_be_half_a_minute_off(clerk, step):
    add_app(clerk)
    assert at_desk(sign_in_again(clerk, app_code(step=step)))


def test_a_code_of_long_ago_is_none(clerk):
    add_app(clerk)
    assert not at_desk(sign_in_again(clerk, app_code(step=-2)))
    assert not at_desk(sign_in_again(clerk, app_code(step=2)))


@pytest.mark.parametrize("written", ["{0}{1}", " {0} {1}", "{0}-{1}"])
def test_a_code_that_somebody_saw_opens_nothing_again(clerk, written):
    add_app(clerk)
    code = app_code(step=1)
    assert at_desk(sign_in_again(clerk, code))
    assert not at_desk(sign_in_again(clerk, written.format(code[:3], code[3:])))


def test_allauth_alone_would_take_the_code_again_after_half_a_minute(clerk):
    """The reason for our own mark: it has to outlive the tolerance for clocks that are off."""
    from django.core.cache import cache

    app = add_app(clerk)
    code = app_code(step=1)
    assert at_desk(sign_in_again(clerk, code))
    cache.delete(app.wrap()._get_used_cache_key(code))  # as allauth's own mark is gone after 30 seconds
    assert not at_desk(sign_in_again(clerk, code))


def test_guessing_the_code_is_limited_even_with_the_right_one_at_the_end(clerk):
    add_app(clerk)
    client = Client()
    open_with_link(client, clerk)
    texts = [client.post("/anmelden/zweiter-faktor/", {"code": "111111"}).content.decode() for _ in range(6)]
    assert "stimmt nicht" in texts[4]
    assert "zu viele Versuche" in texts[5]
    client.post("/anmelden/zweiter-faktor/", {"code": app_code()})
    assert not at_desk(client)
    assert not at_desk(sign_in_again(clerk, app_code(step=1)))


def test_a_fresh_sign_in_is_enough_to_change_something(secured):
    assert secured.get("/konto/codes/neu/").status_code == 200


def test_later_the_second_factor_is_asked_for_again(secured, monkeypatch):
    import time

    later = time.time() + 10 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    answer = secured.get("/konto/passkey/")
    assert answer["Location"] == "/konto/bestaetigen/?next=%2Fkonto%2Fpasskey%2F"
    answer = secured.post("/konto/bestaetigen/", {"code": app_code(), "next": "/konto/passkey/"})
    assert answer["Location"] == "/konto/passkey/"
    assert secured.get("/konto/passkey/").status_code == 200


def test_confirming_never_leads_elsewhere(secured):
    answer = secured.post("/konto/bestaetigen/", {"code": app_code(step=1), "next": "https://evil.example/"})
    assert answer["Location"] == "/schreibtisch/"


def test_the_last_factor_stays(secured, clerk):
    app = Authenticator.objects.get(user=clerk, type="totp")
    address = f"/konto/zweiter-faktor/{app.pk}/entfernen/"
    assert "letzter zweiter Faktor" in secured.get(address).content.decode()
    answer = secured.post(address, follow=True)
    assert "letzter zweiter Faktor" in answer.content.decode()
    assert Authenticator.objects.filter(pk=app.pk).exists()


def test_one_of_two_can_be_removed_and_the_person_is_told(
    secured, clerk, mailoutbox, django_capture_on_commit_callbacks
):
    app = Authenticator.objects.get(user=clerk, type="totp")
    key = Authenticator.objects.create(
        user=clerk, type="webauthn", data={"name": "Diensthandy", "credential": {}}
    )
    page = secured.get("/konto/").content.decode()
    assert "Diensthandy" in page
    with django_capture_on_commit_callbacks(execute=True):
        secured.post(f"/konto/zweiter-faktor/{app.pk}/entfernen/")
    mailing.wait()
    assert list(Authenticator.objects.filter(type__in=["totp", "webauthn"])) == [key]
    assert mailoutbox[-1].to == ["clerk@lindenhagen.example"]
    assert mailoutbox[-1].subject == "Authenticator-App entfernt (testserver)"
    assert "Clara Erlenbach" in mailoutbox[-1].body
    assert at_desk(secured)


def test_the_factor_of_somebody_else_cannot_be_removed(secured, stranger):
    theirs = add_app(stranger)
    Authenticator.objects.create(user=stranger, type="webauthn", data={"name": "x", "credential": {}})
    assert secured.post(f"/konto/zweiter-faktor/{theirs.pk}/entfernen/").status_code == 404
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_recovery_codes_are_not_removed_like_a_factor(secured, clerk):
    codes = Authenticator.objects.get(user=clerk, type="recovery_codes")
    assert secured.post(f"/konto/zweiter-faktor/{codes.pk}/entfernen/").status_code == 404


def test_the_account_page_names_what_there_is(secured):
    page = secured.get("/konto/").content.decode()
    for text in (
        "Clara Erlenbach",
        "clerk@lindenhagen.example",
        "Schriftführung",
        "Authenticator-App",
        "Noch 10 Codes",
    ):
        assert text in page


def test_the_secret_of_the_app_is_shown_no_more_once_it_is_set_up(secured):
    assert SECRET not in secured.get("/konto/").content.decode()
    assert secured.get("/konto/app/")["Location"] == "/konto/"


def test_the_pages_of_the_account_are_kept_nowhere(secured):
    for page in ("/konto/", "/konto/codes/", "/konto/codes/neu/", "/konto/passkey/", "/konto/bestaetigen/"):
        assert "no-store" in secured.get(page)["Cache-Control"], page


NONSENSE = ["", "null", "[]", '"x"', "{}", '{"id": 1}', '{"type":"public-key","id":"x","rawId":"x","response":{}}',
            '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"AA"}}',
            '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"AA","attestationObject":"oA"}}',
]  # fmt: skip


@pytest.mark.parametrize("credential", NONSENSE)
@pytest.mark.parametrize(
    "page", ["/konto/passkey/", "/konto/bestaetigen/passkey/", "/anmelden/zweiter-faktor/"]
)
def test_a_made_up_passkey_adds_and_proves_nothing(client, clerk, page, credential):
    add_app(clerk)
    open_with_link(client, clerk)
    if page.startswith("/konto"):
        client.post("/anmelden/zweiter-faktor/", {"code": app_code()})
    client.get(page)
    assert client.post(page, {"credential": credential, "name": "x"}).status_code in (200, 302)
    assert not Authenticator.objects.filter(type="webauthn").exists()
    assert at_desk(client) is page.startswith("/konto")

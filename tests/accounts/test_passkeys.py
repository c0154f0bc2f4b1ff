"""Passkeys, with a browser that has a device for them."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator

from ratslinde.accounts import links
from tests.accounts.conftest import ask_for_code
from tests.browsing import plug_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def open_account(page, live_server, clerk) -> None:
    page.goto(f"{live_server.url}/anmelden/einmal/{links.new_link(clerk)}/")
    page.get_by_role("button", name="Jetzt anmelden").click()
    page.wait_for_url("**/konto/zweiter-faktor/")


def set_up_passkey(page, live_server, clerk) -> None:
    open_account(page, live_server, clerk)
    page.get_by_role("link", name="Passkey einrichten").click()
    page.get_by_label("Name des Passkeys").fill("Diensthandy")
    page.get_by_role("button", name="Passkey einrichten").click()
    page.wait_for_url("**/konto/codes/")


def probe(page, live_server) -> str:
    page.goto(f"{live_server.url}/probe/")
    return page.inner_text("body")


def test_a_passkey_is_set_up_and_signs_in_without_a_name(page, live_server, clerk):
    plug_in(page)
    set_up_passkey(page, live_server, clerk)
    assert Authenticator.objects.get(type="webauthn").wrap().name == "Diensthandy"
    assert page.locator(".codes li").count() == 10
    assert probe(page, live_server) == "am Schreibtisch"

    page.goto(f"{live_server.url}/abmelden/")
    page.locator("main").get_by_role("button", name="Abmelden").click()
    page.goto(f"{live_server.url}/probe/?from=mail")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    page.wait_for_url("**/probe/?from=mail")
    assert page.inner_text("body") == "am Schreibtisch"
    assert not [each for each in page.said if "Content Security Policy" in each], page.said


def test_recovery_codes_are_saved_as_a_file_without_asking_again(page, live_server, clerk):
    plug_in(page)
    set_up_passkey(page, live_server, clerk)
    codes = page.locator(".codes li").all_inner_texts()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Als Datei speichern").click()
    text = waiting.value.path().read_text()
    assert waiting.value.suggested_filename == "wiederherstellungscodes.txt"
    assert all(code in text for code in codes)
    assert page.get_by_role("button", name="Drucken").is_visible()


def test_a_passkey_is_the_second_factor_after_a_mail_code(page, live_server, clerk, client, mailoutbox):
    plug_in(page)
    set_up_passkey(page, live_server, clerk)
    page.context.clear_cookies()
    code = ask_for_code(client, clerk.email, mailoutbox)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/anmelden/code/")
    page.get_by_label("Code aus der E-Mail").fill(code)
    page.get_by_role("button", name="Weiter").click()
    page.wait_for_url("**/anmelden/zweiter-faktor/")
    assert "am Schreibtisch" not in probe(page, live_server)
    page.goto(f"{live_server.url}/anmelden/zweiter-faktor/")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="Passkey verwenden").click()
    page.wait_for_load_state()
    assert probe(page, live_server) == "am Schreibtisch"


def test_the_passkey_is_asked_for_again_before_a_change(page, live_server, clerk, settings):
    plug_in(page)
    set_up_passkey(page, live_server, clerk)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    page.goto(f"{live_server.url}/konto/codes/neu/")
    assert page.url.endswith("/konto/bestaetigen/passkey/?next=%2Fkonto%2Fcodes%2Fneu%2F")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    page.get_by_role("button", name="Passkey verwenden").click()
    page.wait_for_url("**/konto/codes/neu/")


def test_a_device_that_asks_for_nothing_is_not_enough(page, live_server, clerk):
    plug_in(page, isUserVerified=False)
    open_account(page, live_server, clerk)
    page.get_by_role("link", name="Passkey einrichten").click()
    page.get_by_role("button", name="Passkey einrichten").click()
    page.get_by_text("Das hat nicht geklappt").wait_for()
    assert not Authenticator.objects.exists()


def test_the_same_device_is_not_set_up_twice(page, live_server, clerk):
    plug_in(page)
    set_up_passkey(page, live_server, clerk)
    page.goto(f"{live_server.url}/konto/passkey/")
    page.get_by_role("button", name="Passkey einrichten").click()
    page.get_by_text("gibt es schon einen Passkey").wait_for()
    assert Authenticator.objects.filter(type="webauthn").count() == 1


def test_without_a_device_the_page_says_so_and_offers_the_code(page, live_server, clerk):
    plug_in(page)
    page.goto(f"{live_server.url}/anmelden/")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    page.get_by_text("Das hat nicht geklappt").wait_for()
    assert page.get_by_role("button", name="Code anfordern").is_visible()


def stolen_answer(page, live_server, clerk) -> dict:
    """What the browser sends for a passkey, kept from being sent."""
    plug_in(page)
    set_up_passkey(page, live_server, clerk)
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/anmelden/")
    page.evaluate("HTMLFormElement.prototype.submit = () => { window.caught = true }")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    page.wait_for_function("window.caught")
    field = page.locator("form[data-passkey] [name=credential]")
    for _ in range(100):  # the device answers in its own time
        if field.input_value():
            break
        page.wait_for_timeout(100)
    return json.loads(field.input_value())


def send(page, live_server, credential: dict) -> str:
    page.evaluate(
        """credential => {
            const form = document.querySelector('form[data-passkey]')
            form.elements.credential.value = JSON.stringify(credential)
            delete HTMLFormElement.prototype.submit
            const copy = form.cloneNode(true)
            copy.removeAttribute('data-passkey')
            document.body.append(copy)
            copy.requestSubmit()
        }""",
        credential,
    )
    page.wait_for_load_state()
    page.wait_for_timeout(300)
    return probe(page, live_server)


def test_a_wrong_signature_is_refused(page, live_server, clerk):
    answer = stolen_answer(page, live_server, clerk)
    signature = answer["response"]["signature"]
    answer["response"]["signature"] = signature[:-6] + ("AAAAAA" if signature[-6:] != "AAAAAA" else "BBBBBB")
    assert "am Schreibtisch" not in send(page, live_server, answer)


def test_an_answer_counts_once(page, live_server, clerk):
    answer = stolen_answer(page, live_server, clerk)
    assert send(page, live_server, answer) == "am Schreibtisch"
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/anmelden/")
    page.evaluate("fetch('/anmelden/passkey/', {headers: {Accept: 'application/json'}})")
    page.wait_for_timeout(300)
    assert "am Schreibtisch" not in send(page, live_server, answer)


def test_a_passkey_of_a_closed_account_opens_nothing(page, live_server, clerk):
    plug_in(page)
    set_up_passkey(page, live_server, clerk)
    page.context.clear_cookies()
    clerk.is_active = False
    clerk.save()
    page.goto(f"{live_server.url}/anmelden/")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    page.get_by_text("Diese Anmeldung ist nicht möglich").wait_for()
    assert "am Schreibtisch" not in probe(page, live_server)


def test_without_javascript_there_is_the_code(chromium, live_server, clerk):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/anmelden/")
    assert page.get_by_text("Passkeys brauchen JavaScript").is_visible()
    assert not page.get_by_role("button", name="Mit Passkey anmelden").is_visible()
    page.get_by_label("E-Mail-Adresse").fill(clerk.email)
    page.get_by_role("button", name="Code anfordern").click()
    assert page.url.endswith("/anmelden/code/")
    context.close()

"""The page that a mailed link opens, on a phone without JavaScript and by keyboard."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import expect

from ratslinde.inbox import stamps
from ratslinde.inbox.models import Submission
from ratslinde.integration.keeping import links
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_entry_is_answered_by_keyboard_without_javascript(
    open_page, manager, association, cafe, monkeypatch
):
    monkeypatch.setattr(stamps, "AT_LEAST", datetime.timedelta(seconds=-1))
    page = open_page(manager, width=360, java_script_enabled=False)
    page.context.clear_cookies()
    secret = links.new_link(association, email="bruecke@lindenhagen.example")[1]
    page.goto(f"/eintrag/{secret}/")
    page.get_by_text("Etwas ändern: Sprachcafé").press("Enter")
    field = page.get_by_label("Gibt es gerade etwas Besonderes?")
    field.fill("Ferien bis 6. Januar")
    field.press("Enter")
    page.get_by_text("Ihre Änderung ist angekommen").wait_for()
    assert Submission.objects.get().about == cafe.public_id
    assert Actor.objects.get(pk=association.pk).confirmed_on is None, "Enter in a field confirms nothing"
    page.locator(f"button[name=stimmt][value='{association.public_id}']").press("Enter")
    page.get_by_role("heading", name="Vielen Dank").wait_for()
    assert Actor.objects.get(pk=association.pk).confirmed_on == clock.today()
    assert Offer.objects.get(pk=cafe.pk).confirmed_on != clock.today()


def test_languages_and_a_new_offer_are_told_on_a_phone_without_javascript(
    open_page, manager, association, cafe, monkeypatch
):
    monkeypatch.setattr(stamps, "AT_LEAST", datetime.timedelta(seconds=-1))
    page = open_page(manager, width=360, java_script_enabled=False)
    page.context.clear_cookies()
    secret = links.new_link(association, email="bruecke@lindenhagen.example")[1]
    page.goto(f"/eintrag/{secret}/")
    page.get_by_text("Etwas ändern: Sprachcafé").press("Enter")
    offer = page.locator(f"#teil-{cafe.public_id}")
    offer.get_by_label("Türkisch").press("Space")
    offer.get_by_label("Weitere Sprachen").fill("Klingonisch")
    page.get_by_text("Neues Angebot melden").press("Enter")
    page.locator("[name=neu-name]").fill("Nähtreff")
    page.get_by_role("button", name="Angebot melden").press("Enter")
    expect(page.get_by_text("Diese Sprache kennen wir nicht: „Klingonisch“").first).to_be_visible()
    expect(page.locator("[name=neu-name]")).to_have_value("Nähtreff")
    offer.get_by_label("Weitere Sprachen").fill("Suaheli")
    page.get_by_role("button", name="Angebot melden").press("Enter")
    expect(page.get_by_text("Ihre Änderung ist angekommen")).to_be_visible()
    assert {row.kind for row in Submission.objects.all()} == {"offer-update", "offer-proposal"}


def test_a_long_address_stays_inside_its_card_on_a_phone(open_page, manager, association):
    Actor.objects.filter(pk=association.pk).update(
        website="https://brueckezwischendenvierteln.lindenhagen.example/"
    )
    page = open_page(manager, width=360)
    page.context.clear_cookies()
    page.goto(f"/eintrag/{links.new_link(association)[1]}/")
    card, shown = page.locator("article").first, page.get_by_text("brueckezwischendenvierteln").first
    expect(shown).to_be_visible()
    inner, outer = shown.bounding_box(), card.bounding_box()
    assert inner["x"] + shown.evaluate("each => each.scrollWidth") <= outer["x"] + outer["width"]

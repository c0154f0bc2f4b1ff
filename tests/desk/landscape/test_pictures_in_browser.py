"""Map and network in a real browser: axe finds nothing, nothing runs over, all works by keyboard without JavaScript."""

from __future__ import annotations

import random

import pytest
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Cooperation
from ratslinde.integration.landscape.values import GivenSite
from ratslinde.kernel import clock
from tests.browsing import faults
from tests.desk.landscape.test_network_pages import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
"""A folder for pictures of every page, for somebody to look at."""
NAMES = ("Verein", "Initiative", "Grundschule am", "Beratungsstelle", "Sportfreunde", "Gemeinde Sankt")


@pytest.fixture
def landscape(manager, body, association, cafe, north, south, house) -> list[Actor]:
    """Twenty-five actors with ties of every state; places close together and apart; names that mean harm."""
    chance = random.Random(4)
    names = [*HOSTILE, *(f"{NAMES[at % len(NAMES)]} Linde {at}" for at in range(16))]
    actors = [association, *(actions.add_actor(manager, body, name=name) for name in names)]
    manager_row = actions.add_actor(manager, body, name="Integrationsmanagement der Stadt")
    for at, each in enumerate(actors[:-4]):
        said = chance.choice((True, False, None))
        actions.report_cooperation(manager, manager_row if at % 3 else actors[0], target=actors[at + 1],
                                   kind="cooperation", confirmed=True)  # fmt: skip
        if said is not None and each != actors[at + 2]:
            actions.report_cooperation(manager, each, target=actors[at + 2], kind="referral", confirmed=True)
    Cooperation.objects.filter(pk__in=[row.pk for row in Cooperation.objects.all()[::2]]).update(
        reported_by_source=True, reported_by_target=True
    )
    Actor.objects.exclude(pk=actors[-1].pk).update(
        network_asked_on=clock.today(), network_answered_on=clock.today()
    )
    for at, name in enumerate((*HOSTILE[:5], *(f"Treffpunkt {number}" for number in range(20)))):
        place = actions.add_place(
            manager,
            body,
            name=name,
            latitude=51.71 + chance.random() * 0.08,
            longitude=8.01 + chance.random() * 0.08,
        )
        actions.add_offer(manager, actors[at % 6], name=f"Angebot {at}", sites=[GivenSite(place=place)])
    return actors


def test_axe_finds_nothing_and_nothing_runs_over(open_page, manager, landscape):
    page = open_page(manager)
    pages = {
        "karte": reverse("desk_map:map"),
        "karte-nah": reverse("desk_map:map") + "?ausschnitt=8.05,51.74,2",
        "netz": reverse("desk_network:network"),
        "umgebung": reverse("desk_network:network") + f"?akteur={landscape[0].public_id}",
    }
    found = {}
    for name, address in pages.items():
        page.goto(address)
        if wrong := faults(page):
            found[name] = wrong
    assert found == {}


def test_the_map_is_moved_and_opened_by_keyboard_without_javascript(open_page, manager, landscape):
    page = open_page(manager, java_script_enabled=False)
    page.goto(reverse("desk_map:map"))
    page.get_by_role("link", name="Näher").press("Enter")
    page.wait_for_url("**ausschnitt=**")
    page.get_by_role("link", name="Nach Norden").press("Enter")
    page.get_by_role("link", name="Weiter weg").press("Enter")
    page.get_by_role("link", name="Südstadt").last.press("Enter")
    page.wait_for_url("**#karte")
    sign = page.locator("a.map-mark[href^='/schreibtisch/']").first
    address = sign.get_attribute("href")
    sign.press("Enter")
    page.wait_for_url(f"**{address}")


def test_the_network_is_walked_by_keyboard_without_javascript(open_page, manager, landscape):
    page = open_page(manager, java_script_enabled=False)
    page.goto(reverse("desk_network:network"))
    page.get_by_role("link", name="Integrationsmanagement der Stadt").first.press("Enter")
    page.wait_for_url("**akteur=**")
    page.locator("a.graph-node[href^='/schreibtisch/']").press("Enter")
    page.wait_for_url("**/akteure/**")


def test_pictures_keep_to_the_policy_of_the_page(open_page, manager, landscape):
    page = open_page(manager)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    for address in (reverse("desk_map:map"), reverse("desk_network:network")):
        page.goto(address)
    assert [text for text in told if "Content Security Policy" in text or "Refused" in text] == []

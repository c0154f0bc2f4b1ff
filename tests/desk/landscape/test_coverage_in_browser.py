"""The pages of the coverage matrix in a real browser: axe finds nothing, nothing runs over, all works by keyboard."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import CoverageRule, NotIntended, Offer
from ratslinde.kernel import clock
from tests.browsing import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
"""A folder for pictures of every page, for somebody to look at."""


@pytest.fixture
def landscape(manager, body, association, cafe, north, south, language_field, vocabulary) -> Offer:
    fields = vocabulary["handlungsfeld"].terms
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    association.refresh_from_db()
    actions.confirm_actor(manager, association, by="Vorstand")
    cafe.refresh_from_db()
    actions.confirm_offer(manager, cafe, by="Vorstand")
    for name, field, more in (
        ("Wohnraumlotsen", "wohnen", {"area": "town", "groups_known": "everyone"}),
        ("Ausbildungspaten", "arbeit", {"area": "spaces", "groups_known": "everyone"}),
        (
            "Hebammensprechstunde",
            "gesundheit",
            {"area": "town", "groups_known": "everyone", "mode": "online"},
        ),
    ):
        offer = actions.add_offer(
            manager,
            association,
            name=name,
            description="Ein Angebot.",
            fields=[fields.get(code=field)],
            **more,
        )
        actions.publish_offer(manager, offer)
        offer.refresh_from_db()
        actions.confirm_offer(manager, offer, by="Vorstand", on=clock.today().replace(year=2024))
    actions.mark_not_intended(
        manager, fields.get(code="oeffnung"), space=south, reason="Das Rathaus steht im Norden."
    )
    other = actions.add_actor(manager, body, name="Bibliothek am Anger")
    for code in ("sprache", "schule", "oeffnung"):
        actions.set_activity(manager, other, field=fields.get(code=code), role="advises")
    actions.set_coverage_rule(manager, body, valid_from=clock.today(), completeness=0.5)
    return cafe


def test_axe_finds_nothing_and_nothing_runs_over(open_page, manager, landscape, language_field, south):
    page = open_page(manager)
    cell = reverse("desk_coverage:cell")
    pages = {
        "matrix": reverse("desk_coverage:matrix"),
        "sprachen": reverse("desk_coverage:matrix") + "?spalten=sprache",
        "fragil": f"{cell}?feld={language_field.public_id}",
        "luecke": f"{cell}?feld={language_field.public_id}&raum={south.public_id}",
        "verbessern": reverse("desk_coverage:improvements"),
        "grenzen": reverse("desk_coverage:limits"),
        "akteure": reverse("desk_coverage:activities"),
    }
    found = {}
    for name, address in pages.items():
        page.goto(address)
        if wrong := faults(page):
            found[name] = wrong
    assert found == {}


def test_a_cell_is_opened_and_marked_by_keyboard_without_javascript(
    open_page, manager, landscape, south, language_field
):
    page = open_page(manager, java_script_enabled=False)
    page.goto(reverse("desk_coverage:matrix"))
    page.get_by_role("link", name="Sprache, Südstadt: Lücke").press("Enter")
    page.wait_for_url("**/zelle/**")
    page.get_by_text("Hier ist kein Angebot vorgesehen").press("Enter")
    page.get_by_label("Grund").fill("Das macht der Kreis.")
    page.get_by_role("button", name="Vermerken").press("Enter")
    page.get_by_text("Hier ist kein Angebot vorgesehen: Das macht der Kreis.").wait_for()
    assert NotIntended.objects.filter(field=language_field, space=south).exists()
    assert CoverageRule.objects.count() == 1

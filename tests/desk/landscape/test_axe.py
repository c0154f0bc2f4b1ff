"""Every page of the landscape in a real browser, with something in it: axe finds nothing, and nothing runs over."""

from __future__ import annotations

import datetime
import os
import re
import uuid

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from ratslinde.inbox import receive
from ratslinde.inbox.models import Submission
from ratslinde.integration.importing.actions import read_in
from ratslinde.integration.keeping import actions as keeping
from ratslinde.integration.keeping import links
from ratslinde.integration.keeping.updates import OFFER
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Merger, Offer, PublishingRun
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.kernel import clock
from ratslinde.post.models import Letter
from tests.browsing import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHOTS = os.environ.get("RATSLINDE_TEST_PICTURES")
"""A folder for pictures of every page, for somebody to look at."""

SMALLEST = 24
"""CSS pixels that a target must measure (WCAG 2.2, 2.5.8), unless it stands in a sentence."""

TOO_SMALL = """least => [...document.querySelectorAll('main button, main input, main select, main summary')]
    .filter(each => each.type !== 'hidden' && each.offsetParent && !each.closest('label'))
    .map(each => [each, each.getBoundingClientRect()])
    .filter(([each, box]) => box.width && (box.width < least || box.height < least)
        && ![...each.labels ?? []].some(label => label.getBoundingClientRect().height >= least))
    .map(([each]) => each.outerHTML.slice(0, 120))"""


@pytest.fixture
def landscape(
    manager, body, association, cafe, house, north, south, language_field, vocabulary
) -> dict[str, list]:
    """A landscape like a small town's, and the arguments of the pages that show one entry."""
    fields = vocabulary["handlungsfeld"].terms
    school = actions.add_actor(
        manager, body, name="Gemeinschaftsgrundschule am Lindenweg mit offenem Ganztag", short_name="GGS Lindenweg",
        description="Grundschule mit Seiteneinsteigerklasse.", email="schule@lindenhagen.example", languages="de tr ar",
    )  # fmt: skip
    contact = actions.add_contact(
        manager, association, function="Vorstand", given_name="Alma", family_name="Beispiel",
        email="vorstand@lindenhagen.example", name_consent_on=clock.today(),
    )  # fmt: skip
    activity = actions.set_activity(
        manager,
        association,
        field=language_field,
        role="leads",
        whole_town=False,
        spaces=[north],
        source="Gespräch",
    )
    actions.set_activity(manager, school, field=fields.get(code="schule"), role="offers")
    actions.report_cooperation(
        manager, association, target=school, kind="cooperation", confirmed=True, strength=2
    )
    resource = actions.add_resource(
        manager,
        association,
        kind="posts",
        name="Koordination Sprachcafés",
        amount="0.5",
        unit="VZÄ",
        year=2026,
    )
    evening = GivenSchedule(
        start=datetime.date(2026, 2, 2), opens_at=datetime.time(19), closes_at=datetime.time(21), frequency="MONTHLY",
        days="1MO", cancelled=("2026-07-06",),
    )  # fmt: skip
    actions.add_offer(
        manager, school, name="Elterntreff für neu zugewanderte Familien und ihre Nachbarschaft",
        description="Austausch bei Kaffee und Tee.", fields=[fields.get(code="schule")], cost="free",
        sites=[GivenSite(place=house, spaces=(north, south), note="Raum 2", schedules=(evening,))],
    )  # fmt: skip
    for field, text in (("name", "مقهى اللغة"), ("description", "لقاء مفتوح للتحدث بالألمانية.")):
        actions.translate(manager, cafe, field=field, language="ar", text=text, state="checked")
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    batch = uuid.uuid4()
    cafe = Offer.objects.get(pk=cafe.pk)
    actions.edit_offer(
        manager, cafe, changes={"description": "Offener Treff, jetzt mit Kinderbetreuung."}, revision=cafe.revision,
        batch=batch,
    )  # fmt: skip
    keeping.invite(manager, Actor.objects.get(pk=association.pk))
    for name in ("Alte Schule mit einem langen Namen", "Kulturküche"):
        unplaced = actions.add_place(manager, body, name=name, street_address="Schulweg 1")
    double = actions.add_place(manager, body, name="Alte Schule", street_address="Schulweg 1")
    actions.merge_places(manager, unplaced, other=double, take={"name": "Alte Schule"})
    twin = actions.add_actor(manager, body, name="Bruecke Lindenhagen e.V.", description="Doppelt.")
    table = "Name;Art;Beschreibung;E-Mail\nLindenverein;Verein;Wir helfen.;post@lindenhagen.example\nBrücke;Verein;;\n"
    run = read_in(manager, body, name="akteure.csv", data=table.encode())
    taught = read_in(
        manager, body, name="woerter.csv",
        data="Angebot;Träger;Thema;Sprachen\nNähkurs;Lindenverein;Sprahe, Musizieren;Platt\n".encode(),
    )  # fmt: skip
    strange = read_in(manager, body, name="liste.csv", data=b"Dies;Das\nLindenverein;x\n")
    return {
        "actor": [association.public_id], "edit_actor": [association.public_id], "new_offer": [association.public_id],
        "add_contact": [association.public_id], "contact": [contact.public_id], "edit_activity": [activity.public_id],
        "offer": [cafe.public_id], "edit_offer": [cafe.public_id], "place": [house.public_id],
        "position": [unplaced.public_id],
        "space": [north.public_id], "space_offers": [north.public_id], "publishing": [_under_way(manager, body)],
        "term": [language_field.public_id],
        "new_term": [language_field.taxonomy.public_id], "resource": [resource.public_id],
        "new_resource": [association.public_id], "texts": [cafe.public_id, "ar"], "undo": [batch],
        "run": [run.public_id], "columns": [strange.public_id], "words": [taught.public_id],
        "unmerge": [Merger.objects.get().public_id],
        "pair": ["actor", association.public_id, twin.public_id],
    }  # fmt: skip


def _under_way(manager, body) -> str:
    """Many entries that the worker has begun with, one of which stays as it is."""
    run = actions.begin_publishing(manager, body, rows=list(Actor.objects.all()), seen=[])
    left = [[run.rows[0], "Grundschule", "Inzwischen hat sich etwas geändert."]]
    PublishingRun.objects.filter(pk=run.pk).update(done=1, left=left)
    return run.public_id


NAMES = (
    "start", "actors", "actor", "edit_actor", "new_actor", "offers", "offer", "edit_offer", "new_offer", "places",
    "place", "new_place", "spaces", "space", "new_space", "space_offers", "spaces_from_file", "publishing",
    "vocabulary", "term", "new_term", "resources", "resource",
    "new_resource", "translations", "texts", "contact", "add_contact", "edit_activity", "undo",
    "unmerge",
    "desk_keeping:overview", "desk_importing:imports", "desk_importing:run", "desk_importing:columns",
    "desk_importing:words",
    "desk_importing:duplicates", "desk_importing:pair", "desk_network:network", "desk_network:coordination",
    "desk_map:map", "desk_map:without_coordinates", "desk_map:position",
)  # fmt: skip


def faults_of(page, name: str) -> list[str]:
    """What is wrong with the page that is open, at each width; targets that are too small on a phone, too."""
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name.replace(':', '-')}.png", full_page=True)
    return [*faults(page), *page.evaluate(TOO_SMALL, SMALLEST)]


def test_axe_finds_nothing_on_any_page_and_nothing_runs_over(open_page, manager, landscape):
    page, found = open_page(manager), {}
    for name in NAMES:
        space, _, short = name.rpartition(":")
        address = reverse(f"{space or 'desk_landscape'}:{short}", args=landscape.get(short, []))
        assert page.goto(address).status == 200, name
        wrong = faults_of(page, name)
        found |= {name: wrong} if wrong else {}
    assert found == {}


def test_two_places_side_by_side_are_clean(open_page, manager, landscape, house, body):
    other = actions.add_place(manager, body, name="Haus der Kulturen, Saal", street_address="Lindenweg 3")
    page = open_page(manager)
    page.goto(f"{reverse('desk_landscape:merge_place', args=[house.public_id])}?mit={other.public_id}")
    expect(page.get_by_role("button", name="Zusammenführen")).to_be_visible()
    assert faults_of(page, "places-side-by-side") == []


def test_choosing_many_is_clean_too(open_page, manager, landscape):
    page, found = open_page(manager), {}
    for name, button in (("offers", "ändern"), ("actors", "ändern"), ("actors", "eröffentlichen")):
        page.goto(reverse(f"desk_landscape:{name}"))
        for box in page.locator("input[name=zeile]").all():
            box.check()
        page.locator("main button", has_text=button).first.click()
        page.wait_for_load_state()
        wrong = faults_of(page, f"{name}-{button}")
        found |= {f"{name} {button}": wrong} if wrong else {}
        if page.get_by_label("Heute bestätigt").count():
            page.get_by_label("Heute bestätigt").check()
            page.get_by_role("button", name="Ansehen, was sich ändert").click()
            page.wait_for_load_state()
            expect(page.get_by_role("button", name="Anderes wählen")).to_be_visible()
            wrong = faults_of(page, f"{name}-{button}-vorschau")
            found |= {f"{name} {button} plan": wrong} if wrong else {}
    assert found == {}


def test_many_are_changed_by_keyboard_without_javascript(open_page, manager, landscape):
    page = open_page(manager, java_script_enabled=False)
    page.goto(reverse("desk_landscape:offers"))
    page.get_by_label("Elterntreff").press("Space")
    page.get_by_role("button", name="Ausgewählte ändern").press("Enter")
    page.get_by_label("Zugang").select_option("mit Anmeldung")
    page.get_by_role("button", name="Ansehen, was sich ändert").press("Enter")
    expect(page.get_by_role("cell", name="mit Anmeldung")).to_be_visible()
    page.get_by_role("button", name="1 Eintrag ändern").press("Enter")
    page.get_by_role("link", name="Rückgängig machen").press("Enter")
    page.get_by_role("button", name="Zurücknehmen").press("Enter")
    expect(page.get_by_text("1 Angaben stehen wieder wie vorher.")).to_be_visible()


def test_the_page_of_a_link_is_clean(open_page, manager, landscape, association):
    page = open_page(manager)
    page.context.clear_cookies()
    secret = links.new_link(association, email="bruecke@lindenhagen.example")[1]
    page.goto(f"/eintrag/{secret}/")
    for fold in page.locator("main details > summary").all():
        fold.click()
    assert faults_of(page, "entry") == []


def test_handing_a_link_on_is_clean(open_page, manager, landscape, association, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    page = open_page(manager)
    page.goto(reverse("desk_keeping:overview"))
    found = faults_of(page, "keeping-by-hand")
    page.goto(reverse("desk_keeping:hand_over", args=[association.public_id]))
    found += faults_of(page, "hand-over")
    page.get_by_role("button", name="Link jetzt anzeigen").press("Enter")
    expect(page.get_by_label("Link zum eigenen Eintrag")).to_have_value(re.compile("/eintrag/"))
    found += faults_of(page, "handed-over")
    page.goto(reverse("desk_post:letter", args=[Letter.objects.get().public_id]))
    assert [*found, *faults_of(page, "letter-without-a-server")] == []


def test_what_was_sent_in_is_clean_before_and_after_it_is_taken_over(open_page, manager, landscape, cafe):
    sent = {"cost": "paid", "languages": ["de", "tr"], "times": "jetzt donnerstags 16 bis 18 Uhr"}
    receive.submit(OFFER, sent, about=cafe.public_id)
    page = open_page(manager)
    page.goto(reverse("desk_inbox:submission", args=[Submission.objects.get().public_id]))
    found = faults_of(page, "submission")
    page.get_by_role("button", name="Alles andere übernehmen").click()
    expect(page.get_by_role("link", name="Jetzt bearbeiten")).to_be_visible()
    found += faults_of(page, "submission-by-hand")
    for name, args in (("desk_inbox:submissions", []), ("desk_landscape:offer", [cafe.public_id])):
        page.goto(reverse(name, args=args))
        found += faults_of(page, name)
    assert found == []

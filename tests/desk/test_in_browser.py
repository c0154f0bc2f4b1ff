"""The desk in a real browser: the whole story by keyboard, and every page looked at by axe."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from ratslinde.accounts.models import User
from ratslinde.council.adoption.actions import adopt
from ratslinde.council.adoption.models import Source
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Location
from ratslinde.council.meetings.actions import add_item, attach_to_meeting, draft_meeting, edit_item
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.kernel import clock
from tests.browsing import faults
from tests.council.test_story import SESSION
from tests.desk.conftest import accept_everything, at_desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def open_page(chromium, live_server):
    """A page for somebody at the desk; anything the browser complains about fails the test."""
    complaints: list[str] = []
    contexts = []

    def opened(user: User, *, width: int = 1280, **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, base_url=live_server.url, locale="de-DE", **options
        )
        cookie = at_desk(user).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def until(page, condition: str) -> None:
    """Wait for a JavaScript condition; Playwright's own way would need what the content policy forbids."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def order() -> list[str]:
    return list(AgendaItem.objects.values_list("title", flat=True))


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    meeting = draft_meeting(clerk, body, organization=council, start=clock.at(datetime.date(2027, 3, 18), 17))
    for title in ("Eins", "Zwei", "Drei"):
        add_item(clerk, meeting, title=title)
    return meeting


def test_a_session_goes_from_the_file_to_the_public_page_by_keyboard(
    open_page, clerk, body, council, office, tmp_path
):
    file = tmp_path / "sitzung.txt"
    file.write_text(SESSION)
    page = open_page(clerk)
    page.goto("/schreibtisch/einlesen/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Einlesen").press("Enter")
    page.get_by_role("link", name="Zur ersten offenen Angabe").press("Enter")
    for _ in range(60):
        if page.locator("#fortschritt").get_by_text("sind geprüft").count():
            break
        assert page.locator(".source-marked").count() > 0
        before = page.locator("#fortschritt").inner_text()
        page.keyboard.press("Enter")
        until(page, f"document.getElementById('fortschritt').innerText !== {json.dumps(before)}")
        until(page, "document.activeElement !== document.body")
    assert "Weiter zum Veröffentlichen" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    page.wait_for_url("**/veroeffentlichen/**")
    assert not Meeting.objects.get().unchecked
    page.get_by_role("button", name="Jetzt veröffentlichen").press("Enter")
    page.get_by_role("link", name="Die öffentliche Seite ansehen").press("Enter")
    page.wait_for_url("**/sitzungen/**")
    page.wait_for_load_state()
    assert "Beschluss über eine Bank unter der Linde" in page.locator("main").inner_text()


def test_a_value_is_changed_without_leaving_the_keyboard(open_page, source, clerk):
    page = open_page(clerk)
    page.goto(reverse("desk:source", args=[source.public_id]))
    meeting = Meeting.objects.get()
    value = page.locator(f"#wert-{meeting.public_id}-issuer")
    value.get_by_role("button", name=re.compile("^Stimmt")).focus()
    page.keyboard.press("b")
    page.keyboard.press("Control+a")
    page.keyboard.type("Alma Muster")
    page.keyboard.press("Control+Enter")
    value.get_by_text("geprüft").wait_for()
    meeting.refresh_from_db()
    assert meeting.issuer == "Alma Muster"


def test_escape_closes_the_change_and_gives_the_focus_back(open_page, source, clerk):
    page = open_page(clerk)
    page.goto(reverse("desk:source", args=[source.public_id]))
    value = page.locator(f"#wert-{Meeting.objects.get().public_id}-issuer")
    value.get_by_role("button", name=re.compile("^Stimmt")).focus()
    page.keyboard.press("b")
    page.keyboard.press("Escape")
    assert value.locator("details").get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_focused_value_is_marked_in_the_source_and_scrolled_to(open_page, source, clerk):
    page = open_page(clerk)
    page.goto(reverse("desk:source", args=[source.public_id]))
    paper = Paper.objects.get()
    page.locator(f"#wert-{paper.public_id}-financing").get_by_role(
        "button", name=re.compile("^Stimmt")
    ).focus()
    marked = page.locator(".source-marked")
    assert "Die Mittel stehen bereit." in marked.all_inner_texts()
    line, pane = marked.first.bounding_box(), page.locator("#quelle").bounding_box()
    assert pane["y"] <= line["y"] <= pane["y"] + pane["height"] - line["height"]


def seen(page, element) -> bool:
    """Whether an element stands wholly below what sticks to the top and above the end of the window."""
    box, above = element.bounding_box(), page.locator("#fortschritt").bounding_box()
    return box["y"] >= above["y"] + above["height"] - 1 and box["y"] + box["height"] <= 900 + 1


@pytest.mark.parametrize("paragraphs", [12, 60])
def test_the_end_of_a_long_text_is_seen_before_enter_accepts_it(
    open_page, clerk, body, council, office, paragraphs
):
    long = "\n\n".join(f"Absatz {number}: {'Die Linde wirft Schatten. ' * 8}" for number in range(paragraphs))
    adopt(clerk, body, name="lang.txt", data=SESSION.replace("Migrant*innen", f"{long}\n\nEnde").encode())
    paper, source = Paper.objects.get(), Source.objects.get()
    page = open_page(clerk)
    page.goto(reverse("desk:source", args=[source.public_id]))
    value = page.locator(f"#wert-{paper.public_id}-explanation")
    button = value.get_by_role("button", name=re.compile("^Stimmt"))
    page.locator(f"#wert-{paper.public_id}-financing").get_by_role(
        "button", name=re.compile("^Stimmt")
    ).focus()
    page.keyboard.press("n")
    expect(button).to_be_focused()
    text = value.locator(".value-text").bounding_box()
    assert button.bounding_box()["y"] >= text["y"] + text["height"] - 1
    assert seen(page, button)
    assert text["y"] + text["height"] <= 900
    page.keyboard.press("Enter")
    value.get_by_text("geprüft").wait_for()


def test_a_value_that_fits_into_the_window_is_seen_from_its_beginning(open_page, source, clerk):
    page = open_page(clerk)
    page.goto(reverse("desk:source", args=[source.public_id]))
    page.set_viewport_size({"width": 1280, "height": 900})
    for value in page.locator(".value:has(.value-accept)").all():
        value.get_by_role("button", name=re.compile("^Stimmt")).focus()
        assert seen(page, value)


def test_a_missing_hour_is_typed_in_on_the_way(open_page, clerk, body, council, office):
    adopt(clerk, body, name="ohne.txt", data=SESSION.replace("Beginn: 17:30 Uhr\n\n", "").encode())
    meeting, source = Meeting.objects.get(), Source.objects.get()
    page = open_page(clerk)
    page.goto(reverse("desk:source", args=[source.public_id]))
    box = page.locator(f"#wert-{meeting.public_id}-start input[type=datetime-local]")
    page.get_by_role("link", name="Zur ersten offenen Angabe").press("Enter")
    for _ in range(10):
        if box.evaluate("each => each === document.activeElement"):
            break
        page.keyboard.press("n")
    expect(box).to_be_focused()
    box.fill("2025-05-14T18:00")
    page.keyboard.press("Control+Enter")
    page.locator(f"#wert-{meeting.public_id}-start").get_by_text("geprüft").wait_for()
    meeting.refresh_from_db()
    assert clock.town_time(meeting.start).hour == 18


def test_the_tick_at_a_contact_keeps_the_focus_and_says_what_it_did(open_page, source, clerk):
    paper = Paper.objects.get()
    page = open_page(clerk)
    page.goto(reverse("desk:source", args=[source.public_id]))
    value = page.locator(f"#wert-{paper.public_id}-contact_name")
    value.get_by_text("bleibt intern").wait_for()
    value.get_by_role("checkbox").press("Space")
    value.get_by_text("wird öffentlich").wait_for()
    expect(value.get_by_role("checkbox")).to_be_focused()
    assert faults(page) == []
    paper.refresh_from_db()
    assert paper.contact_public


def test_an_item_moves_by_keyboard_and_the_focus_stays_with_it(open_page, meeting, clerk):
    page = open_page(clerk)
    page.goto(reverse("desk:meeting", args=[meeting.public_id]))
    page.get_by_role("button", name="TOP 3 nach oben").press("Enter")
    until(page, "document.querySelector('.agenda-line:nth-child(2) .agenda-title').innerText === 'Drei'")
    assert order() == ["Eins", "Drei", "Zwei"]
    until(page, "document.activeElement.innerText.trim() === 'TOP 3 nach oben'")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.agenda-line .agenda-title').innerText === 'Drei'")
    page.get_by_text("Jetzt an Stelle 1 von 3.").first.wait_for(state="attached")
    until(page, "document.activeElement.innerText.trim() === 'TOP 3 nach unten'")


def test_who_only_reads_the_agenda_has_the_whole_line_for_its_titles(open_page, meeting, reader):
    page = open_page(reader)
    page.goto(reverse("desk:meeting", args=[meeting.public_id]))
    title = page.locator(".agenda-title").first
    expect(title).to_be_visible()
    assert title.bounding_box()["width"] > 800


def test_an_item_moves_by_dragging_its_grip(open_page, meeting, clerk):
    page = open_page(clerk)
    page.goto(reverse("desk:meeting", args=[meeting.public_id]))
    grip = page.locator("[data-grip]").nth(2).bounding_box()
    target = page.locator(".agenda-line").first.bounding_box()
    page.mouse.move(grip["x"] + 5, grip["y"] + 5)
    page.mouse.down()
    page.mouse.move(grip["x"] + 5, target["y"] + 2, steps=8)
    with page.expect_response("**/ordnen/"):
        page.mouse.up()
    assert order() == ["Drei", "Eins", "Zwei"]


def test_checking_and_ordering_work_without_javascript(open_page, source, clerk):
    page = open_page(clerk, java_script_enabled=False)
    page.goto(reverse("desk:source", args=[source.public_id]))
    meeting = Meeting.objects.get()
    page.locator(f"#wert-{meeting.public_id}-issuer").get_by_role(
        "button", name=re.compile("^Stimmt")
    ).click()
    page.wait_for_load_state()
    assert page.locator("#fortschritt strong").inner_text().startswith("1 von")
    page.locator(f"#wert-{meeting.public_id}-issuer summary").click()
    page.locator(f"#wert-{meeting.public_id}-issuer input[type=text]").fill("Alma Muster")
    page.locator(f"#wert-{meeting.public_id}-issuer").get_by_role("button", name="Übernehmen").click()
    meeting.refresh_from_db()
    assert meeting.issuer == "Alma Muster"
    page.goto(reverse("desk:meeting", args=[meeting.public_id]))
    page.get_by_role("button", name="TOP 2 nach oben").click()
    assert order()[0] == "Beschluss über eine Bank unter der Linde"


def test_typed_text_is_not_lost_to_a_wrong_click_and_errors_get_the_focus(open_page, meeting, clerk):
    page = open_page(clerk)
    page.goto(reverse("desk:edit_meeting", args=[meeting.public_id]))
    page.locator("#id_end").fill("2020-01-01T10:00")
    page.get_by_role("button", name="Speichern").press("Enter")
    until(page, "document.activeElement?.matches('.alert-danger')")
    page.get_by_role("link", name="Ende", exact=True).press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_end"


def test_axe_finds_nothing_on_any_page_and_nothing_runs_over(
    open_page, source, clerk, administrator, body, council, office
):
    accept_everything(clerk, source)
    publish_session(clerk, Meeting.objects.get())
    meeting, paper = Meeting.objects.get(), Paper.objects.get()
    item = meeting.items.last()
    edit_item(
        clerk,
        item,
        changes={"title": "Beschluss über zwei Bänke", "votes_yes": 9, "votes_no": 0},
        revision=item.revision,
    )
    add_item(clerk, meeting, title="Grundstück", public=False, public_title="Grundstückssache")
    attach_to_meeting(clerk, meeting, name="Lageplan", file_name="plan.txt", data=b"Plan", public=True)
    person = bodies.add_person(clerk, body, family_name="Beispiel", given_name="Alma")
    member = bodies.add_membership(clerk, person, organization=council, role="Vorsitz")
    bodies.publish_person(clerk, person)
    bodies.withdraw_person(clerk, person, reason="Antrag")
    term = bodies.add_term(administrator, body, name="10. Wahlperiode", start=council.start, end=None)
    fresh = open_page(administrator)
    names = {
        "start": [], "sources": [], "source": [source.public_id], "discard_source": [source.public_id],
        "publish": ["sitzung", meeting.public_id],
        "withdraw": ["vorlage", paper.public_id], "meetings": [], "new_meeting": [], "meeting": [meeting.public_id],
        "edit_meeting": [meeting.public_id], "item": [meeting.public_id, item.public_id], "papers": [],
        "paper": [paper.public_id], "edit_paper": [paper.public_id], "organizations": [],
        "organization": [council.public_id], "edit_organization": [council.public_id],
        "add_member": [council.public_id], "edit_member": [member.public_id], "locations": [],
        "location": [Location.objects.get().public_id], "people": [], "person": [person.public_id], "town": [],
        "edit_town": [], "term": [term.public_id], "erase_person": [person.public_id],
    }  # fmt: skip
    found = {}
    for name, arguments in names.items():
        fresh.goto(reverse(f"desk:{name}", args=arguments))
        if wrong := faults(fresh):
            found[name] = wrong
    assert found == {}


def test_the_check_view_of_open_values_is_clean_too(open_page, source, clerk):
    page = open_page(clerk)
    page.goto(reverse("desk:source", args=[source.public_id]))
    assert faults(page) == []

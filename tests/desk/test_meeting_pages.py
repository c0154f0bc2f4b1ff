"""Meetings and their agenda at the desk."""

from __future__ import annotations

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ratslinde.council.meetings.actions import (
    add_item,
    attach_to_meeting,
    choose_invitation,
    draft_meeting,
    edit_item,
    publish_meeting,
)
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import add_consultation, draft_paper, put_on_agenda
from ratslinde.council.papers.models import Paper
from ratslinde.kernel import clock
from tests.desk.conftest import accept_everything, at_desk
from tests.desk.filling import fill

AT_FIVE = clock.at(datetime.date(2026, 3, 18), 17)


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    meeting = draft_meeting(clerk, body, organization=council, start=AT_FIVE)
    for title in ("Eins", "Zwei", "Drei"):
        add_item(clerk, meeting, title=title)
    add_item(clerk, meeting, title="Geheim", public=False)
    return meeting


def page(meeting: Meeting, name: str = "meeting", *more: str) -> str:
    return reverse(f"desk:{name}", args=[meeting.public_id, *more])


def titles(meeting: Meeting) -> list[str]:
    return list(AgendaItem.objects.filter(meeting=meeting).values_list("title", flat=True))


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_a_meeting_is_drafted_with_its_joint_body(desk, council, clerk, body):
    from ratslinde.council.bodies.actions import add_organization

    other = add_organization(clerk, body, name="Jugendrat", organization_type="Gremium")
    answer = fill(
        desk,
        reverse("desk:new_meeting"),
        organization=council.pk,
        start="2026-03-18T17:00",
        joint_with=[other.pk],
    )
    meeting = Meeting.objects.get()
    assert answer["Location"] == page(meeting)
    assert (clock.town_time(meeting.start).hour, meeting.joint_with.get()) == (17, other)


def test_the_page_shows_the_name_that_the_body_had_on_the_day(desk, clerk, body, council):
    draft_meeting(clerk, body, organization=council, start=clock.at(datetime.date(2025, 5, 14), 17))
    text = desk.get(reverse("desk:meetings")).content.decode()
    assert ">Integrationsrat</a>" in text


def test_the_list_is_searched_and_filtered(desk, meeting, clerk, body, council):
    other = draft_meeting(clerk, body, organization=council, start=clock.at(datetime.date(2024, 1, 1), 10))

    def found(**query):
        return desk.get(reverse("desk:meetings"), query).context["meetings"]

    assert found() == [meeting, other]
    assert found(q="Zwei") == [meeting]
    assert found(jahr="2024") == [other]
    assert found(gremium=council.public_id) == [meeting, other]
    assert found(stand="published") == []
    assert found(jahr="zweitausend", seite="-1") == [meeting, other]


def test_lists_need_the_same_number_of_queries_for_one_and_three_rows(desk, clerk, body, council, office):
    addresses = [
        reverse(f"desk:{name}")
        for name in ("meetings", "papers", "people", "organizations", "locations", "sources")
    ]

    def one_more(number: int) -> None:
        from ratslinde.council.bodies import actions as bodies

        draft_meeting(clerk, body, organization=council, start=AT_FIVE + datetime.timedelta(days=number))
        draft_paper(clerk, office, body=body, title=f"Vorlage {number}")
        person = bodies.add_person(clerk, body, family_name=f"Muster {number}")
        bodies.add_membership(clerk, person, organization=council)
        bodies.add_location(clerk, body, description=f"Haus {number}")

    one_more(1)
    few = [queries_of(desk, address) for address in addresses]
    one_more(2)
    one_more(3)
    assert [queries_of(desk, address) for address in addresses] == few


def test_a_meeting_needs_the_same_number_of_queries_for_few_and_many_items(desk, meeting, clerk):
    few = queries_of(desk, page(meeting))
    for number in range(5):
        add_item(clerk, meeting, title=f"Noch {number}")
    assert queries_of(desk, page(meeting)) == few


def stand(meeting: Meeting) -> int:
    """The revision that the page has in its hidden field."""
    return Meeting.objects.get(pk=meeting.pk).revision


def test_an_item_is_moved_with_buttons_within_its_part(desk, meeting):
    for title in ("Zwei", "Geheim"):
        item = meeting.items.get(title=title)
        data = {"bewegt": f"{item.public_id}:hoch", "revision": stand(meeting)}
        answer = desk.post(page(meeting, "order_items"), data)
        assert answer["Location"] == f"{page(meeting)}#top-{item.public_id}"
        assert titles(meeting) == ["Zwei", "Eins", "Drei", "Geheim"]


@pytest.mark.parametrize(
    "sent",
    [
        {"bewegt": "y", "revision": "1"},
        {"bewegt": "y:hoch", "revision": "1"},
        {"bewegt": "{item}:seitwärts", "revision": "1"},
        {"bewegt": "{item}:hoch:runter", "revision": "1"},
        {"bewegt": "{item}:hoch", "revision": "x"},
        {"bewegt": "{item}:hoch", "revision": "-1"},
        {"bewegt": "{item}:hoch", "revision": "9" * 5000},
        {"bewegt": "{item}:hoch", "revision": "7"},
        {"bewegt": "{item}:hoch"},
        {"revision": "1"},
        {"punkt": "{item}", "revision": "1"},
    ],
)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_an_order_that_makes_no_sense_is_told_and_changes_nothing(desk, meeting, sent, headers):
    item = meeting.items.get(title="Zwei").public_id
    data = {name: value.replace("{item}", item) for name, value in sent.items()}
    answer = desk.post(page(meeting, "order_items"), data, headers=headers, follow=True)
    assert answer.status_code == 200
    assert "Die Tagesordnung hat sich inzwischen geändert." in answer.content.decode()
    assert titles(meeting) == ["Eins", "Zwei", "Drei", "Geheim"]


@pytest.mark.parametrize("revision", ["1", "x", ""])
def test_a_page_that_is_old_does_not_number_anew(desk, meeting, revision):
    order = list(meeting.items.order_by("-position").values_list("public_id", flat=True))
    desk.post(page(meeting, "order_items"), {"punkt": order, "revision": stand(meeting)})
    answer = desk.post(page(meeting, "number_items"), {"revision": revision}, follow=True)
    assert "Die Tagesordnung hat sich inzwischen geändert." in answer.content.decode()
    assert list(meeting.items.values_list("number", flat=True)) == ["1", "3", "2", "1"]
    text = desk.get(page(meeting)).content.decode()
    form = text.split("/nummerieren/")[1].split("</form>")[0]
    assert f'name="revision" value="{stand(meeting)}"' in form


def test_dragging_sends_the_whole_order_and_says_it(desk, meeting):
    order = list(meeting.items.order_by("-position").values_list("public_id", flat=True))
    meeting.refresh_from_db()
    data = {"punkt": order, "revision": meeting.revision}
    answer = desk.post(page(meeting, "order_items"), data, headers={"HX-Request": "true"})
    assert titles(meeting) == ["Geheim", "Drei", "Zwei", "Eins"]
    assert "Neu geordnet." in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_ordering_on_an_old_page_is_told_and_changes_nothing(desk, meeting, clerk):
    order = list(meeting.items.order_by("-position").values_list("public_id", flat=True))
    add_item(clerk, meeting, title="Vier")
    answer = desk.post(
        page(meeting, "order_items"), {"punkt": order, "revision": 1}, headers={"HX-Request": "true"}
    )
    assert "inzwischen geändert" in answer.content.decode()
    assert titles(meeting)[0] == "Eins"


def test_items_are_added_numbered_and_taken_off(desk, meeting):
    desk.post(page(meeting, "add_item"), {"neu-title": "Vier\r\nund mehr", "neu-public": "on"})
    four = meeting.items.get(title="Vier und mehr")
    assert four.number == "4"
    desk.post(page(meeting, "remove_item", meeting.items.get(title="Eins").public_id))
    desk.post(page(meeting, "number_items"), {"revision": stand(meeting)})
    assert list(meeting.items.values_list("number", flat=True)) == ["1", "2", "1", "3"]


def test_an_item_without_a_title_is_refused_at_its_field(desk, meeting):
    answer = desk.post(page(meeting, "add_item"), {"neu-title": " ", "neu-public": "on"})
    assert answer.context["item_form"].errors["title"]
    assert len(titles(meeting)) == 4


def test_an_announced_item_that_is_taken_off_stays_with_its_reason(desk, meeting, clerk):
    publish_meeting(clerk, meeting)
    one = meeting.items.get(title="Eins")
    desk.post(page(meeting, "remove_item", one.public_id), {"reason": "Vertagt"})
    one.refresh_from_db()
    assert (one.removed, one.removed_reason) == (True, "Vertagt")
    answer = desk.post(page(meeting, "number_items"), {"revision": stand(meeting)}, follow=True)
    assert "behalten die Punkte ihre Nummern" in answer.content.decode()


def test_result_decision_and_vote_are_entered_per_item(desk, meeting):
    two = meeting.items.get(title="Zwei")
    fill(
        desk,
        page(meeting, "item", two.public_id),
        result="beschlossen",
        decision_text="Es wird gepflanzt.",
        votes_yes="9",
        votes_no="0",
    )
    text = desk.get(page(meeting)).content.decode()
    assert "9 Ja, 0 Nein" in text
    two.refresh_from_db()
    assert two.decision_text == "Es wird gepflanzt."


def test_a_vote_on_an_item_that_was_taken_off_is_refused(desk, meeting):
    two = meeting.items.get(title="Zwei")
    answer = fill(desk, page(meeting, "item", two.public_id), removed="on", votes_yes="9")
    assert "nicht abgestimmt" in str(answer.context["form"].errors["removed"])


def test_the_checks_are_shown_with_level_and_source(desk, meeting):
    text = desk.get(page(meeting)).content.decode()
    assert "hat keinen neutralen Titel" in text
    assert "Hinweis; § 48 Abs. 1 GO NRW, LT-Drs. 17/12161" in text


def test_a_paper_that_waits_is_put_on_the_agenda_and_taken_off_again(desk, meeting, clerk, office, body):
    paper = draft_paper(clerk, office, body=body, title="Bank unter der Linde")
    two = meeting.items.get(title="Zwei")
    desk.post(page(meeting, "put_on"), {"vorlage-paper": paper.public_id, "vorlage-item": two.public_id})
    step = paper.consultations.get()
    assert (step.agenda_item, step.meeting) == (two, meeting)
    assert "Bank unter der Linde" in desk.get(page(meeting)).content.decode()
    desk.post(page(meeting, "take_off", step.public_id))
    step.refresh_from_db()
    assert step.agenda_item is None


def test_a_paper_that_names_the_session_is_offered_first_though_it_stands_on_another_agenda(
    desk, meeting, clerk, office, body, council
):
    waiting = draft_paper(clerk, office, body=body, title="Wartet")
    paper = draft_paper(clerk, office, body=body, title="Bank unter der Linde")
    earlier = draft_meeting(
        clerk, body, organization=council, start=meeting.start - datetime.timedelta(days=30)
    )
    put_on_agenda(clerk, paper, meeting=earlier)
    day = clock.town_time(meeting.start).date()
    add_consultation(clerk, paper, organization=meeting.organization, date=day)
    assert list(desk.get(page(meeting)).context["put_on"].papers.values()) == [paper, waiting]
    two = meeting.items.get(title="Zwei")
    desk.post(page(meeting, "put_on"), {"vorlage-paper": paper.public_id, "vorlage-item": two.public_id})
    assert [step.agenda_item.meeting for step in paper.consultations.all()] == [earlier, meeting]


def test_a_paper_can_become_a_new_item(desk, meeting, clerk, office, body):
    paper = draft_paper(clerk, office, body=body, title="Bank unter der Linde")
    desk.post(page(meeting, "put_on"), {"vorlage-paper": paper.public_id, "vorlage-item": ""})
    assert "Bank unter der Linde" in titles(meeting)


def test_a_document_stays_inside_unless_the_tick_is_set(desk, meeting):
    def add(kind: str, row: str, **more: str) -> None:
        upload = SimpleUploadedFile("plan.txt", f"Plan {kind}".encode())
        address = reverse("desk:add_document", args=[kind, row])
        assert desk.post(address, {"datei-file": upload, **more}).status_code == 302

    add("sitzung", meeting.public_id)
    add("niederschrift", meeting.public_id, **{"datei-public": "on", "datei-name": "Niederschrift"})
    add("top", meeting.items.first().public_id)
    meeting.refresh_from_db()
    assert not meeting.documents.get().public
    assert (meeting.minutes.name, meeting.minutes.public) == ("Niederschrift", True)
    assert meeting.items.first().documents.count() == 1


def test_the_documents_that_publishing_printed_are_listed_and_not_removed_here(desk, meeting, clerk):
    assert "Noch keine Dokumente." in desk.get(page(meeting)).content.decode()
    Meeting.objects.update(issued_on=datetime.date(2026, 3, 8))
    publish_meeting(clerk, Meeting.objects.get())
    printed = Meeting.objects.get()
    text = desk.get(page(meeting)).content.decode()
    section = text.split('id="dokumente"')[1].split("<h3>Niederschrift")[0]
    assert "Noch keine Dokumente." not in section
    for document in (printed.announcement, printed.agenda_document):
        assert reverse("desk:document", args=[document.public_id]) in section
        assert document.name in section
        assert reverse("desk:remove_document", args=[document.public_id]) not in section
    assert section.count("veröffentlicht") >= 2


def test_an_attachment_can_be_called_the_invitation_and_no_longer(desk, meeting, clerk):
    Meeting.objects.update(issued_on=datetime.date(2026, 3, 8))
    publish_meeting(clerk, Meeting.objects.get())
    add = reverse("desk:add_document", args=["sitzung", meeting.public_id])
    desk.post(add, {"datei-file": SimpleUploadedFile("brief.txt", b"Liebe Mitglieder"), "datei-public": "on"})
    letter, choose = meeting.documents.get(), reverse("desk:choose_invitation", args=[meeting.public_id])
    assert "gilt als Einladung" in desk.get(page(meeting)).content.decode()
    text = desk.post(choose, {"dokument": letter.public_id}, follow=True).content.decode()
    assert "Das ist die Einladung." in text
    assert "Nicht mehr als Einladung" in text
    assert "gilt als Einladung" not in text
    assert Meeting.objects.get().invitation == letter
    assert "Als Einladung kennzeichnen" in desk.post(choose, follow=True).content.decode()
    assert Meeting.objects.get().invitation is None


def test_a_reader_is_not_asked_what_the_invitation_is(meeting, clerk, reader):
    document = attach_to_meeting(clerk, meeting, name="Brief", file_name="brief.txt", data=b"Brief")
    choose_invitation(clerk, Meeting.objects.get(), document=document)
    browser, choose = at_desk(reader), reverse("desk:choose_invitation", args=[meeting.public_id])
    text = browser.get(page(meeting)).content.decode()
    assert "Einladung</span>" in text
    assert choose not in text
    assert browser.post(choose).status_code == 403
    assert Meeting.objects.get().invitation == document


def test_a_file_of_another_kind_is_refused_at_the_field(desk, meeting):
    address = reverse("desk:add_document", args=["sitzung", meeting.public_id])
    answer = desk.post(address, {"datei-file": SimpleUploadedFile("plan.exe", b"MZ")})
    assert "nicht angenommen" in str(answer.context["upload"].errors["file"])


def test_a_public_document_is_released_back_before_it_is_removed(desk, meeting, clerk):
    document = attach_to_meeting(clerk, meeting, name="Plan", file_name="plan.txt", data=b"Plan", public=True)
    publish_meeting(clerk, meeting)
    remove = reverse("desk:remove_document", args=[document.public_id])
    assert "zuerst" in desk.post(remove, follow=True).content.decode()
    fill(desk, reverse("desk:edit_document", args=[document.public_id]), public=None)
    publish_meeting(clerk, Meeting.objects.get(pk=meeting.pk))
    desk.post(remove)
    assert not meeting.documents.exists()


def test_a_text_document_is_saved_and_not_shown_by_the_browser(desk, meeting, clerk):
    document = attach_to_meeting(
        clerk, meeting, name="Plan", file_name="plan.txt", data=b"<script>1</script>"
    )
    answer = desk.get(reverse("desk:document", args=[document.public_id]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_the_history_says_who_did_what(desk, meeting, clerk):
    two = meeting.items.get(title="Zwei")
    edit_item(clerk, two, changes={"result": "beschlossen"}, revision=two.revision)
    text = desk.get(page(meeting)).content.decode()
    assert "Tagesordnung geändert: Ergebnis" in text
    assert ">clerk</td>" in text


def test_an_unknown_meeting_does_not_exist(desk, body):
    assert desk.get(reverse("desk:meeting", args=["gibtesnicht"])).status_code == 404


def test_a_session_that_was_read_shows_its_papers_with_their_tie(desk, source, clerk):
    meeting = Meeting.objects.get()
    assert "Zuordnung bitte prüfen" in desk.get(page(meeting)).content.decode()
    accept_everything(clerk, source)
    text = desk.get(page(meeting)).content.decode()
    assert "Zuordnung bitte prüfen" not in text
    assert reverse("desk:paper", args=[Paper.objects.get().public_id]) in text

"""Files of meetings, items and papers: added inside, public only when somebody says so, never public alone."""

from __future__ import annotations

import datetime
import hashlib

import pytest

from ratslinde.council.documents.actions import edit_document
from ratslinde.council.meetings import actions as meetings
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers.queries import readable_document
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.record.models import Published
from ratslinde.record.search import search
from ratslinde.site.serving.working import work_all
from ratslinde.verbs.rows import Publication

FILE = {"name": "Plan", "file_name": "plan.txt", "data": b"Plan"}


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    start = clock.at(datetime.date(2026, 3, 18), 17)
    meeting = meetings.draft_meeting(clerk, body, organization=council, start=start)
    meetings.add_item(clerk, meeting, title="Bank unter der Linde")
    return meeting


def public_files() -> set[str]:
    return set(Published.objects.filter(kind="file", deleted=False).values_list("title", flat=True))


def test_files_of_a_meeting_and_its_items_stay_inside_without_the_tick(clerk, meeting):
    meetings.attach_to_meeting(clerk, meeting, **FILE)
    meetings.attach_to_item(
        clerk, meeting.items.get(), **{**FILE, "name": "Skizze", "data": b"Skizze"}, public=True
    )
    meetings.publish_meeting(clerk, meeting)
    assert "Skizze" in public_files()
    assert "Plan" not in public_files()


def test_new_minutes_take_the_place_of_the_old_ones_for_the_public_too(clerk, meeting):
    meetings.attach_minutes(clerk, meeting, **{**FILE, "name": "Erste Fassung"}, public=True)
    meetings.publish_meeting(clerk, Meeting.objects.get())
    meetings.attach_minutes(
        clerk, Meeting.objects.get(), **{**FILE, "name": "Zweite Fassung", "data": b"2"}, public=True
    )
    meetings.publish_meeting(clerk, Meeting.objects.get())
    assert "Zweite Fassung" in public_files()
    assert "Erste Fassung" not in public_files()
    assert Meeting.objects.get().documents.get().name == "Erste Fassung"


def test_a_public_file_is_taken_back_before_it_is_taken_off(clerk, meeting):
    document = meetings.attach_to_meeting(clerk, meeting, **FILE, public=True)
    meetings.publish_meeting(clerk, meeting)
    document.refresh_from_db()
    with pytest.raises(Refused, match="zuerst"):
        meetings.detach(clerk, meeting, document=document)
    document = edit_document(clerk, document, changes={"public": False}, revision=document.revision)
    meetings.publish_meeting(clerk, Meeting.objects.get())
    document.refresh_from_db()
    assert document.publication == Publication.WITHDRAWN
    meetings.detach(clerk, meeting, document=document)
    assert not meeting.documents.exists()


def test_an_attachment_is_taken_off_its_paper(clerk, office, body):
    paper = papers.draft_paper(clerk, office, body=body, title="Bank")
    document = papers.attach(clerk, paper, **FILE)
    papers.detach(clerk, paper, document=document)
    assert not paper.attachments.exists()


def test_a_document_is_read_by_those_who_may_read_what_holds_it(
    clerk, reader, department, office, body, meeting
):
    own = papers.attach(clerk, papers.draft_paper(clerk, office, body=body, title="Eigene"), **FILE)
    inside = meetings.attach_to_meeting(clerk, meeting, **{**FILE, "data": b"Innen"})
    assert readable_document(department, own.public_id) == own
    assert readable_document(reader, inside.public_id) == inside
    with pytest.raises(Forbidden):
        readable_document(department, inside.public_id)


def test_a_department_adds_nothing_to_a_meeting(department, meeting):
    with pytest.raises(Forbidden):
        meetings.attach_to_meeting(department, meeting, **FILE)


@pytest.mark.parametrize(
    ("data", "written"),
    [("Bäume".encode(), "utf-8"), ("Bäume".encode("cp1252"), "windows-1252"), ("Bäume".encode("utf-16"), "utf-16")],
)  # fmt: skip
def test_a_text_file_says_how_its_letters_are_written_and_is_sent_like_that(
    client, clerk, meeting, data, written
):
    document = meetings.attach_to_meeting(clerk, meeting, **{**FILE, "data": data}, public=True)
    meetings.publish_meeting(clerk, meeting)
    stated = client.get(f"/oparl/v1.1/file/{document.public_id}").json()
    sent = client.get(stated["accessUrl"])
    assert sent.headers["Content-Type"] == stated["mimeType"] == f"text/plain; charset={written}"
    assert b"".join(sent.streaming_content).decode(written) == "Bäume"


def test_a_text_with_a_byte_order_mark_is_sent_as_it_was_given_since_its_checksum_is_public(
    client, clerk, meeting
):
    data = "Bäume".encode("utf-8-sig")
    document = meetings.attach_to_meeting(clerk, meeting, **{**FILE, "data": data}, public=True)
    meetings.publish_meeting(clerk, meeting)
    stated = client.get(f"/oparl/v1.1/file/{document.public_id}").json()
    sent = b"".join(client.get(stated["downloadUrl"]).streaming_content)
    assert (stated["size"], stated["sha512Checksum"]) == (len(data), hashlib.sha512(data).hexdigest())
    assert sent == data
    work_all()
    assert client.get(f"/oparl/v1.1/file/{document.public_id}").json()["text"].strip() == "Bäume"


def test_a_file_without_a_date_is_found_by_the_year_of_what_it_belongs_to(clerk, meeting):
    meetings.attach_to_meeting(clerk, meeting, **{**FILE, "name": "Lageplan"}, public=True)
    dated = meetings.attach_to_meeting(clerk, meeting, **{**FILE, "name": "Luftbild"}, public=True)
    edit_document(clerk, dated, changes={"date": datetime.date(2024, 5, 1)}, revision=dated.revision)
    meetings.publish_meeting(clerk, meeting)
    work_all()
    assert [hit.title for hit in search("Lageplan", kind="file", year=2026).hits] == ["Lageplan"]
    assert [hit.title for hit in search("Luftbild", kind="file", year=2024).hits] == ["Luftbild"]

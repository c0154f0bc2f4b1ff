"""Which file of a session OParl calls its invitation: the one the desk names, else the printed announcement."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from ratslinde.council.documents.actions import edit_document
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings import actions
from ratslinde.council.meetings.models import Meeting
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record import outlet, rebuilding
from ratslinde.record.models import Published


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    made = actions.draft_meeting(
        clerk,
        body,
        organization=council,
        start=clock.at(clock.today() + datetime.timedelta(days=20), 17),
        issued_on=clock.today(),
        issuer="Amira Sommerfeld",
    )
    actions.add_item(clerk, made, title="Bank unter der Linde")
    return made


def attach(clerk, meeting: Meeting, name: str, *, public: bool = True) -> Document:
    return actions.attach_to_meeting(
        clerk, meeting, name=name, file_name="datei.txt", data=name.encode(), public=public
    )


def invite(clerk, document: Document | None) -> None:
    actions.choose_invitation(clerk, Meeting.objects.get(), document=document)


def publish(clerk) -> dict[str, Any]:
    actions.publish_meeting(clerk, Meeting.objects.get())
    return sent()


def sent() -> dict[str, Any]:
    found = Meeting.objects.get().public_id
    return outlet.by_ids([found])[found].oparl


def invitation_of(found: dict[str, Any]) -> str:
    return found["invitation"]["name"] if "invitation" in found else ""


def others(found: dict[str, Any]) -> list[str]:
    return [each["name"] for each in found.get("auxiliaryFile", [])]


def file_of(document: Document) -> dict[str, Any]:
    return outlet.by_ids([document.public_id])[document.public_id].oparl


def test_the_printed_announcement_is_the_invitation_and_no_other_file_besides(clerk, meeting):
    found = publish(clerk)
    assert invitation_of(found).startswith("Bekanntmachung")
    assert [name.split()[0] for name in others(found)] == ["Tagesordnung"]
    announcement = Meeting.objects.get().announcement
    assert file_of(announcement)["meeting"] == [found["id"]], "standing alone, it does not say whose it is"
    assert "meeting" not in found["invitation"]


def test_without_an_announcement_there_is_no_invitation(clerk, meeting):
    Meeting.objects.update(issued_on=None)
    assert invitation_of(publish(clerk)) == ""


def test_a_file_that_the_desk_calls_the_invitation_is_it_and_the_announcement_stands_with_the_others(
    clerk, meeting
):
    plan, letter = attach(clerk, meeting, "Plan"), attach(clerk, meeting, "Einladungsschreiben")
    invite(clerk, letter)
    found = publish(clerk)
    assert invitation_of(found) == "Einladungsschreiben"
    assert [name.split()[0] for name in others(found)] == ["Bekanntmachung", "Tagesordnung", "Plan"]
    assert file_of(letter)["meeting"] == file_of(plan)["meeting"] == [found["id"]]


def test_an_invitation_that_stays_inside_leaves_the_announcement_in_its_place(clerk, meeting):
    invite(clerk, attach(clerk, meeting, "Persönliches Schreiben", public=False))
    found = publish(clerk)
    assert invitation_of(found).startswith("Bekanntmachung")
    assert "Persönliches" not in str(found)


def test_only_a_file_of_the_session_can_be_its_invitation(clerk, meeting, body, council):
    start = clock.at(clock.today() + datetime.timedelta(days=40), 17)
    other = actions.draft_meeting(clerk, body, organization=council, start=start)
    strange = attach(clerk, other, "Fremd")
    with pytest.raises(Refused, match="Dokumenten der Sitzung"):
        actions.choose_invitation(clerk, meeting, document=strange)


def test_what_is_no_longer_the_invitation_stays_a_file_of_the_session(clerk, meeting, later):
    letter = attach(clerk, meeting, "Einladungsschreiben")
    invite(clerk, letter)
    before = publish(clerk)["modified"]
    invite(clerk, None)
    later(60)
    found = publish(clerk)
    assert invitation_of(found).startswith("Bekanntmachung")
    assert "Einladungsschreiben" in others(found)
    assert found["modified"] > before


def test_an_invitation_that_is_taken_back_leaves_a_tombstone_and_is_named_no_more(clerk, meeting):
    letter = attach(clerk, meeting, "Einladungsschreiben")
    invite(clerk, letter)
    publish(clerk)
    row = Document.objects.get(pk=letter.pk)
    edit_document(clerk, row, changes={"public": False}, revision=row.revision)
    found = publish(clerk)
    assert "Einladungsschreiben" not in str(found)
    assert Published.objects.get(pk=letter.public_id).deleted
    actions.detach(clerk, Meeting.objects.get(), document=Document.objects.get(pk=letter.pk))
    assert Meeting.objects.get().invitation is None


def test_with_the_session_its_invitation_is_taken_back(clerk, meeting):
    letter = attach(clerk, meeting, "Einladungsschreiben")
    invite(clerk, letter)
    publish(clerk)
    actions.withdraw_meeting(clerk, Meeting.objects.get(), reason="Irrtum")
    gone = Published.objects.filter(pk__in=[letter.public_id, Meeting.objects.get().public_id])
    assert [row.deleted for row in gone] == [True, True]


def test_a_changed_invitation_moves_the_session_and_stands_in_the_short_form_too(clerk, meeting, later):
    letter = attach(clerk, meeting, "Einladungsschreiben")
    invite(clerk, letter)
    before = publish(clerk)["modified"]
    row = Document.objects.get(pk=letter.pk)
    edit_document(clerk, row, changes={"name": "Einladung und Anreise"}, revision=row.revision)
    later(60)
    found = publish(clerk)
    assert invitation_of(found) == "Einladung und Anreise"
    assert found["modified"] > before
    short = Published.objects.get(pk=Meeting.objects.get().public_id).omit_internal
    assert "Einladung und Anreise" in short
    assert '"auxiliaryFile"' not in short


@pytest.mark.django_db(transaction=True)
def test_the_record_is_made_anew_as_it_was(clerk, meeting):
    invite(clerk, attach(clerk, meeting, "Einladungsschreiben"))
    found = publish(clerk)
    assert list(rebuilding.deviations()) == []
    Published.objects.update(standalone="{}", embedded="{}")
    rebuilding.rebuild()
    assert sent() == found

"""Two people at one form: the second is told, sees both values, and loses nothing."""

from __future__ import annotations

from django.urls import reverse

from ratslinde.council.meetings.actions import edit_meeting
from ratslinde.council.meetings.models import Meeting
from tests.desk.filling import fill, form_data


def address_of(meeting: Meeting) -> str:
    return reverse("desk:edit_meeting", args=[meeting.public_id])


def test_only_what_was_typed_counts_as_looked_at(desk, source):
    meeting = Meeting.objects.get()
    before = set(meeting.unchecked)
    answer = fill(desk, address_of(meeting), issuer="Alma Muster")
    assert answer.status_code == 302
    meeting.refresh_from_db()
    assert meeting.issuer == "Alma Muster"
    assert set(meeting.unchecked) == before - {"issuer"}


def test_the_second_of_two_people_sees_both_values_and_keeps_the_typing(desk, source, clerk):
    meeting = Meeting.objects.get()
    data = {**form_data(desk.get(address_of(meeting)).context["form"]), "hints": "Meine Hinweise"}
    changes = {"hints": "Ihre Hinweise", "issuer": "Ihr Vorsitz"}
    edit_meeting(clerk, meeting, changes=changes, revision=meeting.revision)
    answer = desk.post(address_of(meeting), data)
    form = answer.context["form"]
    assert "inzwischen jemand anderes geändert" in str(form.non_field_errors())
    assert "Ihre Hinweise" in str(form.errors["hints"])
    assert form["hints"].value() == "Meine Hinweise"
    assert form["issuer"].value() == "Ihr Vorsitz"  # not touched here: what the other one saved is kept
    desk.post(address_of(meeting), form_data(form))
    meeting.refresh_from_db()
    assert (meeting.hints, meeting.issuer) == ("Meine Hinweise", "Ihr Vorsitz")


def test_a_date_and_a_tick_survive_a_conflict(desk, source, clerk):
    meeting = Meeting.objects.get()
    data = {**form_data(desk.get(address_of(meeting)).context["form"]), "issuer": "Ich"}
    changes = {"cancelled": True, "issued_on": None, "end": meeting.start}
    edit_meeting(clerk, meeting, changes=changes, revision=meeting.revision)
    form = desk.post(address_of(meeting), data).context["form"]
    desk.post(address_of(meeting), form_data(form))
    meeting.refresh_from_db()
    assert (meeting.issuer, meeting.cancelled, meeting.issued_on, meeting.end) == (
        "Ich",
        True,
        None,
        meeting.start,
    )


def test_a_refusal_stands_at_its_field_and_keeps_what_was_entered(desk, source):
    meeting = Meeting.objects.get()
    answer = fill(desk, address_of(meeting), end="2025-05-14T09:00", hints="Bleibt stehen")
    form = answer.context["form"]
    assert form.errors["end"] == ["Das Ende liegt vor dem Beginn."]
    assert form["hints"].value() == "Bleibt stehen"
    assert 'aria-invalid="true"' in answer.content.decode()


def test_line_breaks_of_a_browser_are_no_change(desk, source, clerk):
    meeting = Meeting.objects.get()
    edit_meeting(clerk, meeting, changes={"hints": "Eins\nZwei"}, revision=meeting.revision)
    fill(desk, address_of(meeting), hints="Eins\r\nZwei", issuer="Neu")
    meeting.refresh_from_db()
    assert meeting.hints == "Eins\nZwei"


def test_a_title_pasted_over_two_lines_becomes_one(desk, source):
    meeting = Meeting.objects.get()
    item = meeting.items.first()
    fill(desk, reverse("desk:item", args=[meeting.public_id, item.public_id]), title="Anfragen von\r\nallen")
    item.refresh_from_db()
    assert item.title == "Anfragen von allen"


def test_a_broken_mark_of_what_was_seen_is_refused_and_not_a_failure(desk, source):
    meeting = Meeting.objects.get()
    answer = fill(desk, address_of(meeting), seen="[nicht", issuer="Neu")
    assert "neu laden" in str(answer.context["form"].errors["seen"])

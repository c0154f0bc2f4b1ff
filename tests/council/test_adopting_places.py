"""Where a session takes place: house and room are taken over, checked each by itself, published and printed."""

from __future__ import annotations

import pytest

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.actions import accept, adopt, correct
from ratslinde.council.adoption.models import Source
from ratslinde.council.bodies.actions import add_location
from ratslinde.council.bodies.models import Location
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.meetings.previews import obstacles
from ratslinde.council.papers.actions import publish_session
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.record import outlet
from tests.council.reading import words_of
from tests.council.test_adopting_minutes import MINUTES
from tests.council.test_story import SESSION, accept_everything

PLACE = next(line for line in SESSION.splitlines() if line.startswith("Ort: "))
HOUSE = PLACE.removeprefix("Ort: ")
WITH_ROOM = SESSION.replace(PLACE, f"{PLACE}\n\nRaum: Sitzungssaal 2")


@pytest.fixture
def source(clerk, body, council, office) -> Source:
    return adopt(clerk, body, name="sitzung.txt", data=WITH_ROOM.encode())


def put_right(clerk, source: Source, room: str) -> Meeting:
    meeting = Meeting.objects.get()
    correct(clerk, source, subject=meeting.public_id, field="room", value=room, revision=meeting.revision)
    return Meeting.objects.get()


def test_the_room_beside_the_place_is_taken_over_with_its_origin(source):
    meeting = Meeting.objects.get()
    assert meeting.location.room == "Sitzungssaal 2"
    assert "Sitzungssaal" not in meeting.location.description
    origin = source.origins.get(subject=meeting.public_id, field="room")
    assert source.lines[origin.first_line - 1]["text"] == "Raum: Sitzungssaal 2"
    assert {"location", "room"} <= set(meeting.unchecked)


def test_minutes_that_become_a_session_bring_their_room_too(clerk, body, council):
    place = "Ort: Haus der Vereine, Lindenweg 2\nRaum: Empore\nBeginn:"
    adopt(clerk, body, name="n.txt", data=MINUTES.replace("Beginn:", place, 1).encode())
    assert Meeting.objects.get().location.room == "Empore"


def test_a_place_with_the_same_room_is_not_made_a_second_time(clerk, body, council, office):
    parts = rules.place_parts(HOUSE)
    known = add_location(
        clerk, body, description=parts.description, room="Sitzungssaal 2", street_address=parts.street_address,
        postal_code=parts.postal_code, locality=parts.locality,
    )  # fmt: skip
    adopt(clerk, body, name="sitzung.txt", data=WITH_ROOM.encode())
    assert Meeting.objects.get().location == known
    assert Location.objects.count() == 1


def test_another_room_of_the_same_house_is_another_place(clerk, body, council, office):
    parts = rules.place_parts(HOUSE)
    add_location(
        clerk, body, description=parts.description, room="Empore", street_address=parts.street_address
    )
    adopt(clerk, body, name="sitzung.txt", data=WITH_ROOM.encode())
    assert Meeting.objects.get().location.room == "Sitzungssaal 2"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Rathaus, Saal 2, Lindenplatz 1", "Rathaus, Lindenplatz 1, Saal 2", True),
        ("Rathaus (Saal 2), Lindenplatz 1", "Rathaus, Saal 2, Lindenplatz 1", True),
        ("Rathaus, Saal 2, Lindenplatz 1", "Rathaus, Saal 1, Lindenplatz 2", False),
        ("Rathaus, Lindenplatz 1", "Rathaus, Lindenplatz 1, Saal 2", False),
    ],
)
def test_two_places_are_the_same_with_the_room_behind_the_house_or_the_street(left, right, same):
    assert rules.same_place(left, right) is same


def test_an_accepted_room_does_not_accept_the_place(source, clerk):
    meeting = Meeting.objects.get()
    accept(clerk, source, subject=meeting.public_id, fields=["room"])
    assert "room" not in Meeting.objects.get().unchecked
    assert "location" in Meeting.objects.get().unchecked


def test_a_corrected_room_is_looked_at_and_the_place_still_waits(source, clerk):
    meeting = put_right(clerk, source, "Sitzungssaal 3")
    assert meeting.location.room == "Sitzungssaal 3"
    assert "room" not in meeting.unchecked
    assert "location" in meeting.unchecked
    assert source.origins.get(subject=meeting.public_id, field="room").checked_by == clerk
    assert Location.objects.count() == 1, "the room that was misread stays behind as a place"


def test_a_corrected_room_leaves_a_place_that_others_use_as_it_is(clerk, body, council, office):
    parts = rules.place_parts(HOUSE)
    known = add_location(
        clerk, body, description=parts.description, room="Sitzungssaal 2", street_address=parts.street_address,
        postal_code=parts.postal_code, locality=parts.locality, access="Aufzug im Hof",
    )  # fmt: skip
    source = adopt(clerk, body, name="sitzung.txt", data=WITH_ROOM.encode())
    meeting = put_right(clerk, source, "Empore")
    known.refresh_from_db()
    assert known.room == "Sitzungssaal 2"
    assert (meeting.location.room, meeting.location.access) == ("Empore", "Aufzug im Hof")
    assert put_right(clerk, source, "Sitzungssaal 2").location == known


def test_a_room_is_corrected_only_where_there_is_a_place_and_nobody_was_quicker(source, clerk):
    meeting = Meeting.objects.get()
    with pytest.raises(Refused, match="höchstens 100"):
        put_right(clerk, source, "Saal " * 30)
    with pytest.raises(Conflict):
        correct(
            clerk,
            source,
            subject=meeting.public_id,
            field="room",
            value="Empore",
            revision=meeting.revision + 1,
        )
    assert Meeting.objects.get().location.room == "Sitzungssaal 2"
    Meeting.objects.update(location=None)
    with pytest.raises(Refused, match="Ort angeben"):
        put_right(clerk, source, "Empore")


def test_nothing_is_published_before_somebody_looked_at_the_room(source, clerk):
    accept_everything(clerk, source)
    Meeting.objects.update(unchecked=["room"])
    assert "noch nicht geprüft" in " ".join(obstacles(Meeting.objects.get()))


def test_the_room_is_published_and_printed(source, clerk):
    accept_everything(clerk, source)
    publish_session(clerk, Meeting.objects.get())
    meeting = Meeting.objects.get()
    found = outlet.by_ids([meeting.public_id])[meeting.public_id].oparl
    assert found["location"]["room"] == "Sitzungssaal 2"
    for document in (meeting.announcement, meeting.agenda_document):
        assert "Sitzungssaal 2" in words_of(document)

"""Where a session takes place: the house and the room, as they were read or put right."""

from __future__ import annotations

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.drafting import Adoption
from ratslinde.council.adoption.models import Source
from ratslinde.council.bodies.actions import add_location, edit_location
from ratslinde.council.bodies.models import Body, Location
from ratslinde.council.meetings.actions import edit_meeting
from ratslinde.council.meetings.models import Meeting
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean, collapse
from ratslinde.reading import Field
from ratslinde.verbs import Actor
from ratslinde.verbs.rows import Publication

LONGEST_ROOM = 100


def location(adoption: Adoption, place: Field | None, room: Field | None) -> Location | None:
    """The place that is written like this, or a new one; `room` is what the document names beside it."""
    written = _written(place)
    if not written:
        return None
    known = _known(adoption.body, f"{written}, {_written(room)}")
    if known is not None:
        return known
    parts = rules.place_parts(written)
    return add_location(
        adoption.actor,
        adoption.body,
        description=parts.description,
        room=_written(room)[:LONGEST_ROOM],
        street_address=parts.street_address[:200],
        postal_code=parts.postal_code,
        locality=parts.locality[:100],
    )


def move_to_room(actor: Actor, source: Source, meeting: Meeting, *, room: str, revision: int) -> Meeting:
    """The meeting in that room of the same house; whether it is the right house still waits, where it did.

    Raises Refused without a place and for a name that is too long, and Conflict.
    """
    if meeting.location is None:
        raise Refused("Bitte zuerst den Ort angeben.", field="room")
    if len(room) > LONGEST_ROOM:
        raise Refused(f"Bitte kürzen: höchstens {LONGEST_ROOM} Zeichen.", field="room")
    waiting = [name for name in meeting.unchecked if name != "room"]
    place = _in_room(actor, source, meeting.location, collapse(clean(room)))
    moved = edit_meeting(actor, meeting, changes={"location": place}, revision=revision)
    Meeting.objects.filter(pk=moved.pk).update(unchecked=waiting)
    moved.unchecked = waiting
    return moved


def _in_room(actor: Actor, source: Source, place: Location, room: str) -> Location:
    """The place with that room: one that is there, or the one that the source brought, or one more."""
    town = f"{place.postal_code} {place.locality}"
    known = _known(place.body, ", ".join((place.description, room, place.street_address, town)))
    if known is not None:
        return known
    brought = place.publication == Publication.DRAFT and place.created_at >= source.adopted_at
    if brought and place.meetings.count() == 1:
        return edit_location(actor, place, changes={"room": room}, revision=place.revision)
    return add_location(
        actor,
        place.body,
        description=place.description,
        room=room,
        street_address=place.street_address,
        postal_code=place.postal_code,
        locality=place.locality,
        access=place.access,
    )


def _known(body: Body, written: str) -> Location | None:
    places = body.locations.order_by("pk")
    return next((each for each in places if rules.same_place(str(each), written)), None)


def _written(field: Field | None) -> str:
    return collapse(clean(field.value)) if field is not None and isinstance(field.value, str) else ""

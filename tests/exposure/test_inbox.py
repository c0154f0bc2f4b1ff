"""What was sent in comes out of no public address: not by its id, not by what it is about, not by searching for it."""

from __future__ import annotations

from typing import Annotated

import msgspec
import pytest
from django.test import Client

from ratslinde.council.meetings.models import Meeting
from ratslinde.inbox import kinds, receive
from ratslinde.inbox.kinds import CountedKind, Kind, Line
from ratslinde.inbox.models import Counted, Submission
from ratslinde.journal import queue
from ratslinde.portal.answers import local
from ratslinde.record import outlet
from tests.exposure import visiting
from tests.exposure.test_canaries import everything_sent

CANARY, COUNTED = "Eisvogelin7431902", "wiedehopf"


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: Annotated[str, msgspec.Meta(max_length=500)]


@pytest.fixture
def sent_in(built, monkeypatch) -> list[Submission]:
    """A published town, and a note about each of its published objects and about nothing."""
    monkeypatch.setattr(kinds, "_KINDS", dict(kinds._KINDS))
    monkeypatch.setattr(
        kinds, "_COUNTED", {name: each for name, each in kinds._COUNTED.items() if name != "search"}
    )
    kinds.register(
        Kind(
            name="note",
            label="Notiz",
            payload=Note,
            right="town.edit",
            show=lambda _about, note: (Line(name="text", label="Text", after=note.text),),
            accept=lambda *_given: None,
        )
    )
    kinds.register_counted(CountedKind(name="search", label="Suche", right="town.edit"))
    for about in ["", *Meeting.objects.values_list("public_id", flat=True)]:
        receive.submit("note", {"text": f"{CANARY} {about}"}, about=about)
    receive.count("search", COUNTED)
    while queue.work_one():
        pass
    return list(Submission.objects.all())


def test_no_address_sends_what_was_sent_in(sent_in):
    assert len(sent_in) > 1
    assert Counted.objects.get().words == COUNTED
    client, leaks = Client(), []
    searches = [("search", f"/suche/?q={word}") for word in (CANARY, sent_in[0].public_id)]
    for _, address in [*visiting.addresses(), *searches]:
        sent = everything_sent(client.get(address)).replace(address.partition("?")[2].removeprefix("q="), "")
        leaks += [address for word in (CANARY, COUNTED) if word.lower() in sent.lower()]
    assert leaks == []


def test_the_desk_address_of_a_submission_tells_a_stranger_nothing(sent_in):
    known = Client().get(f"/schreibtisch/eingang/{sent_in[0].public_id}/")
    unknown = Client().get(f"/schreibtisch/eingang/{'0' * 14}/")
    assert known.status_code == unknown.status_code == 302
    assert known["Location"].replace(sent_in[0].public_id, "") == unknown["Location"].replace("0" * 14, "")


def test_a_submission_leaves_no_trace_in_what_is_public(sent_in):
    before = outlet.generation()
    receive.submit("note", {"text": "noch eine"}, about=sent_in[-1].about)
    assert outlet.generation() == before
    assert local("\x1fsitzungen/") == "/sitzungen/"

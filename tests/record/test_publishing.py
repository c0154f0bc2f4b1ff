"""Publishing: what goes in comes out composed, and moves what it touches."""

from __future__ import annotations

import datetime
import json

import pytest

from ratslinde.journal import queue
from ratslinde.journal.models import Task
from ratslinde.record import oparl, outlet, pages
from ratslinde.record.chain import faults
from ratslinde.record.models import Published, Version
from ratslinde.record.publishing import publish
from ratslinde.record.values import Value, Withdrawal, link
from ratslinde.record.verifying import verify

pytestmark = pytest.mark.django_db
BODY = "b0dy"


def item(public_id: str, *, name: str = "Bericht", **more) -> Value:
    return Value(
        kind="agendaItem", id=public_id, body=BODY, oparl=oparl.AgendaItem(name=name, public=True, **more),
        page=pages.AgendaItemPage(), title=name,
    )  # fmt: skip


def meeting(*items: str, name: str = "Sitzung") -> Value:
    return Value(
        kind="meeting", id="m1", body=BODY, title=name, path="sitzungen/m1/", page=pages.MeetingPage(),
        oparl=oparl.Meeting(name=name, agenda_item=tuple(link("agendaItem", each) for each in items)),
    )  # fmt: skip


def consultation(public_id: str, agenda_item: str) -> Value:
    return Value(
        kind="consultation", id=public_id, body=BODY, title="",
        oparl=oparl.Consultation(agenda_item=link("agendaItem", agenda_item)),
        page=pages.ConsultationPage(organization_name="Rat", position=0),
    )  # fmt: skip


def sent(public_id: str) -> dict:
    return json.loads(Published.objects.get(pk=public_id).standalone.replace("\x1f", "https://x/"))


def test_a_meeting_embeds_its_items_in_order_and_each_item_names_its_meeting():
    publish([meeting("i1", "i2"), item("i1"), item("i2", name="Anfragen")])
    found = sent("m1")["agendaItem"]
    assert [(each["name"], each["order"]) for each in found] == [("Bericht", 0), ("Anfragen", 1)]
    assert "meeting" not in found[0]
    assert sent("i2")["meeting"] == "https://x/oparl/v1.1/meeting/m1"


def test_a_link_to_something_unpublished_is_left_out_until_it_is_published():
    publish([meeting("i1", "i2"), item("i1")])
    assert len(sent("m1")["agendaItem"]) == 1
    publish([item("i2")])
    assert [each["order"] for each in sent("m1")["agendaItem"]] == [0, 1]


def test_withdrawing_an_item_leaves_a_bare_tombstone_and_moves_the_places_of_the_others():
    publish([meeting("i1", "i2", "i3"), item("i1", name="geheim"), item("i2"), item("i3")])
    publish([], withdrawals=[Withdrawal(kind="agendaItem", id="i1", body=BODY)])
    assert set(sent("i1")) == {"id", "type", "created", "modified", "deleted"}
    assert [each["order"] for each in sent("m1")["agendaItem"]] == [0, 1]
    assert sent("i2")["order"] == 0
    assert "geheim" not in "".join(Published.objects.values_list("standalone", flat=True))


def test_publishing_the_same_again_changes_nothing():
    publish([meeting("i1"), item("i1")])
    before = list(Published.objects.order_by("pk").values())
    assert publish([meeting("i1"), item("i1")]) == []
    assert list(Published.objects.order_by("pk").values()) == before
    assert Version.objects.count() == 2


def test_a_consultation_shows_at_its_item_and_goes_with_its_withdrawal():
    publish([meeting("i1"), item("i1"), consultation("c1", "i1")])
    assert sent("i1")["consultation"] == "https://x/oparl/v1.1/consultation/c1"
    assert sent("m1")["agendaItem"][0]["consultation"] == "https://x/oparl/v1.1/consultation/c1"
    publish([], withdrawals=[Withdrawal(kind="consultation", id="c1", body=BODY)])
    assert "consultation" not in sent("i1")


def test_the_chain_verifies_and_tells_a_changed_value():
    publish([meeting("i1"), item("i1")])
    assert list(faults(BODY)) == []
    Version.objects.filter(sequence=1).update(value="{}")
    assert list(faults(BODY)) == ["Eintrag 1 (meeting) wurde nachträglich verändert."]


def test_text_that_looks_like_an_address_stays_text():
    publish([item("i1", name='" \\u001foparl/v1.1/x')])
    assert sent("i1")["name"] == '" \\u001foparl/v1.1/x'
    assert outlet.by_ids(["i1"])["i1"].oparl["name"] == '" \\u001foparl/v1.1/x'


def value_with(value: Value, **changes) -> Value:
    return Value(**{name: getattr(value, name) for name in value.__struct_fields__} | changes)


def test_a_change_of_date_or_lists_alone_is_published_and_moves_the_object(later):
    publish([item("i1")])
    before = Published.objects.get(pk="i1").modified
    later(10)
    day = datetime.datetime(2026, 3, 3, 16, tzinfo=datetime.UTC)
    publish([value_with(item("i1"), date=day, lists=("o1", "o2"))])
    row = Published.objects.get(pk="i1")
    assert (row.date, sorted(row.listed.values_list("owner", flat=True))) == (day, ["o1", "o2"])
    assert row.modified > before
    publish([value_with(item("i1"), date=day, lists=("o2",))])
    assert list(row.listed.values_list("owner", flat=True)) == ["o2"]


def test_pages_can_swap_their_addresses_and_a_new_one_can_take_that_of_a_withdrawn_one():
    publish([value_with(item("i1"), path="eins/"), value_with(item("i2"), path="zwei/")])
    publish([value_with(item("i1"), path="zwei/"), value_with(item("i2"), path="eins/")])
    assert outlet.by_path("eins/").id == "i2"
    publish([], withdrawals=[Withdrawal(kind="agendaItem", id="i2", body=BODY)])
    assert outlet.by_path("eins/").deleted
    publish([value_with(item("i3"), path="eins/")])
    assert outlet.by_path("eins/").id == "i3"
    assert list(verify()) == []


def test_an_object_in_two_meetings_belongs_to_the_one_among_whose_items_it_has_its_place():
    publish([meeting("i0", "i1"), item("i0"), item("i1")])
    publish([value_with(meeting("i1"), id="m2", path="sitzungen/m2/")])
    assert sent("i1")["meeting"] == "https://x/oparl/v1.1/meeting/m1"
    assert sent("i1")["order"] == 1


def test_two_values_of_one_object_are_a_defect_and_the_same_one_twice_is_not():
    assert publish([item("i1"), item("i1")]) == ["i1"]
    with pytest.raises(ValueError, match="one way"):
        publish([item("i1"), item("i1", name="anders")])
    with pytest.raises(ValueError, match="one way"):
        publish([item("i1")], withdrawals=[Withdrawal(kind="agendaItem", id="i1", body=BODY)])
    with pytest.raises(ValueError, match="one Body"):
        publish([item("i1"), value_with(item("i2"), body="anders")])


def test_withdrawing_what_was_never_public_leaves_no_trace():
    gone = [Withdrawal(kind="agendaItem", id="i1", body=BODY)]
    assert publish([item("i2")], withdrawals=gone) == ["i2"]
    assert not Published.objects.filter(pk="i1").exists()
    assert not Version.objects.filter(object_id="i1").exists()


def test_control_characters_never_come_out_even_where_an_address_would_begin():
    publish([item("i1", name="\x1f <b>Bericht\x00\x1f</b>")])
    assert sent("i1")["name"] == " <b>Bericht</b>"


def test_what_search_looks_at_is_indexed_only_when_it_changed():
    publish([meeting("i1"), item("i1"), consultation("c1", "i1")])
    while queue.work_one():
        pass
    publish([], withdrawals=[Withdrawal(kind="consultation", id="c1", body=BODY)])
    assert set(Task.objects.filter(done_at=None).values_list("key", flat=True)) == {"c1"}

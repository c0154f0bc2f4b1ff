"""What comes in is cleaned, typed and bounded, is written once, and tells nothing but "received"."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.inbox import kinds, queries, receive
from ratslinde.inbox.models import Submission
from ratslinde.inbox.receive import Sender
from ratslinde.kernel.errors import Refused
from tests.inbox.at_once import all_at_once
from tests.inbox.conftest import NOW, TreeUpdate, tree_kind

pytestmark = pytest.mark.django_db
ABOUT = "baum0000000001"


def submit(**values: object) -> str:
    return receive.submit("tree.update", values, about=ABOUT)


def test_what_is_sent_in_waits_as_a_typed_value():
    assert submit(name="Sommerlinde", height="12") == "received"
    row = Submission.objects.get()
    assert queries.payload(row) == TreeUpdate(name="Sommerlinde", height=12)
    assert (row.kind, row.about, row.state) == ("tree.update", ABOUT, "new")


def test_a_struct_can_be_handed_in_too():
    receive.submit("tree.update", TreeUpdate(name="Ulme"), about=ABOUT)
    assert queries.payload(Submission.objects.get()).name == "Ulme"


def test_a_kind_that_nobody_registered_is_refused():
    with pytest.raises(Refused, match="nicht angenommen"):
        receive.submit("tree.felling", {"name": "Linde"})
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "x" * 41}, "name"),
        ({"height": "hoch"}, "height"),
        ({"owner": "Alma Beispiel"}, "owner"),
        ({"name": {"tief": ["verschachtelt"]}}, "name"),
    ],
)
def test_what_does_not_fit_the_struct_is_refused_at_its_field(values, field):
    with pytest.raises(Refused) as refusal:
        submit(**values)
    assert refusal.value.field == field
    assert not Submission.objects.exists()


def test_text_is_cleaned_before_it_is_measured():
    submit(name="\x1f  Lin\x00de\r\nam Markt  ", place="a\u0308" * 40)
    assert queries.payload(Submission.objects.get()) == TreeUpdate(name="Linde\nam Markt", place="ä" * 40)


def test_values_nested_without_end_are_refused():
    deep: object = "x"
    for _ in range(50):
        deep = [deep]
    with pytest.raises(Refused, match="nicht zu verstehen"):
        submit(name=deep)


def test_more_bytes_than_the_kind_takes_are_refused(monkeypatch):
    monkeypatch.setattr(kinds, "_KINDS", {})
    kinds.register(tree_kind(most_bytes=60))
    submit(name="kurz")
    with pytest.raises(Refused, match="zu viel Text"):
        submit(name="ü" * 30, place="ö" * 30)


def test_the_same_twice_is_received_twice_and_written_once():
    assert [submit(name="Ulme"), submit(name="Ulme"), submit(name="Esche")] == ["received"] * 3
    assert Submission.objects.count() == 2


def test_the_same_at_the_same_moment_is_written_once(shared_database):
    assert all_at_once(*[lambda: submit(name="Ulme")] * 4) == []
    assert Submission.objects.count() == 1


def test_of_anybody_only_the_day_is_kept_of_a_holder_the_moment(later):
    submit(name="Ulme")
    receive.submit("tree.update", {"name": "Esche"}, sender=Sender.HOLDER)
    day, moment = Submission.objects.order_by("pk").values_list("received_at", flat=True)
    assert day == datetime.datetime(2026, 5, 3, 22, tzinfo=datetime.UTC)  # midnight in the town
    assert moment == NOW


def test_an_inbox_that_is_full_says_so(monkeypatch):
    monkeypatch.setattr(kinds, "_KINDS", {})
    kinds.register(tree_kind(most_waiting=2))
    submit(name="Ulme")
    submit(name="Esche")
    with pytest.raises(Refused, match="sehr viele Meldungen"):
        submit(name="Erle")
    assert Submission.objects.count() == 2


def test_what_it_is_about_is_an_id_and_nothing_else():
    with pytest.raises(Refused):
        receive.submit("tree.update", {}, about="../../etc")


def test_no_column_can_hold_where_somebody_came_from():
    columns = {field.name for field in Submission._meta.get_fields()}
    assert columns == {
        "id", "public_id", "kind", "about", "payload", "sha256", "received_at", "state", "decided_by", "decided_at",
        "reason", "erase_on",
    }  # fmt: skip


def test_a_kind_is_registered_once_and_with_a_closed_struct():
    with pytest.raises(ValueError, match="twice"):
        kinds.register(tree_kind())

    class Open(TreeUpdate, frozen=True, forbid_unknown_fields=False):
        pass

    with pytest.raises(ValueError, match="unknown fields"):
        kinds.register(tree_kind(name="tree.open", payload=Open))


def test_the_slot_offers_nothing_that_reads():
    assert sorted(receive.__all__) == [
        "HOLDERS",
        "Limit",
        "Limits",
        "PUBLIC",
        "Sender",
        "count",
        "public_form",
        "submit",
    ]

"""Forgetting what must be forgotten: nothing of it is left anywhere, and the chain still verifies."""

from __future__ import annotations

import pytest
from django.db import connection

from ratslinde.kernel.errors import Refused
from ratslinde.record.chain import faults
from ratslinde.record.erasing import erase
from ratslinde.record.models import Published, SearchEntry, Version
from ratslinde.record.publishing import publish, would_change
from ratslinde.record.rebuilding import rebuild
from ratslinde.record.search import search
from ratslinde.record.verifying import verify

from .objects import BODY, gone, item, meeting, paper, person, sent, work

pytestmark = pytest.mark.django_db
SECRET = "Rumpelstilz"  # its own stem: what the search index keeps


def everywhere() -> str:
    """The text of every column of every table, the insides of the search index with them, in lower case."""
    found = []
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [_as_text(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join(found).lower()


def _as_text(cell: object) -> str:
    return bytes(cell).decode("utf-8", "ignore") if isinstance(cell, memoryview | bytes) else str(cell)


def publish_and_index(*values) -> None:
    publish(values)
    work()


def test_nothing_is_left_of_an_erased_object():
    secret = item("i1", name=SECRET, text=f"{SECRET}s Haus")
    publish_and_index(secret, item("i2"), meeting("i1", "i2"), person("a1", name=SECRET))
    assert everywhere().count(SECRET.lower()) > 5
    publish([], withdrawals=[gone("agendaItem", "i1"), gone("person", "a1")])
    assert SECRET.lower() in everywhere()
    assert erase("i1", reason="Art. 17 DSGVO") == 2
    assert erase("a1", reason="Art. 17 DSGVO") == 2
    assert SECRET.lower() not in everywhere()
    work()
    assert SECRET.lower() not in everywhere()
    assert list(verify()) == []


def test_hash_date_and_reason_stay():
    publish([item("i1", name=SECRET)])
    before = Version.objects.get(object_id="i1")
    publish([], withdrawals=[gone("agendaItem", "i1")])
    erase("i1", reason=" Art. 17 ")
    row = Version.objects.filter(object_id="i1").order_by("sequence").first()
    assert (row.value, row.salt, row.erased_reason) == (None, None, "Art. 17")
    assert (row.value_hash, row.chain_hash, row.stamp) == (before.value_hash, before.chain_hash, before.stamp)
    assert row.erased_at is not None


def test_what_is_still_public_is_not_erased():
    publish([item("i1")])
    with pytest.raises(Refused, match="zuerst zurücknehmen"):
        erase("i1", reason="Grund")
    with pytest.raises(Refused, match="zuerst zurücknehmen"):
        erase("i1", reason="Grund", before=99)
    assert Version.objects.filter(value=None).count() == 0


def test_without_a_reason_nothing_is_erased():
    publish([item("i1")])
    publish([], withdrawals=[gone("agendaItem", "i1")])
    with pytest.raises(Refused, match="Grund"):
        erase("i1", reason="  ")


def test_what_was_never_public_has_nothing_to_erase():
    assert erase("i1", reason="Grund") == 0


def test_erasing_twice_erases_once_and_keeps_the_first_reason():
    publish([item("i1")])
    publish([], withdrawals=[gone("agendaItem", "i1")])
    assert (erase("i1", reason="eins"), erase("i1", reason="zwei")) == (2, 0)
    assert set(Version.objects.values_list("erased_reason", flat=True)) == {"eins"}


def test_an_old_version_of_what_is_still_public_can_be_erased():
    publish_and_index(paper("p1", name="Vorlage", text=f"Brief von {SECRET}"))
    publish([paper("p1", name="Vorlage", text="Brief")])
    newest = Version.objects.get(object_id="p1", sequence=2)
    assert erase("p1", reason="Name stand im Brief", before=newest.sequence) == 1
    assert SECRET.lower() not in everywhere()
    assert list(verify()) == []
    work()
    assert [hit.id for hit in search("Brief").hits] == ["p1"]
    assert SearchEntry.objects.count() == 1


def test_the_tombstone_and_its_page_outlive_the_erasing_even_when_rebuilt():
    publish([paper("p1", name=SECRET)])
    publish([], withdrawals=[gone("paper", "p1")])
    before = Published.objects.values().get(pk="p1")
    erase("p1", reason="Grund")
    rebuild()
    assert Published.objects.values().get(pk="p1") == before
    Published.objects.all().delete()
    rebuild()
    assert Published.objects.values().get(pk="p1") == before
    assert set(sent("p1")) == {"id", "type", "created", "modified", "deleted"}


def test_what_was_erased_can_be_published_again():
    publish([paper("p1")])
    publish([], withdrawals=[gone("paper", "p1")])
    erase("p1", reason="Grund")
    assert would_change(paper("p1"))
    assert publish([paper("p1")]) == ["p1"]
    assert not Published.objects.get(pk="p1").deleted
    assert list(faults(BODY)) == []
    assert list(verify()) == []

"""HSDS objects in the record: parts inside, other links as UUIDs, nothing of what is not public."""

from __future__ import annotations

import datetime
import uuid

import pytest

from ratslinde.record import composing, directory, hsds, outlet, pages
from ratslinde.record.models import Published, Standing, Version
from ratslinde.record.publishing import publish
from ratslinde.record.rebuilding import deviations, rebuild
from ratslinde.record.redacting import redact
from ratslinde.record.values import Value, Withdrawal, link
from ratslinde.record.verifying import verify
from tests.record.objects import BODY

pytestmark = pytest.mark.django_db
TAXONOMY = hsds.Taxonomy(id="x", name="x", description="x")


def identity(name):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def value(kind, public_id, data, *, page=None):
    return Value(
        kind=kind,
        id=public_id,
        body=BODY,
        hsds=data,
        page=page or pages.Page(),
        title=public_id,
        path=f"{kind}/{public_id}/",
    )


def actor(public_id="bruecke", **more):
    data = hsds.Organization(id=identity(public_id), name=public_id, description="Hilft.", **more)
    return value("actor", public_id, data, page=pages.ActorPage())


def place(public_id="haus", **more):
    data = hsds.Location(id=identity(public_id), location_type="physical", name=public_id, **more)
    return value("place", public_id, data, page=pages.PlacePage())


def offer(public_id="cafe", **more):
    site = hsds.ServiceAtLocation(id=identity("site"), location=link("place", "haus"))
    data = hsds.Service(
        id=identity(public_id), name=public_id, status="active", organization=link("actor", "bruecke"),
        service_at_locations=(site,), **more,
    )  # fmt: skip
    return value("offer", public_id, data, page=pages.OfferPage())


def sent(public_id="cafe"):
    return outlet.by_ids([public_id])[public_id].hsds


def test_what_is_published_later_appears_inside_and_what_is_withdrawn_goes():
    publish([offer()])
    assert sent().keys() == {"id", "name", "status"}
    publish([place(), actor()])
    assert sent()["service_at_locations"][0]["location"]["name"] == "haus"
    assert sent()["organization"]["name"] == "bruecke"
    publish([], withdrawals=[Withdrawal(kind="place", id="haus", body=BODY)])
    assert "service_at_locations" not in sent()


def test_a_link_that_is_no_part_is_the_uuid_also_among_objects_of_one_rank():
    publish([actor("verband"), actor("ortsverein", parent_organization_id=link("actor", "verband"))])
    assert sent("ortsverein")["parent_organization_id"] == identity("verband")
    publish([], withdrawals=[Withdrawal(kind="actor", id="verband", body=BODY)])
    assert "parent_organization_id" not in sent("ortsverein")


def test_a_part_that_changes_moves_what_it_stands_in():
    publish([place(), actor(), offer()])
    before = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    for table in (Published, Standing):
        table.objects.filter(pk="cafe").update(modified=before)
    publish([place(transportation="Bus 3")])
    assert sent()["service_at_locations"][0]["location"]["transportation"] == "Bus 3"
    assert Published.objects.get(pk="cafe").modified > before


def test_everything_can_be_made_anew_from_the_versions():
    publish([place(), actor(), offer()])
    before = {row.pk: row.standalone for row in Published.objects.all()}
    Published.objects.filter(pk="cafe").delete()
    assert list(deviations())
    rebuild()
    assert {row.pk: row.standalone for row in Published.objects.all()} == before
    assert list(deviations()) == []
    assert list(verify()) == []


def test_a_kind_has_the_attributes_of_its_own_standard():
    with pytest.raises(ValueError, match="its own"):
        Value(
            kind="paper",
            id="x",
            body=BODY,
            hsds=hsds.Taxonomy(id="x", name="x", description="x"),
            page=pages.Page(),
            title="",
        )
    with pytest.raises(ValueError, match="its own"):
        Value(kind="offer", id="x", body=BODY, page=pages.OfferPage(), title="")


def test_a_part_is_taken_out_and_forgotten_and_the_chain_still_verifies():
    contact = hsds.Contact(id=identity("contact"), name="Amal Beispiel", title="Vorstand")
    publish([actor(contacts=(contact,)), offer(contacts=(contact,))])
    publish([actor(contacts=(contact,), alternate_name="Brücke")])
    assert redact("bruecke", part=identity("contact"), reason="widerrufen")
    assert redact("cafe", part=identity("contact"), reason="widerrufen")
    assert not Version.objects.filter(value__contains="Amal").exists()
    assert not Published.objects.filter(standalone__contains="Amal").exists()
    assert sent("bruecke")["alternate_name"] == "Brücke"
    assert "contacts" not in sent()
    assert list(verify()) == []
    assert not redact("cafe", part=identity("contact"), reason="widerrufen")


def test_what_was_withdrawn_is_forgotten_as_a_whole():
    contact = hsds.Contact(id=identity("contact"), name="Amal Beispiel")
    publish([actor(contacts=(contact,))])
    publish([], withdrawals=[Withdrawal(kind="actor", id="bruecke", body=BODY)])
    assert redact("bruecke", part=identity("contact"), reason="widerrufen")
    assert not Version.objects.filter(value__contains="Amal").exists()


def test_the_directory_is_read_again_when_something_was_published():
    publish([place(), actor(), offer()])
    first = directory.current()
    assert [item.id for item in first.of("offer")] == ["cafe"]
    assert directory.current() is first
    publish([offer("kurs")])
    assert [item.id for item in directory.current().of("offer")] == ["cafe", "kurs"]
    assert directory.current().by_standard_id[identity("kurs")].data["name"] == "kurs"


def test_what_a_publication_did_not_touch_is_taken_over():
    publish([place(), actor(), offer()])
    before = directory.current().by_id
    publish([offer("kurs")])
    after = directory.current().by_id
    assert after["cafe"] is before["cafe"]
    publish([offer(description="Neu")])
    assert directory.current().by_id["cafe"].data["description"] == "Neu"
    assert directory.current().by_id["kurs"] is after["kurs"]


class EarlierAddress(hsds.base.Hsds, frozen=True, kw_only=True):
    """As an earlier release stated it: whatever was known."""

    address_1: str
    city: str
    state_province: str
    postal_code: str = ""
    country: str
    address_type: str


def test_half_an_address_of_an_earlier_release_is_sent_as_one_of_today_after_rebuilding(monkeypatch):
    usual = {"country": "DE", "address_type": "physical", "city": "Lindenhagen", "state_province": "NW"}
    half = EarlierAddress(id=identity("half"), address_1="Lindenweg 3", **usual)
    whole = EarlierAddress(id=identity("whole"), address_1="Am Ring 5", postal_code="59999", **usual)
    with monkeypatch.context() as earlier:
        earlier.setattr(composing, "as_sent_today", lambda _kind, data: data)
        publish([actor(), place(addresses=(half,)), place("schule", addresses=(whole,)), offer()])
        assert "postal_code" not in sent()["service_at_locations"][0]["location"]["addresses"][0]
    stated = list(Version.objects.order_by("pk").values_list("value", "chain_hash"))
    untouched = sent("schule")
    assert {each.split()[1] for each in deviations()} == {"haus", "cafe"}
    assert rebuild() == 2
    for location in (sent("haus"), sent()["service_at_locations"][0]["location"]):
        assert "addresses" not in location
        assert location["x_partial_address"] == {
            "address_1": "Lindenweg 3", "city": "Lindenhagen", "state_province": "NW", "country": "DE",
        }  # fmt: skip
        assert location["description"] == "Lindenweg 3, Lindenhagen"
    assert sent("schule") == untouched
    assert list(Version.objects.order_by("pk").values_list("value", "chain_hash")) == stated
    assert list(verify()) == []

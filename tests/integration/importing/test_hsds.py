"""HSDS in: what our export writes comes back as it was, byte for byte; what others write is taken as far as it fits."""

from __future__ import annotations

import csv
import io
import json
import uuid
import zipfile

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    FieldChange,
    FormerId,
    Offer,
    OfferSite,
    Place,
    SocialSpace,
    Taxonomy,
    Term,
    Translation,
)
from ratslinde.kernel.errors import Refused
from ratslinde.record import outlet
from ratslinde.record.models import Published, Version

LISTS = {
    "taxonomies": "taxonomy", "taxonomy_terms": "term", "service_areas": "socialSpace", "locations": "place",
    "organizations": "actor", "services": "offer",
}  # fmt: skip
BASE = "https://lindenhagen.example/"


def exported() -> dict[str, list[dict]]:
    return {name: [entry.hsds for entry in outlet.of_kind(kind, most=1_000)] for name, kind in LISTS.items()}


def sent_bytes() -> bytes:
    """All published standalone values as they are sent, in the order of their UUIDs."""
    rows = Published.objects.filter(kind__in=LISTS.values(), deleted=False)
    texts = {json.loads(row.standalone.replace("\x1f", BASE))["id"]: row.standalone for row in rows}
    return "\n".join(texts[key] for key in sorted(texts)).replace("\x1f", BASE).encode()


def file_of(objects: dict) -> bytes:
    return json.dumps(objects, ensure_ascii=False).replace("\\u001f", BASE).encode()


def empty_the_landscape() -> None:
    """As if this were another town's installation that has nothing yet."""
    for record in (Published, Version):
        record.objects.filter(kind__in=LISTS.values()).delete()
    Term.objects.update(parent=None)
    models = (
        Translation, Activity, OfferSite, FormerId, FieldChange, Offer, ContactPerson, Actor, Place, SocialSpace, Term,
        Taxonomy,
    )  # fmt: skip
    for model in models:
        model.objects.all().delete()


def publish_everything(manager, body) -> None:
    for taxonomy in Taxonomy.objects.filter(body=body).order_by("pk"):
        landscape.publish_taxonomy(manager, taxonomy)
    for actor in Actor.objects.filter(archived_at=None).exclude(description="").order_by("pk"):
        landscape.publish_actor(manager, actor)
    for offer in Offer.objects.order_by("pk"):
        landscape.publish_offer(manager, offer)


def test_what_was_exported_comes_back_byte_for_byte(manager, body, rich):
    """Acceptance test 1."""
    publish_everything(manager, body)
    before, file = sent_bytes(), file_of(exported())
    empty_the_landscape()
    run = actions.read_in(manager, body, name="export.json", data=file)
    assert {row.verdict for row in run.rows.all()} == {"new"}
    assert run.left_out == {}
    actions.carry_out(manager, run)
    publish_everything(manager, body)
    for mine, theirs in zip(sent_bytes().split(b"\n"), before.split(b"\n"), strict=True):
        assert json.loads(mine) == json.loads(theirs)
    assert sent_bytes() == before


def test_lists_that_are_not_whole_say_so_and_come_back_so(manager, body, rich):
    """What is not named in them is not known, here and in every town that reads it."""
    group = Term.objects.filter(taxonomy__key="zielgruppe").first()
    rich.groups.set([group])
    Offer.objects.filter(pk=rich.pk).update(languages_known=False, groups_known="", fields_known=False)
    Actor.objects.filter(pk=rich.actor_id).update(
        fields_known="more", languages="de ar", languages_known="more"
    )
    publish_everything(manager, body)
    objects = exported()
    assert objects["services"][0]["x_incomplete"] == ["fields", "groups", "languages"]
    assert objects["organizations"][0]["x_incomplete"] == ["fields", "languages"]
    before, file = sent_bytes(), file_of(objects)
    empty_the_landscape()
    actions.carry_out(manager, actions.read_in(manager, body, name="export.json", data=file))
    offer = Offer.objects.get()
    assert (offer.languages_known, offer.groups_known, offer.fields_known) == (False, "", False)
    assert offer.groups.count() == 1
    assert (offer.actor.fields_known, offer.actor.languages_known) == ("more", "more")
    publish_everything(manager, body)
    assert sent_bytes() == before


def test_a_whole_list_says_nothing_and_an_actor_that_names_all_says_so(manager, body, rich):
    Actor.objects.filter(pk=rich.actor_id).update(fields_known="all", languages="de", languages_known="all")
    publish_everything(manager, body)
    objects = exported()
    assert "x_incomplete" not in objects["services"][0]
    assert objects["organizations"][0]["x_complete"] == ["fields", "languages"]
    file = file_of(objects)
    empty_the_landscape()
    actions.carry_out(manager, actions.read_in(manager, body, name="export.json", data=file))
    offer = Offer.objects.get()
    assert (offer.languages_known, offer.fields_known) == (True, True)
    assert (offer.actor.fields_known, offer.actor.languages_known) == ("all", "all")


def test_an_export_read_into_its_own_town_changes_nothing(manager, body, rich):
    publish_everything(manager, body)
    run = actions.read_in(manager, body, name="export.json", data=file_of(exported()))
    assert [(row.label, row.verdict, row.differences) for row in run.rows.exclude(verdict="unchanged")] == []


def test_a_single_service_brings_all_it_needs(manager, body, rich):
    publish_everything(manager, body)
    file = file_of(exported()["services"][0])
    empty_the_landscape()
    actions.carry_out(manager, actions.read_in(manager, body, name="angebot.json", data=file))
    offer = Offer.objects.get()
    assert (offer.standard_id, offer.public_id, offer.stated_at) == (
        rich.standard_id,
        rich.public_id,
        rich.stated_at.replace(microsecond=0),
    )
    assert [site.place and site.place.name for site in offer.sites.all()] == ["Haus der Kulturen", None]


FOREIGN = {
    "id": "service-17", "name": "Food bank", "status": "inactive", "description": "Parcels.", "licenses": "none",
    "accreditations": "A", "minimum_age": 18, "url": "https://food.example/parcels",
    "organization": {"id": "org-1", "name": "Food Friends", "description": "We share.", "year_incorporated": 1999},
    "schedules": [{"id": "s", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00-05:00"}],
    "phones": [{"id": "p", "number": "02599 10-1"}, {"id": "q", "number": "02599 10-2"}],
    "contacts": [{"id": "c", "name": "Erika Beispiel", "title": "Office", "email": "erika@food.example"}],
    "cost_options": [{"id": "k", "amount": 0, "currency": "EUR"}],
}  # fmt: skip


def test_a_foreign_service_is_taken_as_far_as_it_fits_and_the_rest_is_listed(manager, body):
    run = actions.read_in(
        manager, body, name="foreign.json", data=json.dumps({"contents": [FOREIGN]}).encode()
    )
    assert {
        "services.licenses",
        "services.accreditations",
        "organizations.year_incorporated",
    } <= run.left_out.keys()
    actions.carry_out(manager, run)
    offer = Offer.objects.get()
    assert (offer.status, offer.cost, offer.age_from, offer.actor.name) == (
        "temporarily closed",
        "free",
        18,
        "Food Friends",
    )
    assert str(offer.sites.get().schedules.get().opens_at) == "09:00:00"


def test_names_without_a_consent_stay_outside(manager, body):
    actions.carry_out(
        manager, actions.read_in(manager, body, name="f.json", data=json.dumps(FOREIGN).encode())
    )
    contact = ContactPerson.objects.get()
    assert (contact.function, str(contact), contact.email) == ("Office", "Office", "")


def test_ids_that_are_no_uuids_are_the_same_the_next_time(manager, body):
    for _ in range(2):
        run = actions.read_in(manager, body, name="f.json", data=json.dumps(FOREIGN).encode())
        if run.rows.filter(verdict="new").exists():
            actions.carry_out(manager, run)
    assert {row.verdict for row in run.rows.all()} == {"unchanged"}


def package(**tables: list[dict]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, rows in tables.items():
            text = io.StringIO(newline="")
            writer = csv.DictWriter(text, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
            archive.writestr(f"{name}.csv", text.getvalue())
    return out.getvalue()


def test_a_package_of_tables_is_read_like_the_nested_form(manager, body):
    organization, service, location = (str(uuid.uuid4()) for _ in range(3))
    data = package(
        organizations=[{"id": organization, "name": "Nähwerkstatt", "description": "Näht."}],
        services=[{"id": service, "organization_id": organization, "name": "Nähkurs", "status": "active",
                   "minimum_age": "12"}],
        locations=[{"id": location, "location_type": "physical", "name": "Werkhaus", "latitude": "51.77",
                    "longitude": "8.05"}],
        addresses=[{"id": "a", "location_id": location, "address_1": "Werkweg 2", "city": "Lindenhagen",
                    "postal_code": "59999"}],
        service_at_location=[{"id": "x", "service_id": service, "location_id": location, "description": "Saal"}],
        schedules=[{"id": "t", "service_at_location_id": "x", "freq": "WEEKLY", "byday": "TH",
                    "dtstart": "2026-02-05"}],
        languages=[{"id": "l", "service_id": service, "code": "tr", "name": "Türkisch"}],
        phones=[{"id": "p", "organization_id": organization, "number": "02599 10-9"}],
    )  # fmt: skip
    actions.carry_out(manager, actions.read_in(manager, body, name="paket.zip", data=data))
    offer = Offer.objects.get()
    assert (str(offer.standard_id), offer.age_from, offer.actor.phone) == (service, 12, "02599 10-9")
    site = offer.sites.get()
    assert (site.place.postal_code, site.note, site.schedules.get().days) == ("59999", "Saal", "TH")


@pytest.mark.parametrize(
    "data",
    [
        {"services": [{**FOREIGN, "x_religion": "any"}]},
        {
            "organizations": [
                {"id": "1", "name": "X", "contacts": [{"name": "E", "date_of_birth": "1990-01-01"}]}
            ]
        },
    ],
)
def test_attributes_that_are_never_kept_of_a_person_stop_the_file(manager, body, data):
    with pytest.raises(Refused, match="einzelne Menschen"):
        actions.read_in(manager, body, name="f.json", data=json.dumps(data).encode())


@pytest.mark.parametrize("text", ["{", "[]", "[1, 2]", '{"contents": 1}', "[" * 5_000])
def test_json_that_is_no_hsds_is_refused_in_a_sentence(manager, body, text):
    with pytest.raises(Refused):
        actions.read_in(manager, body, name="f.json", data=text.encode())


def foreign(**more: object) -> bytes:
    return json.dumps({"services": [{**FOREIGN, **more}]}).encode()


def test_days_that_are_none_are_said_and_left_out(manager, body):
    data = foreign(
        x_valid_from="gestern", assured_date="bald", last_modified="neulich",
        schedules=[
            {"id": "s", "freq": "WEEKLY", "byday": "MO", "dtstart": "?", "until": "offen", "x_cancelled": ["nie"]},
        ],
        service_areas=[
            {"id": "a", "name": "Nord", "x_valid_from": "früher", "x_follows": ["c", None]},
            {"id": "b", "name": "Süd", "x_valid_from": "2026-05-05", "x_valid_until": "2026-01-01", "x_follows": "c"},
            {"id": "c", "name": "Mitte", "x_valid_until": "2025-12-31T00:00:00Z"},
        ],
    )  # fmt: skip
    run = actions.read_in(manager, body, name="f.json", data=data)
    said = {(row.label, each["column"]) for row in run.rows.all() for each in row.problems}
    assert said == {
        ("Food bank", "x_valid_from"), ("Food bank", "assured_date"), ("Nord", "x_valid_from"),
        ("Süd", "x_valid_until"),
    }  # fmt: skip
    actions.carry_out(manager, run)
    times = Offer.objects.get().sites.order_by("position").first().schedules.get()
    assert (times.start, times.until, times.cancelled, times.days) == (None, None, [], "MO")
    spaces = {space.name: space for space in SocialSpace.objects.all()}
    assert str(spaces["Mitte"].valid_until) == "2025-12-31"
    assert spaces["Süd"].valid_until is None
    assert [each.name for each in spaces["Nord"].predecessors.all()] == ["Mitte"]


def test_what_somebody_else_notes_of_times_and_places_is_taken_over(manager, body):
    site = {
        "id": "s", "location": {"id": "l", "name": "Hof", "location_type": "physical", "x_partial_address": "Hof 1"},
        "schedules": [{"id": "t", "freq": "WEEKLY", "byday": "MO", "description": "Hall", "notes": "Not in August"}],
    }  # fmt: skip
    run = actions.read_in(
        manager, body, name="f.json", data=foreign(service_at_locations=[site], schedules=[])
    )
    actions.carry_out(manager, run)
    assert Offer.objects.get().sites.get().schedules.get().description == "Hall; Not in August"
    assert Place.objects.get().street_address == ""


def test_what_somebody_else_writes_at_length_is_shortened_and_told(manager, body):
    long = "Eingang im Hof, zweite Tür. " * 20
    site = {
        "id": "s", "description": long, "location": {"id": "l", "name": "Hof", "location_type": "physical"},
        "schedules": [{"id": "t", "freq": "WEEKLY", "byday": "MO", "description": long}],
    }  # fmt: skip
    data = foreign(service_at_locations=[site], schedules=[], contacts=[{"id": "c", "title": long}])
    run = actions.read_in(manager, body, name="f.json", data=data)
    assert sum("gekürzt" in each["sentence"] for row in run.rows.all() for each in row.problems) == 3
    actions.carry_out(manager, run)
    found = OfferSite.objects.get()
    assert max(len(found.note), len(found.schedules.get().description)) <= 200

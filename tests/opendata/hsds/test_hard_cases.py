"""A landscape of which little is known and much has changed: what is sent is still HSDS, and comes back as it was."""

from __future__ import annotations

import datetime
import json

import jsonschema
import pytest

from ratslinde.integration.importing import actions as importing
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Place, SocialSpace, Taxonomy
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite
from tests.integration.importing.test_hsds import (
    empty_the_landscape,
    exported,
    file_of,
    publish_everything,
    sent_bytes,
)

DEMANDED = {"id", "address_1", "city", "state_province", "postal_code", "country", "address_type"}
SUMMER = tuple(f"2026-07-{day}" for day in (14, 21, 28)) + tuple(
    f"2026-08-{day:02}" for day in (4, 11, 18, 25)
)
TUESDAYS = GivenSchedule(
    start=datetime.date(2026, 1, 6), opens_at=datetime.time(16), frequency="WEEKLY", days="TU",
    cancelled=(*SUMMER, "2026-12-22"),
)  # fmt: skip


@pytest.fixture
def halves(body, manager, north) -> list[SocialSpace]:
    """The north has ended; two halves follow it. One of them was stated before it."""
    rows = [
        actions.add_space(
            manager, body, name=name, valid_from=datetime.date(2026, 1, 1), predecessors=[north]
        )
        for name in ("Am Anger", "Ziegelei")
    ]
    north.refresh_from_db()
    return [
        *rows,
        actions.edit_space(
            manager, north, changes={"valid_until": datetime.date(2025, 12, 31)}, revision=north.revision
        ),
    ]


@pytest.fixture
def places(body, manager) -> list[Place]:
    """What people write down of an address."""
    given = [
        {"name": "Ohne Postleitzahl", "street_address": "Lindenweg 3", "locality": "Lindenhagen"},
        {"name": "Nur Straße", "street_address": "Am Bach 1"},
        {"name": "Ohne Straße", "postal_code": "59999", "locality": "Lindenhagen", "accessible": False},
        {"name": "Nur ein Name"},
        {"name": "Im Netz", "kind": "virtual", "url": "https://treff.lindenhagen.example/"},
        {"name": "Postfach", "kind": "postal", "street_address": "Postfach 12", "postal_code": "59999",
         "locality": "Lindenhagen"},
    ]  # fmt: skip
    return [actions.add_place(manager, body, **each) for each in given]


@pytest.fixture
def hard(manager, body, association, vocabulary, places, halves, south):
    """Published, and every taxonomy without a description."""
    Taxonomy.objects.update(description="")
    actions.edit_actor(
        manager,
        association,
        changes={"place": places[0], "fields_known": "more"},
        revision=association.revision,
    )
    actions.add_contact(manager, association, function="Anmeldung")
    offers = {
        "Überall": [GivenSite(place=each) for each in places],
        "Für die alte Mitte": [GivenSite(place=places[0], spaces=(halves[-1],), schedules=(TUESDAYS,))],
        "Für eine Hälfte": [GivenSite(spaces=(halves[0],), note="")],
        "Online": [GivenSite(schedules=(GivenSchedule(frequency="WEEKLY", days="WE", interval=2),))],
        "Nirgends": [],
    }
    group = vocabulary["zielgruppe"].terms.first()
    for name, sites in offers.items():
        actions.add_offer(
            manager, association, name=name, description="Kommen Sie.", sites=sites, groups=[group], cost="paid",
            mode="online" if name == "Online" else "", languages=[GivenLanguage("de")], languages_known=False,
            ages="range", age_to=6, status="temporarily closed" if name == "Nirgends" else "active",
        )  # fmt: skip
    publish_everything(manager, body)
    for space in SocialSpace.objects.order_by("pk"):
        actions.publish_space(manager, space)


def bulk(client) -> dict:
    return json.loads(client.get("/hsds/alles.json").content)


def inside(schema: dict, *path: str) -> dict:
    """The schema of a part, by the names of the attributes that lead to it."""
    for name in path:
        schema = schema["properties"][name]
        schema = schema.get("items", schema)
    return schema


def test_everything_that_is_sent_is_what_the_standard_demands(client, hard, schemas):
    services, organizations = (
        json.loads((schemas / f"{name}.json").read_text()) for name in ("service", "organization")
    )
    rules = {
        "services": services,
        "organizations": organizations,
        "locations": inside(services, "service_at_locations", "location"),
        "service_areas": inside(services, "service_areas"),
        "taxonomy_terms": inside(services, "attributes", "taxonomy_term"),
        "taxonomies": inside(services, "attributes", "taxonomy_term", "taxonomy_detail"),
    }
    sent = bulk(client)
    assert sent.keys() - {"version"} == rules.keys()
    for name, schema in rules.items():
        checked = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        assert sent[name]
        wrong = [(each["name"], error.message) for each in sent[name] for error in checked.iter_errors(each)]
        assert wrong == []


def test_an_address_is_whole_or_what_is_known_of_it_stands_beside(client, hard):
    places = {each["name"]: each for each in bulk(client)["locations"]}
    (whole,) = places["Postfach"]["addresses"]
    assert whole.keys() == DEMANDED
    assert all(whole.values())
    for name, words, known in (
        (
            "Ohne Postleitzahl",
            "Lindenweg 3, Lindenhagen",
            {"address_1": "Lindenweg 3", "city": "Lindenhagen"},
        ),
        ("Nur Straße", "Am Bach 1", {"address_1": "Am Bach 1"}),
        ("Ohne Straße", "59999 Lindenhagen", {"postal_code": "59999", "city": "Lindenhagen"}),
    ):
        assert "addresses" not in places[name]
        assert places[name]["description"] == words
        about_it = {"state_province": "Nordrhein-Westfalen", "country": "DE"}
        assert places[name]["x_partial_address"] == {**known, **about_it}
    for name in ("Nur ein Name", "Im Netz"):
        assert places[name].keys().isdisjoint({"addresses", "description", "x_partial_address"})


def test_no_land_is_made_up_where_the_town_has_no_official_key(client, manager, body, hard):
    body.official_key = ""
    body.save()
    box = Place.objects.get(name="Postfach")
    changed = actions.edit_place(manager, box, changes={"transportation": "zu Fuß"}, revision=box.revision)
    actions.publish_offer(manager, changed.sites.get().offer)
    (place,) = (each for each in bulk(client)["locations"] if each["name"] == "Postfach")
    assert "addresses" not in place
    assert place["x_partial_address"] == {
        "address_1": "Postfach 12", "city": "Lindenhagen", "postal_code": "59999", "country": "DE",
    }  # fmt: skip


def test_what_has_ended_says_until_when_and_what_follows_says_so(client, hard):
    spaces = {each["name"]: each for each in bulk(client)["service_areas"]}
    north = spaces["Nordviertel"]
    assert north["x_valid_until"] == "2025-12-31"
    for name in ("Am Anger", "Ziegelei"):
        assert (spaces[name]["x_valid_from"], spaces[name]["x_follows"]) == ("2026-01-01", [north["id"]])
    drawn = json.loads(client.get("/hsds/sozialraeume.geojson").content)["features"]
    (shown,) = (each["properties"] for each in drawn if each["id"] == north["id"])
    assert shown == {"name": "Nordviertel", "x_valid_until": "2025-12-31"}


def test_times_say_when_they_pause(client, hard):
    (offer,) = (each for each in bulk(client)["services"] if each["name"] == "Für die alte Mitte")
    (schedule,) = offer["service_at_locations"][0]["schedules"]
    assert schedule["notes"] == "Fällt aus: 14.07.2026 bis 25.08.2026, 22.12.2026"
    assert schedule["x_cancelled"] == [*SUMMER, "2026-12-22"]
    assert "description" not in schedule


def test_it_comes_back_byte_for_byte(manager, body, hard):
    before, file = sent_bytes(), file_of(exported())
    empty_the_landscape()
    run = importing.read_in(manager, body, name="export.json", data=file)
    assert run.left_out == {}
    run = importing.decide(manager, run, decisions=dict.fromkeys(_open(run), ("new", "")))
    importing.carry_out(manager, run)
    publish_everything(manager, body)
    for space in SocialSpace.objects.order_by("-pk"):
        actions.publish_space(manager, space)
    for mine, theirs in zip(sent_bytes().split(b"\n"), before.split(b"\n"), strict=True):
        assert json.loads(mine) == json.loads(theirs)
    assert sent_bytes() == before


def _open(run):
    return run.rows.filter(verdict="open").values_list("number", flat=True)


def test_it_changes_nothing_in_its_own_town(manager, body, hard):
    run = importing.read_in(manager, body, name="export.json", data=file_of(exported()))
    assert [(row.label, row.verdict, row.differences) for row in run.rows.exclude(verdict="unchanged")] == []


def test_an_actor_with_half_an_address_has_a_card_and_a_page(client, hard, association):
    card = client.get(f"/akteure/{association.public_id}.vcf").content.decode()
    assert "ADR;TYPE=work:;;Lindenweg 3;Lindenhagen;;;Deutschland" in card
    assert (
        '<bdi lang="de">Lindenweg 3, Lindenhagen</bdi>'
        in client.get(f"/akteure/{association.public_id}/").content.decode()
    )
    found = client.get("/hsds/service_at_locations?postcode=59999").json()["contents"]
    assert {each["location"]["name"] for each in found} == {"Ohne Straße", "Postfach"}


def test_a_space_that_is_a_draft_is_named_by_none_that_follows_it(client, manager, body):
    before = actions.add_space(manager, body, name="Alt")
    after = actions.add_space(manager, body, name="Neu", predecessors=[before])
    actions.publish_space(manager, after)
    assert [each.get("x_follows") for each in bulk(client)["service_areas"]] == [None]
    actions.publish_space(manager, before)
    assert [each["x_follows"] for each in bulk(client)["service_areas"] if each["name"] == "Neu"] == [
        [str(before.standard_id)]
    ]

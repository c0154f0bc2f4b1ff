"""From a draft at the desk to the record, and what stays behind."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from ratslinde.integration.landscape import actions
from ratslinde.kernel.errors import Conflict, Forbidden, Refused
from ratslinde.record import outlet

SCHEMAS = Path(__file__).parents[3].parent / "shared" / "hsds-schema"


def test_a_published_offer_stands_in_the_record_with_its_actor_and_its_words(manager, association, cafe):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    entry = outlet.by_path(f"angebote/{cafe.public_id}/")
    assert entry is not None
    assert entry.hsds["organization"]["name"] == association.name
    assert {each["taxonomy_term"]["code"] for each in entry.hsds["attributes"]} == {"sprache", "treff"}
    site = entry.hsds["service_at_locations"][0]
    assert site["location"]["addresses"][0]["city"] == "Lindenhagen"
    assert site["schedules"][0]["opens_at"] == "16:00:00+01:00"
    assert entry.hsds["service_areas"][0]["name"] == "Nordviertel"


@pytest.mark.skipif(not SCHEMAS.exists(), reason="the standard's schemas are not in this checkout")
def test_what_is_published_is_what_the_standard_demands(manager, association, cafe):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    service = outlet.by_path(f"angebote/{cafe.public_id}/").hsds
    organization = outlet.by_path(f"akteure/{association.public_id}/").hsds
    for name, value in (("service", service), ("organization", organization)):
        schema = json.loads((SCHEMAS / f"{name}.json").read_text())
        text = json.dumps(value).replace("\\u001f", "https://lindenhagen.example/")
        checked = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        assert [error.message for error in checked.iter_errors(json.loads(text))] == []
        assert "null" not in text


def test_an_offer_waits_for_its_actor(manager, cafe):
    with pytest.raises(Refused, match="zuerst den Anbieter"):
        actions.publish_offer(manager, cafe)


def test_a_withdrawn_actor_takes_its_offers_along(manager, association, cafe):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    actions.withdraw_actor(manager, association, reason="aufgelöst")
    assert outlet.by_path(f"angebote/{cafe.public_id}/").deleted
    assert outlet.of_kind("offer") == []


def test_a_place_finds_its_social_space(house, north):
    assert house.space == north


def test_a_department_changes_its_own_entry_and_no_other(department, office, association, manager):
    with pytest.raises(Forbidden):
        actions.edit_actor(
            department, association, changes={"phone": "02599 10-1"}, revision=association.revision
        )
    own = actions.add_actor(manager, association.body, name="Fachbereich Soziales", organization=office)
    assert (
        actions.edit_actor(department, own, changes={"phone": "02599 10-1"}, revision=1).phone == "02599 10-1"
    )


def test_two_people_at_once_and_the_second_is_told(manager, cafe):
    actions.edit_offer(manager, cafe, changes={"name": "Café der Sprachen"}, revision=cafe.revision)
    with pytest.raises(Conflict):
        actions.edit_offer(manager, cafe, changes={"name": "Sprachtreff"}, revision=cafe.revision)

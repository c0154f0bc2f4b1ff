"""What a strict client finds that follows every link."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import referencing

from ratslinde.record.publishing import publish
from tests.opendata import lindenhagen
from tests.opendata.conftest import BASE
from tests.opendata.crawler import TYPE_ROOT, Crawler
from tests.opendata.specification import TYPES

pytestmark = pytest.mark.django_db
SCHEMAS = Path(__file__).parents[2].parent / "shared" / "oparl-schema"


@pytest.mark.parametrize("page_size", [1, 2, 100])
def test_every_object_and_list_keeps_every_rule(client, town, page_size):
    found = Crawler(client, base=BASE, page_size=page_size).crawl()
    assert found.faults == []
    assert {name: len(objects) for name, objects in found.by_type().items()} == {
        "System": 1, "Body": 1, "LegislativeTerm": 2, "Organization": 3, "Person": 2, "Membership": 2, "Meeting": 2,
        "AgendaItem": 3, "Paper": 2, "Consultation": 3, "File": 3, "Location": 1,
    }  # fmt: skip


def test_a_town_without_anything_keeps_every_rule_too(client, db):
    publish([lindenhagen.system(), lindenhagen.body()])
    found = Crawler(client, base=BASE).crawl()
    assert found.faults == []
    assert found.objects[f"{BASE}/oparl/v1.1/body/{lindenhagen.BODY}"]["legislativeTerm"] == []
    assert len(found.lists) == 11
    assert [len(objects) for objects in found.lists.values()].count(0) == 10


def test_the_crawler_sees_faults(client, town, monkeypatch):
    """A checker that never complains proves nothing."""
    get = Crawler._get

    def spoiled(self, address):
        found = get(self, address)
        if address.endswith("/meeting/s1"):
            found |= {"start": "2026-03-03T16:30:15.123Z", "name": "", "body": BASE, "keyword": []}
            found["agendaItem"][1]["order"] = 5
        if address.endswith("/file/f1"):
            found["paper"] = []
        return found

    monkeypatch.setattr(Crawler, "_get", spoiled)
    faults = "\n".join(Crawler(client, base=BASE).crawl().faults)
    for rule in ("start is no moment", "name is no text", "unknown attribute body", "keyword as list",
                 "order [0, 5, 2]", "does not name", "stands otherwise"):  # fmt: skip
        assert rule in faults


@pytest.mark.skipif(not SCHEMAS.exists(), reason="the standard's JSON schemas are not beside the checkout")
def test_every_object_is_valid_by_the_standards_schemas(client, town):
    schemas = {path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    schemas["Body.json"]["properties"]["mainOrganization"] = {"type": "string"}  # a slip of the schemas
    registry = referencing.Registry().with_resources(
        (address, referencing.Resource.from_contents(schema))
        for name, schema in schemas.items()
        for address in (name, TYPE_ROOT + name)
    )
    faults = []
    for found in Crawler(client, base=BASE).crawl().objects.values():
        name = found["type"].removeprefix(TYPE_ROOT)
        validator = jsonschema.Draft7Validator(
            schemas[f"{name}.json"],
            registry=registry,
            format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER,
        )
        faults += [f"{found['id']}: {error.message}" for error in validator.iter_errors(found)]
    assert faults == []
    assert set(TYPES) == {name.removesuffix(".json") for name in schemas}

"""What the demo town gives out as HSDS comes back in a town that has nothing yet, word for word and in its order."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from ratslinde.integration.importing import actions, working
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    Cooperation,
    NetworkCoordination,
    NotIntended,
    Offer,
    Place,
    Resource,
    SocialSpace,
    Taxonomy,
    Term,
    Translation,
)
from ratslinde.record.models import Published, Version
from ratslinde.record.values import HSDS_KINDS

KINDS = {
    "taxonomies": Taxonomy, "taxonomy_terms": Term, "service_areas": SocialSpace, "locations": Place,
    "organizations": Actor, "services": Offer,
}  # fmt: skip

pytestmark = pytest.mark.django_db


def everything() -> bytes:
    return Client().get("/hsds/alles.json").content


def empty_the_landscape() -> None:
    """As if this were another town's installation that has nothing yet."""
    for record in (Published, Version):
        record.objects.filter(kind__in=HSDS_KINDS).delete()
    Translation.objects.all().delete()
    NetworkCoordination.objects.all().delete()
    Term.objects.update(parent=None)
    for model in (
        NotIntended,
        Cooperation,
        Resource,
        Activity,
        Offer,
        Actor,
        Place,
        SocialSpace,
        Term,
        Taxonomy,
    ):
        model.objects.all().delete()


def publish_everything(manager, body) -> None:
    for taxonomy in Taxonomy.objects.filter(body=body).order_by("pk"):
        landscape.publish_taxonomy(manager, taxonomy)
    for space in SocialSpace.objects.filter(body=body).order_by("pk"):
        landscape.publish_space(manager, space)
    rows = [row for model in (Actor, Offer) for row in model.objects.filter(body=body).order_by("pk")]
    landscape.publish_many(manager, body, rows=rows)


def test_everything_of_the_demo_town_comes_back_byte_for_byte(demo, manager):
    before = everything()
    given = {name: len(json.loads(before)[name]) for name in KINDS}
    empty_the_landscape()
    run = actions.read_in(manager, demo, name="alles.json", data=before)
    working.compare_run(run.public_id)
    run.refresh_from_db()
    told_apart = run.rows.filter(verdict="open").values_list("number", flat=True)  # there, too
    run = actions.decide(manager, run, decisions=dict.fromkeys(told_apart, ("new", "")))
    working.compare_run(run.public_id)
    run.refresh_from_db()
    assert {row.verdict for row in run.rows.all()} == {"new"}
    assert run.left_out == {}
    actions.write(manager, run)
    assert {name: model.objects.count() for name, model in KINDS.items()} == given
    publish_everything(manager, demo)
    after = everything()
    assert {name: len(json.loads(after)[name]) for name in KINDS} == given
    assert all(given.values())
    different = [
        (name, mine.get("name"), [key for key in {*mine, *theirs} if mine.get(key) != theirs.get(key)])
        for name in KINDS
        for mine, theirs in zip(json.loads(after)[name], json.loads(before)[name], strict=True)
        if mine != theirs
    ]
    assert different == []
    assert after == before

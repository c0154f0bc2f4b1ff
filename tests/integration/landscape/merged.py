"""Merging two entries, and everything that stands before and after."""

from __future__ import annotations

import json
from typing import Any

from django.core import serializers

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    Cooperation,
    FormerId,
    Merger,
    NetworkCoordination,
    Offer,
    OfferLanguage,
    OfferSite,
    Place,
    Resource,
    Schedule,
    Translation,
)
from ratslinde.record.models import Published

TABLES = (
    Actor, Offer, Place, OfferSite, Schedule, ContactPerson, Resource, Activity, Cooperation, FormerId, Translation,
    NetworkCoordination,
)  # fmt: skip
COUNTED = {"revision", "changed_at", "stated_at"}
"""What counts on, whatever is put back."""


def desk_rows() -> dict[str, object]:
    """Everything that stands in the landscape; languages by what they say: their rows are made anew each time."""
    languages = OfferLanguage.objects.order_by("offer", "code").values_list("offer", "code", "interpreted")
    return {"languages": list(languages)} | {
        f"{each['model']} {each['pk']}": {
            key: said for key, said in each["fields"].items() if key not in COUNTED
        }
        for table in TABLES
        for each in json.loads(serializers.serialize("json", table.objects.all()))
    }


def public_values() -> dict[str, Any]:
    """What everybody reads, without the moments."""
    rows = Published.objects.filter(deleted=False)
    return {row.pk: _timeless(json.loads(row.standalone.replace("\x1f", ""))) for row in rows}


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _timeless(each) for key, each in value.items() if key not in ("last_modified", "modified")
        }
    return [*map(_timeless, value)] if isinstance(value, list) else value


def published(account, *rows) -> list[Any]:
    """The rows, actors first, as they stand once they are public."""
    for row in rows:
        verb = actions.publish_actor if isinstance(row, Actor) else actions.publish_offer
        verb(account, type(row).objects.get(pk=row.pk))
    return [type(row).objects.get(pk=row.pk) for row in rows]


def merged(account, kept, other, **take) -> tuple[Merger, Any]:
    """The merging, and the row that stays."""
    verb = {Actor: actions.merge_actors, Offer: actions.merge_offers, Place: actions.merge_places}[type(kept)]
    row = verb(account, kept, other=other, take=take)
    return Merger.objects.latest("pk"), row

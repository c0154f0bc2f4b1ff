"""What an offer's sites and languages and an actor's activities are when they are handed to a verb.

And how any field is kept as plain data.
"""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    Offer,
    OfferSite,
    Place,
    SocialSpace,
    Term,
)
from ratslinde.kernel.text import clean

Plain = str | int | float | bool | list[Any] | dict[str, Any] | None


@dataclass(frozen=True, kw_only=True)
class GivenSchedule:
    """One row of times; see `models.Schedule`. `standard_id` None: that of the row it replaces, or a new one."""

    start: datetime.date | None = None
    opens_at: datetime.time | None = None
    closes_at: datetime.time | None = None
    frequency: str = ""
    interval: int = 1
    days: str = ""
    until: datetime.date | None = None
    cancelled: tuple[str, ...] = ()
    description: str = ""
    standard_id: uuid.UUID | None = None

    def __post_init__(self) -> None:
        """As the texts of every row that is edited at the desk."""
        object.__setattr__(self, "description", clean(self.description))


TIMES = tuple(name for name in GivenSchedule.__dataclass_fields__ if name != "standard_id")
"""What a row of times says."""


@dataclass(frozen=True, kw_only=True)
class GivenPlace:
    """A place as it is described where it is needed; '' and None are unknown. A verb finds or adds the row."""

    name: str
    street_address: str = ""
    postal_code: str = ""
    locality: str = ""
    accessible: bool | None = None


@dataclass(frozen=True, kw_only=True)
class GivenSite:
    """Where an offer takes place; `place` None is no fixed place. `standard_id` as of a GivenSchedule."""

    place: Place | GivenPlace | None = None
    spaces: tuple[SocialSpace, ...] = ()
    note: str = ""
    schedules: tuple[GivenSchedule, ...] = ()
    standard_id: uuid.UUID | None = None

    def __post_init__(self) -> None:
        """As the texts of every row that is edited at the desk."""
        object.__setattr__(self, "note", clean(self.note))


@dataclass(frozen=True, kw_only=True)
class PlacedSite(GivenSite):
    """A site whose place stands in the list: what rows are made of."""

    place: Place | None = None


@dataclass(frozen=True, kw_only=True)
class GivenActivity:
    """What an actor does in a field; see `models.Activity`."""

    field: Term
    role: str
    whole_town: bool | None = None
    spaces: tuple[SocialSpace, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    source: str = ""
    note: str = ""

    @classmethod
    def of(cls, row: Activity) -> GivenActivity:
        """The activity as it stands."""
        own = {name: getattr(row, name) for name in DONE}
        return cls(field=row.field, spaces=tuple(row.spaces.all()), **own)


DONE = tuple(name for name in GivenActivity.__dataclass_fields__ if name not in ("field", "spaces"))
"""The columns of an activity, besides the field it is about."""


@dataclass(frozen=True, order=True)
class GivenLanguage:
    """A language of an offer, by its BCP 47 code."""

    code: str
    interpreted: bool = False


def plain(row: models.Model, name: str) -> Plain:
    """The field as JSON data: rows as public ids, days and amounts as text."""
    if name == "languages" and isinstance(row, Offer):
        return [[each.code, each.interpreted] for each in row.languages.all()]
    if name == "activities" and isinstance(row, Actor):
        return plain_activities([GivenActivity.of(each) for each in row.activities.all()])
    if name == "sites" and isinstance(row, Offer):
        return [
            _site(each) for each in row.sites.prefetch_related("spaces", "schedules").select_related("place")
        ]
    if name == "mappings" and isinstance(row, Term):
        return [[each.scheme, each.code, each.relation] for each in row.mappings.all()]
    value = getattr(row, name)
    if isinstance(value, models.Manager):
        return sorted(each.public_id for each in value.all())
    return plain_value(value)


def plain_activities(given: Iterable[GivenActivity]) -> list[Any]:
    """The activities as JSON data, in an order of their own."""
    rows = [
        {
            "field": each.field.public_id,
            "spaces": sorted(space.public_id for space in each.spaces),
            **{name: plain_value(getattr(each, name)) for name in DONE},
        }
        for each in given
    ]
    return sorted(rows, key=lambda row: (row["field"], row["role"]))


def plain_value(value: Any) -> Plain:
    """A value as JSON data."""
    if isinstance(value, models.Model):
        return str(getattr(value, "public_id", value.pk))
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal | uuid.UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain_value(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain_value(item) for item in value]
    return value  # type: ignore[no-any-return]


def _site(site: OfferSite) -> dict[str, Any]:
    return {
        "place": plain_value(site.place),
        "spaces": sorted(space.public_id for space in site.spaces.all()),
        "note": site.note,
        "schedules": [
            {name: plain_value(getattr(row, name)) for name in TIMES} for row in site.schedules.all()
        ],
    }

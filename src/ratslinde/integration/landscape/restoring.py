"""The way back from plain data to what a field holds: for taking a change back."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import models

from ratslinde.integration.landscape.models import Activity, Actor, Offer, Place, SocialSpace, Term
from ratslinde.integration.landscape.values import (
    DONE,
    GivenActivity,
    GivenLanguage,
    GivenSchedule,
    PlacedSite,
    Plain,
)
from ratslinde.kernel.errors import Refused


def restored(model: type[models.Model], name: str, value: Plain) -> Any:
    """What `values.plain` was made from. Raises Refused when something it names is gone."""
    rows = value if isinstance(value, list) else []
    if model is Offer and name == "languages":
        return [GivenLanguage(code, interpreted) for code, interpreted in rows]
    if model is Actor and name == "activities":
        return [_activity(each) for each in rows]
    if model is Term and name == "mappings":
        return [tuple(each) for each in rows]
    if model is Offer and name == "sites":
        return [_site(each) for each in rows]
    many = {each.name: each for each in model._meta.many_to_many}
    if name in many:
        return [_row(many[name].related_model, each) for each in rows]
    column = {each.name: each for each in model._meta.concrete_fields}[name]
    if column.is_relation:
        return None if value is None else _row(column.related_model, value)
    return column.to_python(value)


def _row(model: Any, public_id: Any) -> Any:
    found = model._default_manager.filter(public_id=public_id).first()
    if found is None:
        raise Refused("Etwas, das damals hier stand, gibt es nicht mehr. Bitte von Hand ändern.")
    return found


def _activity(data: Any) -> GivenActivity:
    fields = {each.name: each for each in Activity._meta.concrete_fields}
    columns = {name: fields[name].to_python(data[name]) for name in DONE}
    spaces = tuple(_row(SocialSpace, each) for each in data["spaces"])
    return GivenActivity(field=_row(Term, data["field"]), spaces=spaces, **columns)


def _site(data: Any) -> PlacedSite:
    return PlacedSite(
        place=_row(Place, data["place"]) if data["place"] else None,
        spaces=tuple(_row(SocialSpace, each) for each in data["spaces"]),
        note=data["note"],
        schedules=tuple(given_schedule(each) for each in data["schedules"]),
        standard_id=_uuid(data),
    )


def _uuid(data: dict[str, Any]) -> uuid.UUID | None:
    """The UUID that a file gave; the history keeps none."""
    return uuid.UUID(data["standard_id"]) if data.get("standard_id") else None


def given_schedule(data: dict[str, Any]) -> GivenSchedule:
    """A row of times out of the plain data that the history keeps."""
    day, hour = datetime.date.fromisoformat, datetime.time.fromisoformat
    return GivenSchedule(
        start=day(data["start"]) if data["start"] else None,
        opens_at=hour(data["opens_at"]) if data["opens_at"] else None,
        closes_at=hour(data["closes_at"]) if data["closes_at"] else None,
        frequency=data["frequency"],
        interval=data["interval"],
        days=data["days"],
        until=day(data["until"]) if data["until"] else None,
        cancelled=tuple(data["cancelled"]),
        description=data["description"],
        standard_id=_uuid(data),
    )

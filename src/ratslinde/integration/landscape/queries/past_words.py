"""What stood in a field, in German words: plain data of the history, with the names of the rows that it mentions."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from django.db import models

from ratslinde.integration.landscape.models import ActivityRole, LandscapeRow
from ratslinde.integration.landscape.models.vocabulary import MappingRelation
from ratslinde.integration.landscape.restoring import given_schedule
from ratslinde.kernel import clock, times_in_words
from ratslinde.kernel.languages import name_of

UNKNOWN = "nicht bekannt"
NOTHING = "–"
PUT_AWAY = "archived_at"
Names = Mapping[str, str]
"""Public ids to the names of rows."""
_GONE = "gibt es nicht mehr"


def in_words(kind: type[LandscapeRow], field: str, value: Any, names: Names) -> str:
    """The value of a field of that kind of row; what nobody has said is 'nicht bekannt', an empty list '–'."""
    if field == PUT_AWAY:
        return "abgelegt" if value else "nicht abgelegt"
    if value is None or value == "":
        return UNKNOWN
    special = _SPECIAL.get((kind.__name__, field))
    if special is not None:
        return special(value, names) or NOTHING
    if isinstance(value, list):
        return ", ".join(sorted(names.get(str(each), _GONE) for each in value)) or NOTHING
    column = {each.name: each for each in kind._meta.concrete_fields}.get(field)
    return _column(column, value, names)


def _column(column: models.Field[Any, Any] | None, value: Any, names: Names) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(column, models.ForeignKey):
        return names.get(str(value), _GONE)
    if isinstance(column, models.DateTimeField):
        return f"{clock.town_time(datetime.datetime.fromisoformat(str(value))):%d.%m.%Y, %H:%M} Uhr"
    if isinstance(column, models.DateField):
        return _day(str(value))
    if isinstance(column, models.DecimalField):
        return str(format_decimal(Decimal(str(value)), f"#,##0.{'0' * column.decimal_places}", locale="de"))
    if isinstance(column, models.FloatField):
        return str(format_decimal(value, locale="de", decimal_quantization=False))
    choices: Mapping[Any, Any] = dict(getattr(column, "flatchoices", None) or ())
    return str(choices.get(value, value))


def _day(text: str) -> str:
    return f"{datetime.date.fromisoformat(text):%d.%m.%Y}"


def _spoken(codes: Any, _names: Names) -> str:
    return ", ".join(map(name_of, str(codes).split()))


def _languages(rows: Any, _names: Names) -> str:
    return ", ".join(
        f"{name_of(code)} (gedolmetscht)" if interpreted else name_of(code) for code, interpreted in rows
    )


def _mappings(rows: Any, _names: Names) -> str:
    return "; ".join(f"{MappingRelation(relation).label} {scheme} {code}" for scheme, code, relation in rows)


def _boundary(geometry: Any, _names: Names) -> str:
    parts = geometry.get("coordinates", ()) if isinstance(geometry, dict) else ()
    points = sum(len(ring) for part in parts for ring in part)
    return f"Grenze mit {points} Punkten"


def _activities(rows: Any, names: Names) -> str:
    return "; ".join(sorted(_activity(each, names) for each in rows))


def _activity(value: Mapping[str, Any], names: Names) -> str:
    """'Wohnen (berät, in der ganzen Kommune, bis 22.11.2026, Quelle: Gespräch)'."""
    whole = {True: "in der ganzen Kommune", False: "" if value["spaces"] else "nicht in der ganzen Kommune"}
    parts = [
        str(ActivityRole(value["role"]).label), whole.get(value["whole_town"], ""), _spaces(value["spaces"], names),
        *(f"{word} {_day(value[name])}" for name, word in (("since", "seit"), ("until", "bis")) if value[name]),
        *(f"{word}: {value[name]}" for name, word in (("source", "Quelle"), ("note", "Notiz")) if value.get(name)),
    ]  # fmt: skip
    return f"{names.get(value['field'], _GONE)} ({', '.join(part for part in parts if part)})"


def _spaces(ids: Any, names: Names) -> str:
    return f"für {', '.join(sorted(names.get(each, _GONE) for each in ids))}" if ids else ""


def _sites(rows: Any, names: Names) -> str:
    return "; ".join(_site(each, names) for each in rows)


def _site(site: Mapping[str, Any], names: Names) -> str:
    place = names.get(site["place"], _GONE) if site["place"] else "kein fester Ort"
    times = [
        times_in_words.in_words(given_schedule(each), description=each["description"], whole=True)
        for each in site["schedules"]
    ]
    head = ", ".join(part for part in (place, site["note"], _spaces(site["spaces"], names)) if part)
    return f"{head}: {' und '.join(times)}" if times else head


_SPECIAL: Mapping[tuple[str, str], Callable[[Any, Names], str]] = {
    ("Actor", "languages"): _spoken, ("Actor", "activities"): _activities, ("Offer", "languages"): _languages,
    ("Offer", "sites"): _sites, ("Term", "mappings"): _mappings, ("SocialSpace", "geometry"): _boundary,
}  # fmt: skip

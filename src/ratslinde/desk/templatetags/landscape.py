"""What the landscape's templates ask: addresses of rows, labels of fields, times and languages in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from django import template
from django.urls import reverse

from ratslinde.desk import words
from ratslinde.integration.landscape.models import Actor, Schedule
from ratslinde.kernel import clock
from ratslinde.kernel.languages import name_of
from ratslinde.kernel.recurrence import WEEKDAYS, is_out_of_step

register = template.Library()
LINE = 45
"""Characters of a line of a box that has half the page."""

_EURO = ("€", "eur", "euro")
MOST_NAMED = 2
"""Days in a row that are named one by one: three are said as "montags bis mittwochs"."""

_DAYS = ("montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags")
_ONE_DAY = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_OWN = {
    "languages": "Sprachen",
    "sites": "Orte und Zeiten",
    "mappings": "Entsprechungen",
    "geometry": "Grenze",
}


@register.filter
def label_of(field: str, row: Any) -> str:
    """The label of a field of a row or of a kind of row."""
    kind = row if isinstance(row, str) else type(row).__name__
    return _OWN.get(field) or words.field(kind, field)


@register.filter
def kind_of(row: Any) -> str:
    """The kind of a row, by its name in code."""
    return type(row).__name__


@register.filter
def landscape_page(row: Any) -> str:
    """The address of an actor or offer at the desk."""
    name = "desk_landscape:actor" if isinstance(row, Actor) else "desk_landscape:offer"
    return reverse(name, args=[row.public_id])


@register.filter
def language_names(codes: str | None) -> str:
    """The names of languages given by their codes, joined by commas; '' when nobody has said."""
    return ", ".join(map(name_of, (codes or "").split()))


@register.filter
def entry(table: Mapping[str, Any], key: str) -> Any:
    """The value of a key in a table of words."""
    return table.get(key, key)


@register.filter
def amount_in(amount: Decimal, unit: str) -> str:
    """An amount with its unit as people write it here: '18.000 €', '1,5 VZÄ'; cents only where there are some."""
    is_money = unit.strip().casefold() in _EURO
    form = "#,##0.00" if is_money and amount % 1 else None
    return f"{format_decimal(amount, format=form, locale='de')} {'€' if is_money else unit}".strip()


@register.filter
def lines_of(text: str) -> int:
    """How many lines a box needs that holds the text, or its translation."""
    return max(2, sum(-(-max(len(line), 1) // LINE) for line in text.splitlines()) + 1)


@register.filter
def times_words(times: Schedule) -> str:
    """A row of times as a person says it: 'dienstags, 16:00 bis 18:00 Uhr'; the first day while it is still to come."""
    parts = [_repeated(times), _hours(times)]
    if is_out_of_step(times):
        parts.append("erster Tag nicht bekannt")
    if times.frequency and times.start and times.start > clock.today():
        parts.append(f"ab {times.start:%d.%m.%Y}")
    if times.frequency and times.until:
        parts.append(f"bis {times.until:%d.%m.%Y}")
    if times.cancelled:
        parts.append("ein Ausfall" if len(times.cancelled) == 1 else f"{len(times.cancelled)} Ausfälle")
    return ", ".join(part for part in [*parts, times.description] if part)


def _repeated(times: Schedule) -> str:
    days = [day for day in times.days.split(",") if day]
    if not times.frequency:
        return f"{_ONE_DAY[times.start.weekday()]}, {times.start:%d.%m.%Y}" if times.start else ""
    if times.frequency == "MONTHLY":
        named = [f"{_place(day[:-2])} {_ONE_DAY[WEEKDAYS.index(day[-2:])]}" for day in days]
        own = f"am {times.start.day}. jedes Monats" if times.start else ""
        return f"jeden {' und '.join(named)} im Monat" if named else own
    every = "" if times.interval == 1 else f"alle {times.interval} Wochen "
    own_day = {times.start.weekday()} if times.start else set()
    found = sorted({WEEKDAYS.index(day) for day in days} or own_day)
    if len(found) > MOST_NAMED and found[-1] - found[0] == len(found) - 1:
        return f"{every}{_DAYS[found[0]]} bis {_DAYS[found[-1]]}"
    *first, last = (_DAYS[day] for day in found)
    return every + (f"{', '.join(first)} und {last}" if first else last)


def _place(text: str) -> str:
    return "letzten" if text == "-1" else f"{text}."


def _hours(times: Schedule) -> str:
    if times.opens_at is None:
        return ""
    return f"{times.opens_at:%H:%M}" + (f" bis {times.closes_at:%H:%M} Uhr" if times.closes_at else " Uhr")

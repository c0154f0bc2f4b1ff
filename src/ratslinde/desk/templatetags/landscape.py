"""What the landscape's templates ask: addresses of rows, labels of fields, times and languages in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from django import template
from django.urls import reverse

from ratslinde.desk import words
from ratslinde.desk.landscape.offers import in_words
from ratslinde.integration.landscape.models import Actor, Schedule
from ratslinde.integration.landscape.queries.offers import gets_in
from ratslinde.kernel import times_in_words
from ratslinde.kernel.languages import name_of

register = template.Library()
register.filter("age_words", in_words.age_words)
register.filter("cost_words", in_words.cost_words)
register.filter("capacity_words", in_words.capacity_words)
register.filter("lasting_words", in_words.lasting_words)
register.filter("gets_in", gets_in)
LINE = 45
"""Characters of a line of a box that has half the page."""

_EURO = ("€", "eur", "euro")


@register.filter
def label_of(field: str, row: Any) -> str:
    """The label of a field of a row or of a kind of row."""
    kind = row if isinstance(row, str) else type(row).__name__
    return words.field(kind, field)


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
    return times_in_words.in_words(times, description=times.description)

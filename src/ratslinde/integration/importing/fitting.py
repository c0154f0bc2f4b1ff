"""Whether what a file states fits into the fields: too long texts and contradictions, said before anything is done."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import URLField

from ratslinde.integration.importing.rules.stated import Problem, Stated
from ratslinde.integration.importing.standing import MODELS
from ratslinde.integration.landscape.actions.offers import check_offer
from ratslinde.integration.landscape.rules import geography
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.phone_numbers import is_phone_number
from ratslinde.kernel.web_addresses import is_web_address


def fit(stated: Stated) -> None:
    """Leave out what no field can hold, and say so; a name that is too long stops the row."""
    for name, value in list(stated.values.items()):
        wrong = _no_way_to_reach(stated.kind, name, str(value)) if value else ""
        if wrong:
            stated.problems.append(Problem(_title(stated.kind, name), wrong))
            del stated.values[name]
            continue
        limit = _limit(stated.kind, name)
        if isinstance(value, str) and limit and len(value) > limit:
            title = _title(stated.kind, name)
            stated.problems.append(
                Problem(
                    title, f"{title}: höchstens {limit} Zeichen; es sind {len(value)}.", blocks=name == "name"
                )
            )
            del stated.values[name]
    if "geometry" in stated.values:
        try:
            stated.values["geometry"] = geography.boundary(stated.values["geometry"])
        except Refused as refusal:
            stated.problems.append(Problem("Grenze", refusal.message))
            del stated.values["geometry"]


def contradiction(kind: str, values: Mapping[str, Any]) -> str:
    """Why an offer of these values cannot be, in a sentence; '' when it can."""
    del kind
    try:
        check_offer({name: _typed(name, value) for name, value in values.items()})
    except Refused as refusal:
        return refusal.message
    return ""


def _typed(name: str, value: Any) -> Any:
    if name in ("valid_from", "valid_until") and isinstance(value, str):
        return datetime.date.fromisoformat(value)
    if name == "cost_amount" and isinstance(value, str):
        return Decimal(value)
    return value


def _title(kind: str, name: str) -> str:
    return str(getattr(_field(kind, name), "verbose_name", name))


def _limit(kind: str, name: str) -> int | None:
    if name in ("place", "actor", "parent", "kind", "form", "space"):
        return None
    return getattr(_field(kind, name), "max_length", None)


def _no_way_to_reach(kind: str, name: str, value: str) -> str:
    """The sentence that says that this is no address of a page or no telephone number; '' where it is one."""
    if isinstance(_field(kind, name), URLField) and not is_web_address(value):
        return f"„{value}“ ist keine Internetadresse."
    if name == "phone" and not is_phone_number(value):
        return f"„{value}“ ist keine Telefonnummer."
    return ""


@cache
def _field(kind: str, name: str) -> Any:
    """The model's field; None for what is a row of its own."""
    try:
        return MODELS[kind]._meta.get_field(name)
    except FieldDoesNotExist:
        return None

"""Whether what a file states fits into the fields: too long texts and contradictions, said before anything is done."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist

from ratslinde.integration.importing.rules.stated import Problem, Stated
from ratslinde.integration.importing.standing import MODELS
from ratslinde.integration.landscape.actions.offers import check_offer
from ratslinde.integration.landscape.rules import geography
from ratslinde.kernel.errors import Refused


def fit(stated: Stated) -> None:
    """Leave out what no field can hold, and say so; a name that is too long stops the row."""
    for name, value in list(stated.values.items()):
        limit = _limit(stated.kind, name)
        if isinstance(value, str) and limit and len(value) > limit:
            title = str(getattr(MODELS[stated.kind]._meta.get_field(name), "verbose_name", name))
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


@cache
def _limit(kind: str, name: str) -> int | None:
    if name in ("place", "actor", "parent", "kind", "form", "space"):
        return None
    try:
        field = MODELS[kind]._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return getattr(field, "max_length", None)

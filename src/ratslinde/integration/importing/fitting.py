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
from ratslinde.integration.landscape.models import ContactPerson, OfferSite, Schedule
from ratslinde.integration.landscape.rules import geography
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.phone_numbers import is_phone_number
from ratslinde.kernel.text import shortened
from ratslinde.kernel.web_addresses import is_web_address

_SHOWN = 60
"""Characters of a text that is too long, so that its cell is found again."""
_Part = type[OfferSite | Schedule | ContactPerson]


def fit(stated: Stated) -> None:
    """Leave out what no field can hold, and say so; a name that is too long stops the row."""
    for name, value in list(stated.values.items()):
        wrong = _no_way_to_reach(stated.kind, name, str(value)) if value else ""
        if wrong:
            stated.problems.append(Problem(_title(stated, name), wrong))
            del stated.values[name]
            continue
        limit = _limit(stated.kind, name)
        if isinstance(value, str) and limit and len(value) > limit:
            stated.problems.append(_too_long(_title(stated, name), value, limit=limit, blocks=name == "name"))
            del stated.values[name]
    _fit_sites(stated)
    _fit_contacts(stated)
    if "geometry" in stated.values:
        try:
            stated.values["geometry"] = geography.boundary(stated.values["geometry"])
        except Refused as refusal:
            stated.problems.append(Problem("Grenze", refusal.message))
            del stated.values["geometry"]


def _fit_sites(stated: Stated) -> None:
    """Shorten notes of sites and times to what their fields hold; days that no field holds are left out with them."""
    for site in stated.values.get("sites", []):
        site["note"] = _short(stated, OfferSite, "note", site["note"])
        for times in site["schedules"]:
            times["description"] = _short(stated, Schedule, "description", times["description"])
        most = _most(Schedule, "days")
        fitting = [times for times in site["schedules"] if len(times["days"]) <= most]
        if len(fitting) < len(site["schedules"]):
            stated.problems.append(
                Problem("Tage", "Diese Zeiten nennen mehr Tage, als es gibt; weggelassen.")
            )
            site["schedules"] = fitting


def _fit_contacts(stated: Stated) -> None:
    """Shorten what is said of whom to ask: an actor has several, an offer one."""
    for person in (*stated.values.get("contacts", []), stated.values.get("contact")):
        for name in ("function", "given_name", "family_name", "phone", "email"):
            if isinstance(person, dict) and name in person:
                person[name] = _short(stated, ContactPerson, name, person[name])


def _short(stated: Stated, model: _Part, name: str, text: str) -> str:
    title, most = str(getattr(model._meta.get_field(name), "verbose_name", name)), _most(model, name)
    if len(text) <= most:
        return text
    sentence = f"Höchstens {most} Zeichen; es sind {len(text)}. Der Text wurde gekürzt. Bitte prüfen."
    stated.problems.append(Problem(title, sentence))
    return shortened(text, most=most)


def _most(model: _Part, name: str) -> int:
    return int(getattr(model._meta.get_field(name), "max_length", 0))


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


def _too_long(title: str, text: str, *, limit: int, blocks: bool) -> Problem:
    shown = shortened(text, most=_SHOWN)
    return Problem(title, f"Höchstens {limit} Zeichen; „{shown}“ hat {len(text)}.", blocks)


def _title(stated: Stated, name: str) -> str:
    """What the list calls the column, else what the desk calls the field."""
    return stated.titles.get(name) or str(getattr(_field(stated.kind, name), "verbose_name", name))


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

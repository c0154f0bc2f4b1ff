"""Costs, ages, places and choices of an offer, out of an HSDS service."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ratslinde.integration.importing.rules.hsds.collecting import Collected
from ratslinde.integration.importing.rules.hsds.parts import iso_day
from ratslinde.integration.importing.rules.reading.amounts import CENT
from ratslinde.kernel import clock

_CHOICES = {
    "x_mode": ("mode", ("on_site", "online", "outreach", "hybrid")),
    "x_access": ("access", ("open", "registration", "referral")),
    "x_ages": ("ages", ("all", "range")),
    "x_groups": ("groups_known", ("everyone", "listed")),
}


def costs(collected: Collected, values: dict[str, Any], found: Mapping[str, Any]) -> None:
    """Fill in whether it costs something, and how much; a second option is counted as left out."""
    options = [each for each in found.get("cost_options", []) if isinstance(each, dict)]
    if not options:
        return
    amount, word = options[0].get("amount"), str(options[0].get("option", ""))
    if amount is None and word not in ("kostenfrei", "kostenpflichtig"):
        values.setdefault("cost_note", word or str(options[0].get("amount_description", "")))
        return
    values["cost"] = "free" if word == "kostenfrei" or amount == 0 else "paid"
    if values["cost"] == "paid" and isinstance(amount, int | float):
        values["cost_amount"] = str(Decimal(str(amount)).quantize(CENT))
    if len(options) > 1:
        collected.left_out["services.cost_options (weitere)"] += 1


def ages(values: dict[str, Any], found: Mapping[str, Any]) -> None:
    """Fill in from which age to which, where one is given."""
    given = {"age_from": found.get("minimum_age"), "age_to": found.get("maximum_age")}
    known = {name: int(age) for name, age in given.items() if isinstance(age, int | float)}
    if known:
        values.update({"ages": "range", **known})


def known(values: dict[str, Any], found: Mapping[str, Any]) -> None:
    """Fill in what HSDS has no word for, where the file says it as our own export does."""
    for attribute, (name, words) in _CHOICES.items():
        if found.get(attribute) in words:
            values[name] = found[attribute]
    if isinstance(found.get("x_whole_town"), bool):
        values["area"] = "town" if found["x_whole_town"] else "spaces"
    if isinstance(found.get("x_volunteers_only"), bool):
        values["volunteers_only"] = found["x_volunteers_only"]


def capacity(collected: Collected, values: dict[str, Any], found: Mapping[str, Any]) -> None:
    """Fill in how many places there are, how many are free, and of which day that is."""
    rows = found.get("capacities", [])
    for each in rows[:1]:
        given = {
            "available": each.get("available"),
            "capacity": each.get("maximum"),
            "waiting": each.get("x_waiting"),
        }
        values.update(
            {name: int(number) for name, number in given.items() if isinstance(number, int | float)}
        )
        day = iso_day(str(each.get("updated", "")), clock.TOWN_ZONE)
        if day:
            values["capacity_on"] = day
    if len(rows) > 1:
        collected.left_out["services.capacities (weitere)"] += 1

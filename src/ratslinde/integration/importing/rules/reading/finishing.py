"""What several cells of a row say together: an address is a place, a place with times is a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import ROLES
from ratslinde.integration.importing.rules.places.siting import place_of
from ratslinde.integration.importing.rules.places.spreading import spread_address
from ratslinde.integration.importing.rules.places.towns import check_town
from ratslinde.integration.importing.rules.places.whole_addresses import whole_address
from ratslinde.integration.importing.rules.times.scheduling import schedules_of
from ratslinde.kernel.text import shortened

OPEN: Mapping[str, tuple[str, str | bool]] = {
    "languages": ("languages_known", False), "interpreted": ("languages_known", False),
    "groups": ("groups_known", ""), "spaces": ("area", ""), "fields": ("fields_known", False),
}  # fmt: skip
"""By column: the field that says whether the list is whole, and its value for "nobody knows"."""
_HALF_READ = (
    "Nicht alles ließ sich lesen. Bis das geklärt ist, gilt die Angabe als unvollständig: Was hier fehlt, ist nicht "
    "bekannt."
)


def finish_place(read: Cells) -> None:
    """An address in one cell fills the three, also in that of the name; half a coordinate is none."""
    spread_address(read)
    check_town(read)
    if read.quarter:
        read.values.setdefault("space", read.quarter)
    found = whole_address(read.values.get("name", ""), read.rows.words.towns)
    if found and not read.stated.origin and "street_address" not in read.values:
        read.values["name"] = found.label
        found.fill(read.values)
        read.beside += [found.room] if found.room else []
    _keep_beside(read, "accessibility")
    if ("latitude" in read.values) != ("longitude" in read.values):
        read.values.pop("latitude", None)
        read.values.pop("longitude", None)
        read.problem("latitude", "Es fehlt Breite oder Länge; beide wurden weggelassen.")
    latitude, longitude = read.values.get("latitude", 0.0), read.values.get("longitude", 0.0)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        read.values.pop("latitude"), read.values.pop("longitude")
        read.problem("latitude", "Diese Koordinaten gibt es nicht; sie wurden weggelassen.")
    if "space" in read.values:
        read.values["space_by_hand"] = True


def finish_actor(read: Cells) -> None:
    """The seat becomes a place, the columns of roles become activities, languages one text."""
    place = place_of(read)
    if place:
        read.values["place"] = place
    _keep_beside(read, "note")
    if "languages" in read.values:
        read.values["languages"] = " ".join(read.values["languages"])
        if "languages" in read.half_read:
            read.values["languages_known"] = "more"
    activities = [[term, role] for role in ROLES for term in read.values.pop(f"role_{role}", [])]
    if activities:
        read.values["activities"] = sorted(activities)
    if read.values.get("parent") == read.stated.reference:
        del read.values["parent"]
    roles = sorted(name for name in read.half_read if name.startswith("role_"))
    if roles:
        read.values["fields_known"] = "more"
    read.problem_of([*(["languages"] if "languages_known" in read.values else []), *roles], _HALF_READ)


def finish_offer(read: Cells) -> None:
    """Languages, ages, costs and the site out of the columns that speak of them."""
    values = read.values
    if "actor" not in values:
        read.problem("actor", "Es fehlt der Anbieter.", blocks=True)
    _hint(read)
    _languages(values)
    if "groups" in values:
        values["groups_known"] = "listed"
    if "fields" in values:
        values["fields_known"] = True
    if "cost_amount" in values and values.get("cost") != "paid":
        _amount_says(read)
    if values.get("available", 0) > values.get("capacity", values.get("available", 0)):
        del values["available"]
        read.problem("available", "Es können nicht mehr Plätze frei sein, als es gibt; weggelassen.")
    for first, last in (("valid_from", "valid_until"), ("start", "until")):
        if values.get(first) and values.get(last) and values[last] < values[first]:
            del values[last]
            read.problem(last, "Das Ende liegt vor dem Beginn; weggelassen.")
    site = _site(read)
    if site:
        values["sites"] = [site]
    _leave_open(read)


def _languages(values: dict[str, Any]) -> None:
    spoken, interpreted = values.pop("languages", []), values.pop("interpreted", [])
    if spoken or interpreted:
        both = [[code, False] for code in spoken] + [
            [code, True] for code in interpreted if code not in spoken
        ]
        values["languages"] = sorted(both, key=lambda each: (each[1], each[0]))
        values["languages_known"] = True


def _leave_open(read: Cells) -> None:
    """A list of which a part was not understood is not whole: what it does not name stays unknown, never no."""
    names = sorted(read.half_read & OPEN.keys())
    for name in names:
        field, unknown = OPEN[name]
        if read.values.get(field) not in ("everyone", "town"):
            read.values[field] = unknown
    read.problem_of(names, _HALF_READ)


def _keep_beside(read: Cells, field: str) -> None:
    """What an address says beside it stays readable: the room of an office, the entrance of a house."""
    text = "; ".join(dict.fromkeys((*filter(None, [read.values.get(field, "")]), *read.beside)))
    if text:
        read.values[field] = text


def _hint(read: Cells) -> None:
    """How to reach an offer tells which actor is meant where that has no row of its own; it is not stored of it."""
    provider = read.rows.referred(read.values.get("actor", ""))
    if provider is not None and provider.origin:
        for name in ("website", "email", "phone"):
            if read.values.get(name):
                provider.identity.setdefault(name, read.values[name])


def _amount_says(read: Cells) -> None:
    """A price says that it costs something; 0 says that it does not."""
    zero = float(read.values["cost_amount"]) == 0
    if zero:
        del read.values["cost_amount"]
    read.values["cost"] = "free" if zero else "paid"


def _site(read: Cells) -> dict[str, Any] | None:
    values = read.values
    spaces, note = values.pop("spaces", []), values.pop("room", "")
    if spaces:
        values.setdefault("area", "spaces")
    schedules, hint = schedules_of(read)
    place = place_of(read)
    note = "; ".join(dict.fromkeys(each for each in (note, *read.beside, hint) if each))
    if not (place or spaces or note or schedules):
        return None
    return {"place": place, "spaces": spaces, "note": shortened(note, most=200), "schedules": schedules}


FINISHERS: Mapping[str, Callable[[Cells], None]] = {
    "place": finish_place, "actor": finish_actor, "offer": finish_offer,
}  # fmt: skip

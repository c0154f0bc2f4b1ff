"""What of a statement is new for the row that stands: field by field, as plain data."""

from __future__ import annotations

from typing import Any

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.landscape.models import Translation
from ratslinde.integration.landscape.rules.addresses import street_key
from ratslinde.integration.landscape.values import plain, plain_value
from ratslinde.kernel.recurrence import first_day, missed

ADDED = ("activities", "contacts", "contact", "translations", "former_ids")
"""Fields to which something is added; what the file does not say of them stays."""
_WHOLE = {"languages": "languages_known", "groups": "groups_known", "fields": "fields_known"}
"""Lists, and the field that says whether they are whole."""
_OPEN = ("groups_known", "area")
"""Fields in which '' is said: that nobody knows, after a cell that was read in part."""
_SCHEDULE = ("opens_at", "closes_at", "frequency", "interval", "days", "until", "cancelled", "description")


def differing(row: Any, values: dict[str, Any], *, whole: bool) -> dict[str, tuple[Any, Any]]:
    """Field → (what stands, what would stand) where they differ. `whole`: the statement is complete about sites.

    A cell without a value never takes away what stands.
    """
    found: dict[str, tuple[Any, Any]] = {}
    for name, value in values.items():
        if _says_nothing(name, value) or name in ("taxonomy", "key"):
            continue
        stands = standing_value(row, name)
        wanted = _wanted(row, name, value, stands, whole=whole)
        if name in _WHOLE and values.get(_WHOLE[name], True) in ("", False):
            wanted = _joined(stands, wanted)
        if wanted not in (None, [], {}) and not _equal(stands, wanted, name):
            found[name] = (None if name in ADDED else stands, wanted)
    return found


def _says_nothing(name: str, value: Any) -> bool:
    """Whether the cell was empty. '' of these is something: the cell was read in part, so the list is not whole."""
    return value in (None, "", [], {}) and not (name in _OPEN and value == "")


def _joined(stands: Any, read: list[Any]) -> list[Any]:
    """What stands and what was read of a cell: what was not may well be what stands."""
    if not (read and isinstance(read[0], list)):
        return sorted({*stands, *read})
    known = {code for code, _ in stands}
    more = [each for each in read if each[0] not in known]
    return sorted([*stands, *more], key=lambda each: (each[1], each[0]))


def _wanted(row: Any, name: str, value: Any, stands: Any, *, whole: bool) -> Any:
    """What would stand in the field, or None where nothing is to be done."""
    if name in ADDED:
        return _added(row, name, value, stands)
    if name == "sites":
        return (None if same_sites(stands, value) else value) if whole else joined_sites(stands, value)
    return sorted(value) if isinstance(value, list) and name != "languages" else value


def standing_value(row: Any, name: str) -> Any:
    """The field as plain data, without a query where the rows were fetched together."""
    if name == "sites":
        return [_site(each) for each in row.sites.all()]
    if name == "activities":
        return sorted([each.field.public_id, each.role] for each in row.activities.all())
    if name == "mappings":
        return sorted([each.scheme, each.code, each.relation] for each in row.mappings.all())
    if name in ADDED:
        return None
    return plain(row, name)


def joined_sites(stands: list[Any], given: list[Any]) -> list[Any] | None:
    """What a list with one place and time says beside the sites that stand: None for nothing new."""
    site = given[0]
    if any(_says(each, site) for each in stands):
        return None
    if len(stands) > 1:
        return [*stands, site]
    if not stands:
        return [site]
    old = stands[0]
    return [
        {
            "place": site["place"] or old["place"],
            "spaces": sorted(site["spaces"]) or old["spaces"],
            "note": site["note"] or old["note"],
            "schedules": _dated(site["schedules"], old["schedules"]) or old["schedules"],
        }
    ]


def same_sites(stands: list[Any], given: list[Any]) -> bool:
    """Whether both are the same, a first day that is not said matching any. Where among them the sites without a place
    stand is not said either: HSDS has no word for them.
    """
    return len(stands) == len(given) and all(
        one["place"] == other["place"]
        and one["note"] == other["note"]
        and one["spaces"] == sorted(other["spaces"])
        and len(one["schedules"]) == len(other["schedules"])
        and all(_same_times(a, b) for a, b in zip(one["schedules"], other["schedules"], strict=True))
        for one, other in zip(sorted(stands, key=_is_free), sorted(given, key=_is_free), strict=True)
    )


def _is_free(site: dict[str, Any]) -> bool:
    return site["place"] is None


def _says(stands: dict[str, Any], given: dict[str, Any]) -> bool:
    return (
        given["place"] in (None, stands["place"])
        and given["note"] in ("", stands["note"])
        and set(given["spaces"]) <= set(stands["spaces"])
        and all(any(_same_times(each, times) for each in stands["schedules"]) for times in given["schedules"])
    )


def _same_times(stands: dict[str, Any], given: dict[str, Any]) -> bool:
    same_days = given["cancelled"] in (stands["cancelled"], stands.get("missed"))
    return (
        same_days
        and given["start"] in (None, stands["start"], stands.get("first_day"))
        and all(stands[name] == given[name] for name in _SCHEDULE if name != "cancelled")
    )


def _dated(given: list[Any], stands: list[Any]) -> list[Any]:
    """A first day that is not said stays the one that stands."""
    first = stands[0]["start"] if stands else None
    return [{**each, "start": each["start"] or first} for each in given]


def _site(site: Any) -> dict[str, Any]:
    return {
        "place": site.place.public_id if site.place else None,
        "spaces": sorted(space.public_id for space in site.spaces.all()),
        "note": site.note,
        "schedules": [
            {name: plain_value(getattr(each, name)) for name in ("start", *_SCHEDULE)}
            | {"first_day": plain_value(first_day(each)), "missed": missed(each)}  # an export says these
            for each in site.schedules.all()
        ],
    }


def _added(row: Any, name: str, value: Any, stands: Any) -> Any:
    if name == "activities":
        return [each for each in value if each not in stands]
    if name == "contacts":
        known = {key for each in row.contacts.all() for key in (str(each.standard_id), each.function)}
        return [each for each in value if each["id"] not in known and each["function"] not in known]
    if name == "contact":
        return value if row.contact is None else None
    if name == "former_ids":
        known = {str(each.standard_id) for each in row.former_ids.all()} | {str(row.standard_id)}
        return [each for each in value if each not in known]
    return _translations(row, value)


def _translations(row: Any, value: dict[str, Any]) -> dict[str, Any]:
    there = {
        (each.language, each.field): each.text for each in Translation.objects.filter(subject=row.public_id)
    }
    found = {
        language: {name: each for name, each in fields.items() if there.get((language, name)) != each["text"]}
        for language, fields in value.items()
    }
    return {language: fields for language, fields in found.items() if fields}


def _equal(stands: Any, value: Any, name: str) -> bool:
    if name == "cost_amount" and stands is not None:
        return float(stands) == float(value)
    if name == "geometry":
        return True  # a boundary that changes is a new social space, drawn at the desk
    if name == "street_address" and stands:
        return street_key(str(stands)) == street_key(str(value))
    if name == "locality" and stands:
        return key_of(str(stands)) == key_of(str(value))
    if name == "website" and stands:
        return str(stands).rstrip("/") == str(value).rstrip("/")
    return bool(stands == value)

"""Values of rows in words, for the difference that a person looks at."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.standing import MODELS
from ratslinde.integration.landscape.models import ActivityRole
from ratslinde.kernel.languages import name_of

_LABELS = {
    "languages": "Sprachen", "sites": "Orte und Zeiten", "activities": "Aktiv in", "contacts": "Kontakte",
    "contact": "Kontakt", "translations": "Übersetzungen", "mappings": "Entspricht", "standard_id": "Kennung",
}  # fmt: skip
_DAYS = {"MO": "Mo", "TU": "Di", "WE": "Mi", "TH": "Do", "FR": "Fr", "SA": "Sa", "SU": "So"}
_QUIET = ("languages_known", "groups_known", "fields_known", "space_by_hand", "former_ids", "position")
Names = Mapping[str, str]


def is_quiet(field: str) -> bool:
    """Whether the field follows from another one and is not shown by itself."""
    return field in _QUIET


def label_of(kind: str, field: str) -> str:
    """What the field is called at the desk."""
    if field in _LABELS:
        return _LABELS[field]
    return str(getattr(MODELS[kind]._meta.get_field(field), "verbose_name", field))


def in_words(kind: str, field: str, value: Any, names: Names) -> str:
    """The plain value as a person reads it; '' for unknown."""
    if value in (None, "", [], {}):
        return ""
    special = _SPECIAL.get(field)
    if special is not None and (field, kind) != ("languages", "actor"):
        return special(value, names)
    if field == "languages":
        return ", ".join(map(name_of, str(value).split()))
    if isinstance(value, bool):
        return "ja" if value else "nein"
    choices = dict(getattr(MODELS[kind]._meta.get_field(field), "flatchoices", ()) or ())
    if value in choices if isinstance(value, str) else False:
        return str(choices[value])
    if isinstance(value, list):
        return ", ".join(names.get(str(each), str(each)) for each in value)
    return names.get(str(value), _day(str(value)))


def _day(text: str) -> str:
    if len(text) == 10 and text[4:5] == "-":
        try:
            return f"{datetime.date.fromisoformat(text):%d.%m.%Y}"
        except ValueError:
            return text
    return text


def _languages(value: Any, _names: Names) -> str:
    return ", ".join(
        f"{name_of(code)}{' (gedolmetscht)' if interpreted else ''}" for code, interpreted in value
    )


def _activities(value: Any, names: Names) -> str:
    roles = dict(ActivityRole.choices)
    return ", ".join(f"{names.get(term, term)} ({roles[role]})" for term, role in value)


def _sites(value: Any, names: Names) -> str:
    return "; ".join(filter(None, (_site(each, names) for each in value)))


def _site(site: Mapping[str, Any], names: Names) -> str:
    words = [names.get(site["place"], site["place"]) if site["place"] else "", site["note"]]
    words += [f"für {', '.join(names.get(each, each) for each in site['spaces'])}"] if site["spaces"] else []
    words += [_times(each) for each in site["schedules"]]
    return ", ".join(word for word in words if word)


def _times(times: Mapping[str, Any]) -> str:
    days = " ".join(_numbered(day) for day in times["days"].split(",") if day)
    often = {"WEEKLY": "wöchentlich", "MONTHLY": "monatlich"}.get(times["frequency"], "")
    if times["interval"] > 1:
        often = f"alle {times['interval']} {'Wochen' if times['frequency'] == 'WEEKLY' else 'Monate'}"
    hours = "–".join(str(times[name])[:5] for name in ("opens_at", "closes_at") if times[name])
    first = f"{'ab' if often else 'am'} {_day(times['start'])}" if times["start"] else ""
    last = f"bis {_day(times['until'])}" if times["until"] else ""
    when = " ".join(word for word in (often, days, hours, first, last) if word)
    return ", ".join(part for part in (when, times["description"]) if part)


def _numbered(day: str) -> str:
    number = {"-1": "letzter "}.get(day[:-2], f"{day[:-2]}. " if day[:-2] else "")
    return f"{number}{_DAYS.get(day[-2:], day)}"


def _contacts(value: Any, _names: Names) -> str:
    return ", ".join(
        each["function"] for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)
    )


def _translations(value: Any, _names: Names) -> str:
    return "; ".join(f"{name_of(language)}: {len(fields)} Texte" for language, fields in value.items())


def _mappings(value: Any, _names: Names) -> str:
    return ", ".join(f"{scheme} {code}" for scheme, code, _ in value)


def _amount(value: Any, _names: Names) -> str:
    return str(value).replace(".", ",")


_SPECIAL = {
    "cost_amount": _amount,
    "languages": _languages, "activities": _activities, "sites": _sites, "contacts": _contacts, "contact": _contacts,
    "translations": _translations, "mappings": _mappings,
}  # fmt: skip

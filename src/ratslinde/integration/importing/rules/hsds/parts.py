"""Parts of HSDS objects that several kinds have, read back: contacts, addresses of our own pages, schedules."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules.hsds.collecting import Collected
from ratslinde.integration.importing.rules.hsds.days import day_in
from ratslinde.integration.importing.rules.hsds.objects import as_uuid
from ratslinde.kernel.phone_numbers import is_phone_number

_PUBLIC_ID = r"([0-9a-hjkmnp-tv-z]{14})"


def public_id_in(address: str, folder: str) -> str:
    """The id in the address of one of our pages, of whichever town, or ''."""
    found = re.search(rf"/{folder}/{_PUBLIC_ID}/$", address)
    return found[1] if found else ""


def former_ids(values: dict[str, Any], found: Mapping[str, Any]) -> None:
    """UUIDs of entries that were merged into this one, as our own export writes them."""
    given = [str(each) for each in found.get("x_former_ids", []) if as_uuid("", str(each)) == str(each)]
    if given:
        values["former_ids"] = given


def incomplete(found: Mapping[str, Any], *, name: str = "x_incomplete") -> frozenset[str]:
    """The lists of which the file says, as our own export does, that they do not name all.

    With the name 'x_complete': that they do.
    """
    given = found.get(name)
    return frozenset(map(str, given)) if isinstance(given, list) else frozenset()


def contacts(collected: Collected, found: Mapping[str, Any]) -> list[dict[str, str]]:
    """Whom to ask: the office. Names, mail and phone of a person only with the day of the consent to show them."""
    people = []
    for each in found.get("contacts", []):
        title, consent = (
            str(each.get("title") or each.get("department") or ""),
            day_in(each.get("x_name_consent_on")),
        )
        private = [name for name in ("name", "email", "phones") if each.get(name)]
        if private and not consent:
            collected.left_out["contacts.name, email, phones (ohne Einwilligung)"] += 1
        if not title:
            continue
        numbers = [
            str(phone.get("number", "")) for phone in each.get("phones", []) if isinstance(phone, dict)
        ]
        phones = [number for number in numbers if is_phone_number(number)]
        if consent and any(numbers) and not phones:
            collected.left_out["contacts.phones (keine Telefonnummer)"] += 1
        person = {"id": as_uuid("contact", str(each.get("id") or title)), "function": title}
        if consent:
            given, _, family = str(each.get("name", "")).rpartition(" ")
            person |= {
                "given_name": given, "family_name": family, "email": str(each.get("email", "")),
                "phone": next(iter(phones), ""), "name_consent_on": consent,
            }  # fmt: skip
        people.append(person)
    return people


def schedule(found: Mapping[str, Any]) -> dict[str, Any] | None:
    """A row of times as plain data, or None for one without any day."""
    frequency = str(found.get("freq", ""))
    start = day_in(found.get("dtstart") or found.get("valid_from"))
    if not start and not (frequency in ("WEEKLY", "MONTHLY") and found.get("byday")):
        return None
    return {
        "standard_id": part_id("schedule", found),
        "start": start or None,
        "opens_at": hour(found.get("opens_at")),
        "closes_at": hour(found.get("closes_at")),
        "frequency": frequency if frequency in ("WEEKLY", "MONTHLY") else "",
        "interval": int(found.get("interval") or 1),
        "days": str(found.get("byday", "")),
        "until": day_in(found.get("until") or found.get("valid_to")) or None,
        "cancelled": [day for each in found.get("x_cancelled", []) if (day := day_in(each))],
        "description": _said(found),
    }


def _said(found: Mapping[str, Any]) -> str:
    """What is said of the times in words; notes that only repeat `x_cancelled`, as our own export does, are no more."""
    notes = "" if found.get("x_cancelled") else found.get("notes", "")
    return "; ".join(str(text) for text in (found.get("description", ""), notes) if text)


def hour(text: Any) -> str | None:
    """'16:00:00' out of '16:00', '16:00:00' or '16:00:00+01:00'; None for none."""
    found = re.match(r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?", str(text or ""))
    return f"{found[1]}:{found[2]}:{found[3] or '00'}" if found else None


def part_id(kind: str, found: Mapping[str, Any]) -> str | None:
    """The UUID of a part, so that it stays known by it; None where the file gives it no id."""
    return as_uuid(kind, str(found["id"])) if found.get("id") else None


def iso_day(moment: str, zone: datetime.tzinfo) -> str:
    """The local day of an ISO moment; '' for none."""
    try:
        found = datetime.datetime.fromisoformat(moment)
    except ValueError:
        return ""
    return (found.astimezone(zone) if found.tzinfo else found).date().isoformat()

"""Statements of a run as profiles, with what other rows of the run say about their places and actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ratslinde.integration.importing.models import ImportRow, Verdict
from ratslinde.integration.importing.rules.likeness.profiles import Profile
from ratslinde.integration.importing.rules.likeness.slots import ANYWHERE, Slot, slots_of, venue_of
from ratslinde.integration.importing.rules.stated import OTHER_ROW
from ratslinde.integration.importing.standing import Standing, point_of


class References:
    """What references to rows of the run mean by now."""

    def __init__(self, rows: Mapping[int, ImportRow]) -> None:
        self.rows = rows

    def resolved(self, value: Any) -> Any:
        """The value with references to rows of the run as public ids, where those rows stand already."""
        if isinstance(value, dict):
            return {key: self.resolved(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.resolved(each) for each in value]
        if isinstance(value, str) and value.startswith(OTHER_ROW) and value[1:].isdigit():
            row = self.rows[int(value[1:])]
            target = row.result or row.target
            return self.resolved(target) if target else value
        return value


class Profiles:
    """Makes profiles of statements."""

    def __init__(self, standing: Standing, references: References) -> None:
        self._standing, self._references = standing, references

    def of(self, kind: str, row: ImportRow) -> Profile:
        """What is compared of the statement."""
        values = row.values
        place = values if kind == "place" else self._place(_named_place(kind, values))
        return Profile(
            key=f"{OTHER_ROW}{row.number}",
            name=values.get("name", ""),
            ids=frozenset(key for key in (row.own_id, row.identity.get("standard_id", "")) if key),
            website=values.get("website") or row.identity.get("website", ""),
            email=values.get("email") or row.identity.get("email", ""),
            phone=values.get("phone") or row.identity.get("phone", ""),
            owner=self._references.resolved(values.get("actor", "")) if kind == "offer" else "",
            perhaps=self._perhaps(values.get("actor", "")) if kind == "offer" else "",
            point=point_of(place.get("latitude"), place.get("longitude")),
            address=place.get("street_address", "") if kind != "offer" else "",
            postal_code=place.get("postal_code", ""),
            locality=place.get("locality", ""),
            short_name=values.get("short_name", ""),
            slots=frozenset(self._slots(values)) if kind == "offer" else frozenset(),
        )

    def _perhaps(self, actor: str) -> str:
        """The key of the first that an actor may be about whom somebody has to decide; '' where that is settled."""
        row = self._references.rows[int(actor[1:])] if actor.startswith(OTHER_ROW) else None
        if row is None or row.verdict != Verdict.OPEN or not row.candidates:
            return ""
        return str(self._references.resolved(row.candidates[0]["key"]))

    def _slots(self, values: Mapping[str, Any]) -> Iterator[Slot]:
        for site in values.get("sites", []):
            place, key = self._place(site["place"]), self._references.resolved(site["place"] or "")
            venue = venue_of(street=place.get("street_address", ""), key=str(key)) or ANYWHERE
            for times in site["schedules"]:
                yield from slots_of(
                    venue, days=times["days"], start=times["start"], opens=times["opens_at"],
                    closes=times["closes_at"],
                )  # fmt: skip

    def _place(self, named: Any) -> Mapping[str, Any]:
        key = self._references.resolved(named)
        if not isinstance(key, str):
            return {}
        if key.startswith(OTHER_ROW):
            values: Mapping[str, Any] = self._references.rows[int(key[1:])].values
            return values
        row = self._standing.by_public_id.get(key)
        return vars(row) if row else {}


def _named_place(kind: str, values: Mapping[str, Any]) -> Any:
    """The actor's seat, or the first place of the offer's sites."""
    if kind != "offer":
        return values.get("place")
    return next((site["place"] for site in values.get("sites", []) if site["place"]), None)

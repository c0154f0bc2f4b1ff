"""Where and when an offer takes place, out of a HSDS service: its places in their order, then what has no place.

HSDS has no word for a site without a place: its times stand among the offer's own, and from these it is made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ratslinde.integration.importing.rules.hsds.collecting import Collected
from ratslinde.integration.importing.rules.hsds.parts import part_id, schedule

Site = dict[str, Any]
Times = Mapping[str, Any]


def sites(collected: Collected, found: Mapping[str, Any]) -> dict[str, Any]:
    """{'sites': […]} in their order, or nothing."""
    placed = [_placed(collected, each) for each in found.get("service_at_locations", [])]
    free = [_site(None, rows=rows) for rows in _in_order(_rows(found.get("schedules", [])))]
    left = _spaces_left(collected, found, placed)
    if left:
        free = free or [_site(None)]
        free[0]["spaces"] = sorted(left)
    return {"sites": [*placed, *free]} if placed or free else {}


def _placed(collected: Collected, found: Mapping[str, Any]) -> Site:
    place = collected.references("place", [found.get("location", "")])
    spaces = sorted(collected.references("space", found.get("x_social_spaces", [])))
    site = _site(place[0] if place else None, rows=_rows(found.get("schedules", [])))
    note = str(found.get("description", ""))
    return site | {"note": note, "spaces": spaces, "standard_id": part_id("service_at_location", found)}


def _site(place: str | None, *, rows: Sequence[Times] = ()) -> Site:
    return {"standard_id": None, "place": place, "spaces": [], "note": "", "schedules": list(rows)}


def _rows(given: Iterable[Mapping[str, Any]]) -> list[Times]:
    return [row for each in given if (row := schedule(each))]


def _in_order(rows: Iterable[Times]) -> list[list[Times]]:
    """The rows in as many sites as it takes to keep their order: within one site they stand by day and hour."""
    found: list[list[Times]] = []
    for row in rows:
        if found and _when(found[-1][-1]) <= _when(row):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _when(row: Times) -> tuple[str, str]:
    return row["start"] or "", row["opens_at"] or ""


def _spaces_left(collected: Collected, found: Mapping[str, Any], placed: Iterable[Site]) -> set[str]:
    """Social spaces of the offer that no place explains: those of a site without a place."""
    explained = {space for site in placed for space in site["spaces"]}
    for each in found.get("service_at_locations", []):
        location = collected.objects.by_kind["location"].get(each.get("location", ""), {})
        explained.update(collected.references("space", [location.get("x_social_space", "")]))
    return set(collected.references("space", found.get("service_areas", []))) - explained

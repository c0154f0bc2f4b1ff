"""Where and when an offer takes place, out of a HSDS service.

Our export numbers the ids of sites: from them the places of sites without a place are found again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules.hsds_collecting import Collected
from ratslinde.integration.importing.rules.hsds_parts import part, schedule

Site = dict[str, Any]
_MOST = 60


def sites(collected: Collected, found: Mapping[str, Any]) -> dict[str, Any]:
    """{'sites': […]} in their order, or nothing."""
    numbered: dict[int, Site] = {}
    for each in found.get("service_at_locations", []):
        place = collected.references("place", [each.get("location", "")])
        site = _site(
            place[0] if place else None,
            note=str(each.get("description", "")),
            spaces=collected.references("space", each.get("x_social_spaces", [])),
            times=each.get("schedules", []),
        )
        numbered[_site_number(found["id"], each, numbered)] = site
    for each in found.get("schedules", []):
        times = schedule(each)
        if times is not None:
            at = _schedule_number(found["id"], each, numbered)
            numbered.setdefault(at, _site(None)).setdefault("schedules", []).append(times)
    left = _spaces_left(collected, found, numbered)
    if not numbered and not left:
        return {}
    order: list[Site] = [numbered.get(at, _site(None)) for at in range(max(numbered, default=-1) + 1)]
    if left:
        free = next((site for site in order if site["place"] is None), None)
        if free is None:
            order.append(free := _site(None))
        free["spaces"] = sorted(left)
    return {"sites": order}


def _site(
    place: str | None,
    *,
    note: str = "",
    spaces: list[str] | None = None,
    times: list[Mapping[str, Any]] | None = None,
) -> Site:
    rows = [row for each in times or [] if (row := schedule(each))]
    return {"place": place, "spaces": sorted(spaces or []), "note": note, "schedules": rows}


def _site_number(service: str, found: Mapping[str, Any], taken: Mapping[int, Site]) -> int:
    for at in range(_MOST):
        if part(service, "site", str(at)) == found.get("id"):
            return at
    return next(at for at in range(len(taken) + 1) if at not in taken)


def _schedule_number(service: str, found: Mapping[str, Any], taken: Mapping[int, Site]) -> int:
    """The number of the site without a place that the schedule belongs to."""
    for at in range(_MOST):
        for place in range(_MOST // 4):
            if part(service, "schedule", str(at), str(place)) == found.get("id"):
                return at
    free = [at for at, site in taken.items() if site["place"] is None]
    return free[0] if free else len(taken)


def _spaces_left(collected: Collected, found: Mapping[str, Any], numbered: Mapping[int, Site]) -> set[str]:
    """Social spaces of the offer that no place explains: those of a site without a place."""
    explained = {space for site in numbered.values() for space in site["spaces"]}
    for each in found.get("service_at_locations", []):
        location = collected.objects.by_kind["location"].get(each.get("location", ""), {})
        explained.update(collected.references("space", [location.get("x_social_space", "")]))
    return set(collected.references("space", found.get("service_areas", []))) - explained

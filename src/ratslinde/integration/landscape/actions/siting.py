"""How an offer's sites and times are replaced. A site and a row of times that stay keep the UUID they are known by."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Sequence
from typing import Any

from ratslinde.integration.landscape.models import Offer, OfferSite, Place, Schedule
from ratslinde.integration.landscape.rules.pairing import paired
from ratslinde.integration.landscape.values import (
    TIMES,
    GivenSchedule,
    PlacedSite,
    plain_value,
)
from ratslinde.kernel import recurrence


def set_sites(offer: Offer, sites: Sequence[PlacedSite]) -> None:
    """Replace where and when it takes place. Raises Refused for times that cannot be."""
    for times in itertools.chain.from_iterable(given.schedules for given in sites):
        recurrence.check(times)
    known = _known(offer, sites)  # before the rows go: an id that stands is not given to another row
    offer.sites.all().delete()
    for position, (given, site_id, times_ids) in enumerate(known):
        site = OfferSite.objects.create(
            offer=offer, place=given.place, note=given.note, position=position, standard_id=site_id
        )
        site.spaces.set(given.spaces)
        Schedule.objects.bulk_create(
            Schedule(site=site, standard_id=times_id, **_columns(times))
            for times, times_id in zip(given.schedules, times_ids, strict=True)
        )


def _columns(times: GivenSchedule) -> dict[str, Any]:
    return {name: getattr(times, name) for name in TIMES} | {"cancelled": list(times.cancelled)}


def _known(offer: Offer, sites: Sequence[PlacedSite]) -> list[tuple[PlacedSite, uuid.UUID, list[uuid.UUID]]]:
    """Each site with the UUID that it is known by, and those of its rows of times."""
    standing = list(offer.sites.prefetch_related("spaces", "schedules"))
    site_ids, times_ids = _Ids(OfferSite), _Ids(Schedule)
    found = []
    for given, before in zip(sites, _meant_sites(sites, standing), strict=True):
        place = given.place.standard_id if isinstance(given.place, Place) else given.note
        known = site_ids.of(given, before, within=offer.standard_id, name=f"site/{place}")
        meant = _meant_times(given.schedules, list(before.schedules.all()) if before else [])
        found.append((given, known, [
            times_ids.of(times, row, within=known, name=f"schedule/{'/'.join(_said(times))}")
            for times, row in zip(given.schedules, meant, strict=True)
        ]))  # fmt: skip
    return found


class _Ids:
    """The UUIDs of rows of one kind: what stays keeps its own, what is new gets one that nothing has."""

    def __init__(self, model: type[OfferSite] | type[Schedule]) -> None:
        self._rows, self._given = model._default_manager, set[uuid.UUID]()

    def of(
        self,
        given: PlacedSite | GivenSchedule,
        before: OfferSite | Schedule | None,
        *,
        within: uuid.UUID,
        name: str,
    ) -> uuid.UUID:
        """Of a new row the one handed in; else one made of the name, so that what comes back is known again."""
        if before is not None:
            return before.standard_id
        counted = (uuid.uuid5(within, f"{name}/{number}") for number in itertools.count())
        named = [given.standard_id] if given.standard_id else []
        found = next(each for each in itertools.chain(named, counted) if self._is_free(each))
        self._given.add(found)
        return found

    def _is_free(self, each: uuid.UUID) -> bool:
        return each not in self._given and not self._rows.filter(standard_id=each).exists()


def _meant_sites(given: Sequence[PlacedSite], standing: Sequence[OfferSite]) -> list[OfferSite | None]:
    """A site at another place is another site; a room or the social spaces may change."""
    place = (lambda each: (_key(each.place),), lambda row: (row.place_id,))
    room = (lambda each: (_key(each.place), each.note), lambda row: (row.place_id, row.note))
    same = (
        lambda each: (_key(each.place), each.note, frozenset(space.pk for space in each.spaces)),
        lambda row: (row.place_id, row.note, frozenset(space.pk for space in row.spaces.all())),
    )
    return paired(given, standing, by=(_BY_ID, same, room, place))


def _meant_times(given: Sequence[GivenSchedule], standing: Sequence[Schedule]) -> list[Schedule | None]:
    days = (
        lambda each: (each.frequency, each.days, each.start),
        lambda row: (row.frequency, row.days, row.start),
    )
    any_left = (lambda _each: True, lambda _row: True)
    return paired(given, standing, by=(_BY_ID, (_said, _said), days, any_left))


_BY_ID = (lambda each: each.standard_id, lambda row: row.standard_id)


def _said(times: GivenSchedule | Schedule) -> tuple[str, ...]:
    return tuple(str(plain_value(getattr(times, name))) for name in TIMES)


def _key(place: Any) -> int | None:
    return place.pk if place else None

"""The parts of an offer in HSDS's words: languages, costs, places with times, free places."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ratslinde.integration.landscape.models import Cost, Offer, OfferSite, Schedule
from ratslinde.integration.landscape.public.parts import part_id
from ratslinde.kernel import clock, recurrence
from ratslinde.kernel.languages import name_of
from ratslinde.record import hsds
from ratslinde.record.values import link

CURRENCY = "EUR"
_WINTER = datetime.date(2026, 1, 1)


def languages(offer: Offer) -> tuple[hsds.Language, ...]:
    """The languages, spoken ones first; those that are interpreted say so in the note."""
    return tuple(
        hsds.Language(
            id=part_id(offer, "language", row.code), name=name_of(row.code), code=row.code,
            note="gedolmetscht" if row.interpreted else "",
        )
        for row in offer.languages.all()
    )  # fmt: skip


def costs(offer: Offer) -> tuple[hsds.CostOption, ...]:
    """What it costs; nothing at all while nobody has said."""
    if not offer.cost:
        return ()
    free = offer.cost == Cost.FREE
    amount = 0.0 if free else float(offer.cost_amount) if offer.cost_amount is not None else None
    return (
        hsds.CostOption(
            id=part_id(offer, "cost"), option="kostenfrei" if free else "kostenpflichtig",
            currency="" if amount is None else CURRENCY, amount=amount,
        ),
    )  # fmt: skip


def capacities(offer: Offer) -> tuple[hsds.ServiceCapacity, ...]:
    """How many places are free, when somebody said so and on which day."""
    if offer.available is None or offer.capacity_on is None:
        return ()
    day = datetime.datetime.combine(offer.capacity_on, datetime.time(12), tzinfo=clock.TOWN_ZONE)
    return (
        hsds.ServiceCapacity(
            id=part_id(offer, "capacity"), available=offer.available, maximum=offer.capacity, updated=day,
            unit=hsds.Unit(id=part_id(offer, "unit"), name="Plätze"), x_waiting=offer.waiting,
        ),
    )  # fmt: skip


def sites(places: Sequence[OfferSite]) -> tuple[hsds.ServiceAtLocation, ...]:
    """Where and when; a site without a place has only times, and stands among the offer's own schedules."""
    return tuple(
        hsds.ServiceAtLocation(
            id=str(site.standard_id),
            location=link("place", site.place.public_id),
            description=site.note,
            schedules=schedules(site),
            x_social_spaces=tuple(link("socialSpace", space.public_id) for space in site.spaces.all()),
        )
        for site in places
        if site.place is not None
    )


def free_schedules(places: Sequence[OfferSite]) -> tuple[hsds.Schedule, ...]:
    """The times of sites without a place, e.g. online."""
    return tuple(each for site in places if site.place is None for each in schedules(site))


def schedules(site: OfferSite) -> tuple[hsds.Schedule, ...]:
    """The times of a site; one that does not repeat has `count` 1 and no frequency."""
    return tuple(map(_schedule, site.schedules.all()))


def _schedule(row: Schedule) -> hsds.Schedule:
    """Without `dtstart` where nobody has said since when it takes place; the hours then have the offset of winter."""
    start = recurrence.first_day(row) or row.start
    day = start or _WINTER
    return hsds.Schedule(
        id=str(row.standard_id),
        dtstart=start,
        opens_at=_hour(day, row.opens_at),
        closes_at=_hour(day, row.closes_at),
        freq=row.frequency,
        interval=row.interval if row.frequency else 0,
        wkst="MO" if row.frequency else "",
        byday=row.days,
        count=0 if row.frequency else 1,
        until=row.until,
        timezone=_offset(day),
        description=row.description,
        notes=_pauses(row),
        x_cancelled=tuple(datetime.date.fromisoformat(day) for day in recurrence.missed(row)),
    )


def _pauses(row: Schedule) -> str:
    """'Fällt aus: 14.07.2026 bis 25.08.2026, 06.10.2026', for those who do not know `x_cancelled`."""
    spans = [
        f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y} bis {last:%d.%m.%Y}"
        for first, last in recurrence.pauses(row)
    ]
    return f"Fällt aus: {', '.join(spans)}" if spans else ""


def _hour(day: datetime.date, hour: datetime.time | None) -> str:
    """'16:00:00+01:00', the form with the offset of the first day."""
    if hour is None:
        return ""
    moment = datetime.datetime.combine(day, hour, tzinfo=clock.TOWN_ZONE)
    return moment.isoformat(timespec="seconds").partition("T")[2]


def _offset(day: datetime.date) -> float:
    moment = datetime.datetime.combine(day, datetime.time(12), tzinfo=clock.TOWN_ZONE)
    offset = moment.utcoffset()
    return offset.total_seconds() / 3600 if offset else 0.0

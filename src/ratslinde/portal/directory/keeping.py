"""The catalogue that a process keeps: made anew when something is published and when a day begins.

An entry that a publication did not touch is taken over: it costs the index and not the reading of all texts.
"""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString

from ratslinde.kernel import clock
from ratslinde.portal.directory import facets
from ratslinde.portal.directory.areas import Areas, areas_on
from ratslinde.portal.directory.catalogue import CardKey, Catalogue, is_running
from ratslinde.portal.directory.dates import Occurrence, coming
from ratslinde.portal.directory.entries import Entry, entry
from ratslinde.record import directory, pages
from ratslinde.record.directory import Directory, Item

_LOCK = threading.Lock()
_KEPT: list[Catalogue] = []


def current() -> Catalogue:
    """The catalogue as it stands now. It is made once: whoever asks meanwhile waits, which is shorter."""
    kept = _KEPT[0] if _KEPT else None
    source, day = directory.current(), clock.today()
    if kept is not None and kept.source is source and kept.day == day:
        return kept
    with _LOCK:
        before = _KEPT[0] if _KEPT else None
        source, day = directory.current(), clock.today()
        if before is None or before.source is not source or before.day != day:
            _KEPT[:] = [_made(source, day, before)]
        return _KEPT[0]


def prepare() -> None:
    """Make the catalogue with everything that is otherwise made for the first one who asks."""
    made = current()
    _ = (
        made.offer_index,
        made.actor_index,
        made.topics,
        made.order,
        made.paused,
        made.untimed,
        made.areas,
        made.numbers,
    )


def _made(source: Directory, day: datetime.date, before: Catalogue | None) -> Catalogue:
    known = {each.item.id: each for each in (*before.offers, *before.actors)} if before else {}
    offers = [_entry(item, known) for item in source.of("offer")]
    known_dates = dict(zip(map(id, before.offers), before.dates, strict=True)) if before else {}
    kept_dates = known_dates if before and before.day == day else {}
    accessible, spaces = _accessible(source), areas_on(source, day)
    return Catalogue(
        source=source,
        day=day,
        offers=offers,
        actors=[_entry(item, known) for item in source.of("actor")],
        dates=[kept_dates.get(id(each)) or _dates(each, day) for each in offers],
        facets=facets.offer_facets(
            offers,
            accessible=accessible,
            areas=spaces.found_under,
        ),
        accessible=accessible,
        spaces=spaces,
        cards=_cards(offers, before, spaces),
        running=facets.bits_of(number for number, each in enumerate(offers) if is_running(each.item, day)),
    )


def _entry(item: Item, known: Mapping[str, Entry]) -> Entry:
    before = known.get(item.id)
    return before if before and before.item is item else entry(item)


def _cards(offers: Sequence[Entry], before: Catalogue | None, spaces: Areas) -> dict[CardKey, SafeString]:
    """The drawn cards of offers that stayed: one that is gone or changed is kept in memory nowhere.

    None where other parts of the town have ended than before: any card may name one.
    """
    if before and before.spaces.former != spaces.former:
        return {}
    stayed = set(offers)
    known = list(before.cards.items()) if before else []  # a visitor may be drawing another one just now
    return {key: card for key, card in known if key[0] in stayed}


def _dates(each: Entry, day: datetime.date) -> Sequence[Occurrence]:
    return coming(each.item.data, day) if is_running(each.item, day) else ()


def _accessible(source: Directory) -> dict[str, bool | None]:
    return {
        item.standard_id: item.page.accessible
        for item in source.of("place")
        if isinstance(item.page, pages.PlacePage)
    }

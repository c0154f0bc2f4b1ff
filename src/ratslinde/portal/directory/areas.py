"""For which parts of the town an offer is, and which parts of today are meant by one that has ended."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from ratslinde.portal.directory.dates import date_in_numbers
from ratslinde.portal.directory.entries import Entry
from ratslinde.portal.directory.facets import page_of
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.portal.directory.texts import Shown
from ratslinde.record import pages
from ratslinde.record.directory import Directory


@dataclass(frozen=True, kw_only=True)
class Former:
    """A social space that has ended: its last day, and the names of those of today that follow it."""

    until: datetime.date
    now: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Area:
    """A part of the town that an offer is for. `until` and `now` as of a `Former`, in the words of the page."""

    name: Shown
    until: str = ""
    now: tuple[Shown, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Areas:
    """The social spaces of the record.

    `found_under`: by UUID the public ids under which an offer for it is found: its own, those that follow one that has
    ended, and what has ended where one follows it, so that a remembered address goes on to find something.
    `replaced`: the public ids of those that have ended and are followed by others. `former`: by UUID what is to be
    said of those that have ended.
    """

    found_under: Mapping[str, tuple[str, ...]]
    replaced: frozenset[str]
    former: Mapping[str, Former]


def areas_on(source: Directory, day: datetime.date) -> Areas:
    """The social spaces as of the day."""
    spaces = {item.id: item for item in source.of("socialSpace")}
    dated = {key: item.page for key, item in spaces.items() if isinstance(item.page, pages.SocialSpacePage)}
    last = {key: page.valid_until for key, page in dated.items() if page.valid_until is not None}
    begun = {key for key, page in dated.items() if page.valid_from is None or page.valid_from <= day}
    ended = {key: until for key, until in last.items() if until < day}
    before = {key: ended.keys() & _before(key, dated) for key in spaces}
    after = {key: [other for other in spaces if key in before[other]] for key in ended}
    return Areas(
        found_under={
            item.standard_id: tuple(dict.fromkeys((key, *sorted(before[key]), *after.get(key, ()))))
            for key, item in spaces.items()
        },
        replaced=frozenset(key for key, others in after.items() if others),
        former={
            spaces[key].standard_id: Former(
                until=until,
                now=tuple(spaces[each].data["name"] for each in after[key] if each in begun - ended.keys()),
            )
            for key, until in ended.items()
        },
    )


def _before(key: str, dated: Mapping[str, pages.SocialSpacePage]) -> set[str]:
    """What a space goes back to, over any number of changes."""
    seen, waiting = {key}, [key]
    while waiting:
        page = dated.get(waiting.pop())
        new = {each for each in page.follows if each not in seen} if page else set[str]()
        seen |= new
        waiting += new
    return seen - {key}


def only_for(entry: Entry, areas: Areas, language: PageLanguage) -> tuple[Area, ...]:
    """The parts of the town that the offer is for, where it is not for all of it; () where nobody has said.

    A house may stand elsewhere: what a site says it is for counts before where it is.
    """
    if page_of(entry).area != "spaces":
        return ()
    data = entry.item.data
    sites: list[Mapping[str, Any]] = [*data.get("service_at_locations", ())]
    meant = {each for site in sites for each in site.get("x_social_spaces") or _own(site)}
    explained = meant | {each for site in sites for each in _own(site)}
    found = [
        (each["name"], areas.former.get(each["id"]))
        for each in data.get("service_areas", ())
        if each["id"] in meant or each["id"] not in explained
    ]
    return tuple(_area(name, former, language) for name, former in sorted(found, key=lambda each: each[0]))


def _area(name: str, former: Former | None, language: PageLanguage) -> Area:
    if former is None:
        return Area(name=_german(name, language))
    return Area(
        name=_german(name, language),
        until=date_in_numbers(former.until, language),
        now=tuple(_german(each, language) for each in sorted(former.now)),
    )


def _german(name: str, language: PageLanguage) -> Shown:
    return Shown(text=name) if language.is_german else Shown(text=name, lang="de", direction="ltr")


def areas_words() -> str:
    """How it is said, with a gap {areas} for them."""
    return gettext("nur für {areas}")


def area_words(area: Area) -> str:
    """How one of them is named, with a gap {area} for its name; of one that has ended, {day} and {areas} of today."""
    if not area.until:
        return "{area}"
    return gettext("{area} (bis {day}; heute: {areas})") if area.now else gettext("{area} (bis {day})")


def _own(site: Mapping[str, Any]) -> list[str]:
    found = site["location"].get("x_social_space")
    return [found] if found else []

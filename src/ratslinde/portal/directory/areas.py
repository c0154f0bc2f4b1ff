"""For which parts of the town an offer is, and which parts of today are meant by one that has ended."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from ratslinde.portal.directory.entries import Entry
from ratslinde.portal.directory.facets import page_of
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.portal.directory.texts import Shown
from ratslinde.record import pages
from ratslinde.record.directory import Directory


@dataclass(frozen=True, kw_only=True)
class Areas:
    """The social spaces of the record.

    `found_under`: by UUID the public ids under which an offer for it is found: its own, those that follow one that has
    ended, and what has ended where one follows it, so that a remembered address goes on to find something.
    `replaced`: the public ids of those that have ended and are followed by others.
    """

    found_under: Mapping[str, tuple[str, ...]]
    replaced: frozenset[str]


def areas_on(source: Directory, day: datetime.date) -> Areas:
    """The social spaces as of the day."""
    spaces = {item.id: item for item in source.of("socialSpace")}
    dated = {key: item.page for key, item in spaces.items() if isinstance(item.page, pages.SocialSpacePage)}
    ended = {key for key, page in dated.items() if page.valid_until is not None and page.valid_until < day}
    before = {key: set(_before(key, dated)) & ended for key in spaces}
    after = {key: [other for other in spaces if key in before[other]] for key in ended}
    return Areas(
        found_under={
            item.standard_id: tuple(dict.fromkeys((key, *sorted(before[key]), *after.get(key, ()))))
            for key, item in spaces.items()
        },
        replaced=frozenset(key for key, others in after.items() if others),
    )


def _before(key: str, dated: Mapping[str, pages.SocialSpacePage]) -> Iterator[str]:
    """What a space goes back to, over any number of changes."""
    seen, waiting = {key}, [key]
    while waiting:
        page = dated.get(waiting.pop())
        for each in page.follows if page else ():
            if each not in seen:
                seen.add(each)
                waiting.append(each)
                yield each


def only_for(entry: Entry, language: PageLanguage) -> tuple[Shown, ...]:
    """The parts of the town that the offer is for, where it is not for all of it; () where nobody has said.

    A house may stand elsewhere: what a site says it is for counts before where it is.
    """
    if page_of(entry).area != "spaces":
        return ()
    data = entry.item.data
    sites: list[Mapping[str, Any]] = [*data.get("service_at_locations", ())]
    meant = {each for site in sites for each in site.get("x_social_spaces") or _own(site)}
    explained = meant | {each for site in sites for each in _own(site)}
    names = [
        each["name"]
        for each in data.get("service_areas", ())
        if each["id"] in meant or each["id"] not in explained
    ]
    german = {} if language.is_german else {"lang": "de", "direction": "ltr"}
    return tuple(Shown(text=name, **german) for name in sorted(names))


def areas_words() -> str:
    """How it is said, with a gap %(areas)s for their names."""
    return gettext("nur für %(areas)s")


def _own(site: Mapping[str, Any]) -> list[str]:
    found = site["location"].get("x_social_space")
    return [found] if found else []

"""What the filters of a list offer, and what was chosen."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.http import Http404, HttpRequest

from ratslinde.kernel import clock
from ratslinde.kernel.text import fold
from ratslinde.record import outlet, pages
from ratslinde.record.outlet import Entry
from ratslinde.ui.paging import Paging

MOST_BODIES = 1_000


def organizations() -> list[Entry]:
    """All published organizations by name."""
    return sorted(outlet.of_kind("organization", most=MOST_BODIES), key=lambda each: fold(each.title))


def bodies() -> list[Entry]:
    """The council bodies by name, former ones too."""
    return [each for each in organizations() if each.oparl.get("organizationType") == "Gremium"]


def slug(organization: Entry) -> str:
    """The organization's part of its address."""
    return organization.page.slug if isinstance(organization.page, pages.OrganizationPage) else ""


def body_options(found: Iterable[Entry]) -> list[tuple[str, str]]:
    """(slug, name) for a select."""
    return [(slug(each), each.title) for each in found]


def chosen(found: Iterable[Entry], wanted: str) -> Entry | None:
    """The body with that slug; None when none was asked for. Raises Http404 for an unknown one."""
    if not wanted:
        return None
    for each in found:
        if slug(each) == wanted:
            return each
    raise Http404


def year(text: str) -> int | None:
    """The year somebody put in the address, or None where it is none."""
    return int(text) if text.isdecimal() and len(text) == 4 and int(text) > 1900 else None


def span(wanted: int | None) -> tuple[datetime.datetime | None, datetime.datetime | None]:
    """The first moment of the year and that of the next one."""
    if wanted is None:
        return None, None
    return clock.at(datetime.date(wanted, 1, 1), 0), clock.at(datetime.date(wanted + 1, 1, 1), 0)


def query(request: HttpRequest, *names: str) -> tuple[tuple[str, str], ...]:
    """The filters that were set, for the addresses of the other pages of the list."""
    return tuple((name, request.GET[name]) for name in names if request.GET.get(name))


def listed(
    kind: str, *, owner: str, start: datetime.datetime | None, end: datetime.datetime | None, paging: Paging
) -> list[Entry]:
    """The page's part of a list, newest first: of an organization's list, or of all. Raises Http404 behind its end."""
    if paging.number > paging.pages:
        raise Http404
    if owner:
        return outlet.in_lists(owner, kind, start=start, end=end, first=paging.first, most=paging.size)
    return outlet.of_kind(kind, start=start, end=end, first=paging.first, most=paging.size)

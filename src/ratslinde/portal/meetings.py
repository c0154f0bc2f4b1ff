"""Sessions: the list, the month and the session itself."""

from __future__ import annotations

import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.kernel import clock
from ratslinde.portal import months
from ratslinde.portal.agenda import agenda_of
from ratslinde.portal.answers import entry_at, public_page, show
from ratslinde.portal.asking import asked_list
from ratslinde.portal.crumbs import trail
from ratslinde.portal.lines import document_line, document_lines
from ratslinde.portal.places import place_lines
from ratslinde.record import outlet
from ratslinde.record.outlet import Entry

MOST_UPCOMING = 50


@public_page
def meeting_list(request: HttpRequest) -> HttpResponse:
    """What comes, then what was, newest first; both for one body, the latter for one year if so asked."""
    asked = asked_list(request, "meeting")
    start, end = asked.span
    morning = clock.at(clock.today(), 0)
    past_end = min(end, morning) if end else morning
    paging = asked.paging(end=past_end)
    coming = max(start, morning) if start else morning
    context = {
        **asked.filters(),
        "upcoming": [] if paging.number > 1 else _between(asked.owner, coming, end),
        "past": asked.entries(paging, end=past_end),
        "paging": paging,
        "trail": trail((gettext("Sitzungen"), "")),
    }
    return show(request, "portal/meeting_list.html", context)


def _between(owner: str, start: datetime.datetime, end: datetime.datetime | None) -> list[Entry]:
    if owner:
        return outlet.in_lists(owner, "meeting", start=start, end=end, newest_first=False, most=MOST_UPCOMING)
    return outlet.of_kind("meeting", start=start, end=end, newest_first=False, most=MOST_UPCOMING)


@public_page
def meeting_month(request: HttpRequest, month: str = "") -> HttpResponse:
    """One month as a calendar sheet; the present one without a month."""
    first = months.month_at(month) if month else clock.today().replace(day=1)
    sheet = months.month_sheet(first)
    context = {"month": sheet, "trail": trail((gettext("Sitzungen"), "/sitzungen/"), (gettext("Monat"), ""))}
    return show(request, "portal/meeting_month.html", context)


@public_page
def meeting(request: HttpRequest, public_id: str) -> HttpResponse:
    """A session: facts, agenda, documents."""
    entry = entry_at(f"sitzungen/{public_id}/", "meeting")
    raw = entry.oparl
    minutes = raw.get("resultsProtocol")
    invitation = [raw["invitation"]] if "invitation" in raw else []
    context = {
        "meeting": entry,
        "start": raw.get("start"),
        "end": raw.get("end"),
        "cancelled": raw.get("cancelled", False),
        "upcoming": not raw.get("cancelled") and entry.date is not None and entry.date > clock.now(),
        "state": raw.get("meetingState", ""),
        "place": place_lines(raw.get("location")),
        "agenda": agenda_of(entry),
        "documents": document_lines([*invitation, *raw.get("auxiliaryFile", [])]),
        "minutes": document_line(minutes) if minutes else None,
        "trail": trail((gettext("Sitzungen"), "/sitzungen/"), (entry.title, "")),
    }
    return show(request, "portal/meeting.html", context)

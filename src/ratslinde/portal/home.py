"""The first page: what comes next, what is new, and the search."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from ratslinde.kernel import clock
from ratslinde.portal.answers import public_page, show
from ratslinde.record import outlet

NEXT = 5
NEW = 6


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The next sessions (or, when none is set, the last ones) and the newest papers."""
    morning = clock.at(clock.today(), 0)
    upcoming = outlet.of_kind("meeting", start=morning, newest_first=False, most=NEXT)
    context = {
        "upcoming": upcoming,
        "past": outlet.of_kind("meeting", end=morning, most=NEXT if not upcoming else 3),
        "papers": outlet.of_kind("paper", most=NEW),
    }
    return show(request, "portal/home.html", context)

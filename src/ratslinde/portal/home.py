"""The first page: what comes next, what is new, the search, and the way to the offers in every language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from ratslinde.kernel import clock
from ratslinde.portal.answers import public_page, show
from ratslinde.portal.directory.languages import LANGUAGES, PageLanguage, address
from ratslinde.record import outlet

NEXT = 5
NEW = 6


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The next sessions (or, when none is set, the last ones), the newest papers, and the way to the offers."""
    morning = clock.at(clock.today(), 0)
    upcoming = outlet.of_kind("meeting", start=morning, newest_first=False, most=NEXT)
    context = {
        "upcoming": upcoming,
        "past": outlet.of_kind("meeting", end=morning, most=NEXT if not upcoming else 3),
        "papers": outlet.of_kind("paper", most=NEW),
        "offers_in": _ways_to_offers() if outlet.of_kind("offer", most=1) else (),
    }
    return show(request, "portal/home.html", context)


def _ways_to_offers() -> tuple[tuple[PageLanguage, str], ...]:
    return tuple((language, address(language, "angebote/")) for language in LANGUAGES)

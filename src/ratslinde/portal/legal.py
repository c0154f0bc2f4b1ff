"""The pages that a town must have, with its own texts from the record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.portal import framing
from ratslinde.portal.answers import public_page, show
from ratslinde.portal.crumbs import trail
from ratslinde.record import pages


def _texts() -> pages.LegalTexts:
    found = framing.known().town
    return found.page.legal if found and isinstance(found.page, pages.BodyPage) else pages.LegalTexts()


@public_page
def imprint(request: HttpRequest) -> HttpResponse:
    """Who answers for these pages."""
    context = {"text": _texts().imprint, "trail": trail((gettext("Impressum"), ""))}
    return show(request, "portal/imprint.html", context)


@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored about visitors: nothing, and the town's own statement."""
    context = {"text": _texts().privacy, "trail": trail((gettext("Datenschutz"), ""))}
    return show(request, "portal/privacy.html", context)


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible these pages are, and where to report a barrier."""
    context = {"text": _texts().accessibility, "trail": trail((gettext("Barrierefreiheit"), ""))}
    return show(request, "portal/accessibility.html", context)

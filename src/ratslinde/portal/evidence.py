"""The proof that nothing was changed unseen: the daily heads of the chain."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.portal.answers import public_page, show
from ratslinde.portal.crumbs import trail
from ratslinde.record import outlet

DAYS = 366


@public_page
def evidence(request: HttpRequest) -> HttpResponse:
    """The heads of a year, and how to check against one that was kept."""
    context = {"heads": outlet.heads(most=DAYS), "trail": trail((gettext("Nachweis"), ""))}
    return show(request, "portal/evidence.html", context)

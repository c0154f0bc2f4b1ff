"""Without a mail server: a link to the own entry is shown once, for somebody who hands it on."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.integration.keeping import actions, letters, links, queries
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.landscape.models import Actor
from ratslinde.integration.landscape.queries import actors
from ratslinde.kernel.errors import Refused
from ratslinde.ui.pictures.code import code
from ratslinde.verbs import require

KEEPING = [*TRAIL, ("Einträge aktuell halten", "/schreibtisch/integration/pflege/")]

_HERE = ("localhost", "127.0.0.1", "::1")


@require_http_methods(["GET", "HEAD", "POST"])
@door("keeper.hand_over")
def hand_over(request: HttpRequest, public_id: str) -> HttpResponse:
    """What handing the link on means; then the link, in the answer to the form and nowhere else.

    That answer must not be kept by any browser: `door` says "no-store".
    """
    found = actors.actor(account(request), public_id)
    require(account(request), "keeper.hand_over", found)
    if queries.reaches_people():
        raise Refused(actions.HAS_SERVER)
    if request.method == "POST":
        link, secret = actions.hand_over(account(request), found)
        return _shown(request, found, link, secret)
    context = {
        "title": f"Link für {found}",
        "found": found,
        "days": links.LIFETIME.days,
        "back": _back(found),
    }
    return page(request, "desk/landscape/hand_over.html", context, trail=KEEPING)


def _shown(request: HttpRequest, found: Actor, link: KeeperLink, secret: str) -> HttpResponse:
    base = settings.RATSLINDE_URL or request.build_absolute_uri("/").rstrip("/")
    address = f"{base}/eintrag/{secret}/"
    subject, text = letters.by_hand(found, link, address)
    context = {
        "title": f"Link für {found}",
        "found": found,
        "link": link,
        "address": address,
        "is_local": urlsplit(base).hostname in _HERE or not settings.RATSLINDE_URL,
        "picture": code(address),
        "mail": _mailto(found.email, subject, text),
        "text": text,
        "back": _back(found),
    }
    return page(request, "desk/landscape/handed_over.html", context, trail=KEEPING)


def _mailto(email: str, subject: str, text: str) -> str:
    """A mail that the person's own program opens, written already (RFC 6068: lines end with CR LF)."""
    said = urlencode({"subject": subject, "body": text.replace("\n", "\r\n")}, quote_via=quote)
    return f"mailto:{quote(email, safe='@')}?{said}"


def _back(found: Actor) -> str:
    return reverse("desk_landscape:actor", args=[found.public_id])

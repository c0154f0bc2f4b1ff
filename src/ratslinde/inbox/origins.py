"""Whether a form was sent from one of our own pages: instead of a cookie, what browsers say by themselves.

Every browser of the last years sends `Origin` with a POST, and `Sec-Fetch-Site` over HTTPS; no page can set either
(Fetch Standard, "Origin header"; W3C, Fetch Metadata Request Headers). Where both are missing, the form is refused.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def is_own(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages sent this."""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if origin is None and site is None:
        return False
    return (origin is None or origin.lower() in _own_origins(request)) and site in (None, "same-origin")


def _own_origins(request: HttpRequest) -> set[str]:
    """The address that the operator set, and the one that was asked: ALLOWED_HOSTS has checked that it is ours."""
    asked = f"{request.scheme}://{request.get_host()}"
    return {each.lower() for each in (settings.RATSLINDE_URL, asked) if each}

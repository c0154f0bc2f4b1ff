"""The guard before public forms, which have no cookie and so no CSRF token."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt

from ratslinde.inbox import limiting, origins, refusals, stamps
from ratslinde.inbox.limiting import PUBLIC, Limits
from ratslinde.inbox.refusals import Refusal

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponse]
MOST_BYTES = 64_000


class Show(Protocol):
    """Renders a page in the frame of the outlet, as `portal.answers.show` does."""

    def __call__(
        self, request: HttpRequest, template: str, context: dict[str, object], *, status: int
    ) -> HttpResponse:
        """The answer."""


def public_form(
    *, show: Show, limits: Limits = PUBLIC, most_bytes: int = MOST_BYTES
) -> Callable[[View[Parameters]], View[Parameters]]:
    """The view of a form that anybody may send: GET passes, POST only when it comes from our own page, small, not too
    often, and filled in by a person. The form needs `<c-form-guard />`, `method="post"`, and no file.

    Anything else gets a page with the reason: 403, 413, 415 or 429 (with Retry-After), or 405 for other methods.
    """

    def decorate(view: View[Parameters]) -> View[Parameters]:
        @csrf_exempt
        @functools.wraps(view)
        def guarded(
            request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
        ) -> HttpResponse:
            if request.method in ("GET", "HEAD"):
                return view(request, *args, **kwargs)
            if request.method != "POST":
                return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
            refusal = _refusal(request, limits, most_bytes)
            response = _answer(request, refusal, show) if refusal else view(request, *args, **kwargs)
            response.headers["Cache-Control"] = "no-store"
            return response

        return guarded

    return decorate


def _refusal(request: HttpRequest, limits: Limits, most_bytes: int) -> Refusal | None:
    if not origins.is_own(request):
        return refusals.foreign()
    if request.content_type != "application/x-www-form-urlencoded":
        return refusals.wrong_kind()
    if _length(request) > most_bytes:
        return refusals.too_large()
    if seconds := limiting.admit(source_of(request), limits):
        return refusals.too_many(seconds)
    return None if stamps.is_confirmed(request) else refusals.unconfirmed(stamps.entered(request))


def _answer(request: HttpRequest, refusal: Refusal, show: Show) -> HttpResponse:
    context: dict[str, object] = {"refusal": refusal, "title": refusal.heading}
    response = show(request, "inbox/refused.html", context, status=refusal.status)
    if refusal.seconds:
        response.headers["Retry-After"] = str(refusal.seconds)
    return response


def _length(request: HttpRequest) -> int:
    """How many bytes are announced; what is no number counts as more than any form takes."""
    announced = str(request.META.get("CONTENT_LENGTH") or 0)
    return int(announced) if announced.isdecimal() else sys.maxsize


def source_of(request: HttpRequest) -> str:
    """Where the request comes from; behind a proxy only when the operator says there is one, as for sign-in."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:  # a server that is reached through a socket says none
        return "unknown"

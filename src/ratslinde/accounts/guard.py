"""Who gets to the desk: nobody without a second factor, because everybody there can see something non-public."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from ratslinde.accounts import factors
from ratslinde.accounts.models import User

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]
_REQUIREMENTS: list[Callable[[], bool]] = []


def register_requirement(function: Callable[[], bool]) -> Callable[[], bool]:
    """Register who says whether the town requires a second factor; without any, it is required."""
    if function not in _REQUIREMENTS:
        _REQUIREMENTS.append(function)
    return function


def second_factor_required() -> bool:
    """Whether the desk is closed to a session with one factor."""
    return not _REQUIREMENTS or any(required() for required in _REQUIREMENTS)


def second_factor_missing(request: HttpRequest) -> bool:
    """Whether the person is at the desk with one factor only, because the town allows it: for a banner."""
    return isinstance(request.user, User) and not factors.is_proven(request)


def signed_in(view: View[Parameters]) -> View[Parameters]:
    """The view for somebody who signed in with two factors; anybody else is led to where they can do that.

    Nothing that passes is kept by browsers or proxies. Asked by htmx, the whole page changes, not a part of it.
    """

    @functools.wraps(view)
    @never_cache
    def guarded(
        request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        way = _way_in(request)
        return _lead(request, way) if way else view(request, *args, **kwargs)

    return guarded


def _way_in(request: HttpRequest) -> str:
    """The address where the person has to go first, or '' when they may pass."""
    if not isinstance(request.user, User):
        return _with_next(request, str(settings.LOGIN_URL))
    if factors.is_proven(request):
        return ""
    if factors.has_second_factor(request.user):  # set up on another device after this session was opened
        return _with_next(request, reverse("mfa_reauthenticate"))
    return reverse("accounts:second_factor") if second_factor_required() else ""


def _with_next(request: HttpRequest, address: str) -> str:
    page = urlsplit(request.headers.get("HX-Current-URL", "")) if "HX-Request" in request.headers else None
    if page and page.path:
        return f"{address}?{urlencode({'next': page._replace(scheme='', netloc='', fragment='').geturl()})}"
    if request.method not in ("GET", "HEAD"):
        return address
    return f"{address}?{urlencode({'next': request.get_full_path()})}"


def _lead(request: HttpRequest, address: str) -> HttpResponse:
    if "HX-Request" in request.headers:
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)

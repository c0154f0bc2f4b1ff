"""The short way to open data: its own resolver and a few fixed headers, no session, no cookie, no language.

What is sent here is the same for everybody, so nothing of what the site's middleware finds out about the visitor is
needed; and a list page costs little more than reading it.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern

from ratslinde.opendata import answers

_RESOLVER = URLResolver(RegexPattern(r"^/"), "ratslinde.opendata.urls")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
}


def is_for(path: str) -> bool:
    """Whether what is asked for is open data: OParl, a feed or a calendar."""
    return path.startswith("/oparl/v1.1") or path.endswith((".atom", ".ics"))


def answer(request: HttpRequest) -> HttpResponse:
    """The answer to a request for open data."""
    response = _answer(request)
    for name, value in _HEADERS.items():
        response.headers[name] = value
    if settings.SECURE_HSTS_SECONDS:
        response.headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    try:
        match = _RESOLVER.resolve(request.path_info)
    except Resolver404:
        return answers.nothing_here(request)
    try:
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except Exception:  # noqa: BLE001 - whatever happened, the client gets an Error object; the cause is in the log
        return answers.broken(request)
    return response

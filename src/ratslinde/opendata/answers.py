"""How open data is answered: readable from every web page, remembered, compressed, errors in OParl's form."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ratslinde.kernel import compression, tables
from ratslinde.opendata import kept, remembering
from ratslinde.opendata.refusals import Elsewhere, NotThere, Refusal, WrongMethod
from ratslinde.record import listing

JSON = "application/json"
_FOR_PROGRAMS = frozenset({JSON, "application/geo+json", tables.MEDIA_TYPE})
"""What a town can switch off; calendars, cards and feeds belong to the pages for people."""
View = Callable[..., bytes]
_LOG = logging.getLogger(__name__)
_ERROR = "https://schema.oparl.org/1.1/Error"
_PREFLIGHT = "If-None-Match, If-Modified-Since, Cache-Control"


def open_data(
    media_type: str = JSON, *, error_type: str = _ERROR
) -> Callable[[View], Callable[..., HttpResponse]]:
    """Make a view of a function that returns the content; its refusals become answers with their status.

    `error_type`: what the JSON of a refusal calls itself; OParl demands a type, HSDS knows none.
    """

    def decorate(view: View) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest, **named: Any) -> HttpResponse:
            try:
                response = _answer(request, lambda: view(request, **named), media_type=media_type)
            except Elsewhere as other:
                response = HttpResponse(status=301, headers={"Location": other.address})
            except Refusal as refusal:
                response = _refused(refusal, media_type=media_type, error_type=error_type)
            return _readable_everywhere(response, request)

        return answer

    return decorate


def _refused(refusal: Refusal, *, media_type: str, error_type: str) -> HttpResponse:
    if media_type == JSON:
        return error(refusal.status, refusal.message, debug=refusal.debug, error_type=error_type)
    return HttpResponse(
        f"{refusal.message}\n", content_type="text/plain; charset=utf-8", status=refusal.status
    )


def error(status: int, message: str, *, debug: str = "", error_type: str = _ERROR) -> HttpResponse:
    """An Error object (OParl 1.1, 2.9) with its status."""
    content = (
        ({"type": error_type} if error_type else {})
        | {"message": message}
        | ({"debug": debug} if debug else {})
    )
    return HttpResponse(msgspec.json.encode(content), content_type=JSON, status=status)


def broken(request: HttpRequest) -> HttpResponse:
    """The answer after an unexpected failure, which it logs. Call it while the exception is handled."""
    _LOG.exception("open data failed: %s", request.path)
    response = error(500, "Der Server konnte nicht antworten. Bitte später noch einmal versuchen.")
    return _readable_everywhere(response, request)


def nothing_here(request: HttpRequest) -> HttpResponse:
    """The answer at an address that no list and no object has."""
    return _readable_everywhere(error(404, "Unter dieser Adresse gibt es keine offenen Daten."), request)


def _answer(request: HttpRequest, content: Callable[[], bytes], *, media_type: str) -> HttpResponse:
    if media_type in _FOR_PROGRAMS and not settings.RATSLINDE_OPEN_DATA:
        raise NotThere("Diese Kommune hat ihre offenen Daten abgeschaltet.")
    if request.method == "OPTIONS":
        headers = {"Access-Control-Allow-Headers": _PREFLIGHT, "Access-Control-Max-Age": "86400"}
        return HttpResponse(status=204, headers={"Allow": "GET, HEAD, OPTIONS", **headers})
    if request.method not in ("GET", "HEAD"):
        raise WrongMethod("Offene Daten können nur gelesen werden (GET, HEAD).")
    state = listing.state()  # before the content: what is published between the two is asked for again
    headers = remembering.headers(request, state)
    if remembering.is_known(request, headers):
        return HttpResponse(status=304, headers=headers)
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    sent = _sent(content, tag=headers["ETag"] if state.mark else "", accepted=accepted)
    return HttpResponse(sent.content, content_type=media_type, headers=headers | sent.headers)


def _sent(content: Callable[[], bytes], *, tag: str, accepted: str) -> compression.Sent:
    encoding = compression.best(accepted)
    sent = kept.STORE.get(tag, encoding)
    if sent is None:
        sent = compression.compressed(content(), encoding=encoding)
        kept.STORE.put(tag, encoding, sent)
    return sent


def _readable_everywhere(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    response.headers["Access-Control-Allow-Origin"] = "*"
    if response.status_code == 405:
        response.headers["Allow"] = "GET, HEAD, OPTIONS"
    if response.status_code in (204, 301, 304):
        del response.headers["Content-Type"]  # Django's own; there is no content
    if response.status_code not in (204, 304):
        response.headers["Content-Length"] = str(len(response.content))
    if request.method == "HEAD":
        response.content = b""
    return response

"""How a public page answers: found, withdrawn, unchanged since the last visit, or not there."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import condition, require_safe

import ratslinde
from ratslinde.kernel import clock, compression
from ratslinde.portal import framing
from ratslinde.record import listing, outlet
from ratslinde.record.outlet import Entry

View = Callable[..., HttpResponse]


class Withdrawn(Exception):
    """What stood at this address was public once and is not any more."""


def state_of_page(_request: HttpRequest, *_arguments: Any, **_named: Any) -> str:
    """The ETag of a page: it moves with every publication, every day and every upgrade."""
    # As in open data, the heads of the chains are in it: a number of publications comes back after a restored backup,
    # and a browser would keep a page of the state that was given up. The day, because pages say "today" and part what
    # comes from what was.
    state = hashlib.blake2b(listing.state().mark.encode(), digest_size=12).hexdigest()
    return f'W/"{state}-{clock.today():%y%m%d}-{get_language()}-{_edition()}"'  # weak: whatever the encoding


def public_page(view: View, *, etag: Callable[..., str] = state_of_page) -> View:
    """A page for everyone: reads only, needs no cookie, and costs one query while nothing has been published."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        try:
            response = view(request, *arguments, **named)
        except Withdrawn:
            response = show(request, "portal/gone.html", status=410)
        response.headers.setdefault("Cache-Control", "public, no-cache")
        return response

    return require_safe(_compressed(condition(etag_func=etag)(answer)))


def _compressed(view: View) -> View:
    """Send a page in the encoding that the browser takes: it holds no secret that its length could tell."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        response = view(request, *arguments, **named)
        patch_vary_headers(response, ["Accept-Encoding"])
        if response.status_code == 200:
            encoding = compression.best(request.headers.get("Accept-Encoding", ""))
            sent = compression.compressed(response.content, encoding=encoding)
            response.content = sent.content
            for name, value in sent.headers.items():
                response[name] = value
        return response

    return answer


def show(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """The page with the town's frame around it."""
    found = framing.known()
    around = {"town": found.town, "frame": framing.frame(request.path, found)}
    return render(request, template, {**around, **(context or {})}, status=status)


def entry_at(path: str, kind: str) -> Entry:
    """The published object whose page is at `path`. Raises Http404, or Withdrawn when it was there once."""
    found = outlet.by_path(path)
    if found is None or found.kind != kind:
        raise Http404
    if found.deleted:
        raise Withdrawn
    return found


def local(address: str) -> str:
    """An address of the record as a path of this site."""
    return "/" + address.lstrip("\x1f")


def site(request: HttpRequest) -> str:
    """Where this site is, without a slash at the end."""
    return settings.RATSLINDE_URL or f"{request.scheme}://{request.get_host()}"


@functools.cache
def _edition() -> str:
    """Moves with the program: a page looks different after an upgrade though nothing was published."""
    house = Path(ratslinde.__file__).parent
    newest = max(path.stat().st_mtime_ns for wing in ("ui", "portal") for path in (house / wing).rglob("*.*"))
    return f"{newest:x}"

"""How a page of the directory answers: in the language of its address, with the others beside it, without a cookie."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext

from ratslinde.kernel import clock
from ratslinde.portal import framing
from ratslinde.portal.answers import Withdrawn, entry_at, public_page, site, state_of_page
from ratslinde.portal.directory.languages import BY_CODE, LANGUAGES, PageLanguage, address
from ratslinde.record import directory, outlet
from ratslinde.record.directory import Item
from ratslinde.ui.frame import Crumb, Version
from ratslinde.ui.paging import PARAMETER

View = Callable[..., HttpResponse]


class Merged(Exception):
    """What stood at this address went into something else; the message is the address of that."""


def directory_page(view: View) -> View:
    """A public page of the directory; `view` gets the PageLanguage as its second argument."""

    def in_language(request: HttpRequest, *, language: str, **named: Any) -> HttpResponse:
        page_language = BY_CODE[language]
        with translation.override(language):
            try:
                response = view(request, page_language, **named)
            except Merged as elsewhere:
                response = HttpResponsePermanentRedirect(str(elsewhere))
            except Withdrawn:
                response = show(request, page_language, "gone", {}, status=410)
            except Http404:
                response = show(request, page_language, "not_found", {}, status=404)
        response.headers["Content-Language"] = language
        return response

    return public_page(functools.wraps(view)(in_language), etag=_etag)


def show(
    request: HttpRequest,
    language: PageLanguage,
    template: str,
    context: Mapping[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """The page with the town's frame around it, in the language."""
    found = framing.known()
    around = {
        "town": found.town,
        "frame": framing.frame(
            request.path, found, prefix=language.prefix, versions=_versions(request, language)
        ),
        "page_language": language,
        "root": f"/{language.prefix}",
        "plain_address": plain_address(request),
        "noindex": bool(request.GET) or status != 200,
    }
    return render(request, f"portal/directory/{template}.html", {**around, **context}, status=status)


def plain_address(request: HttpRequest) -> str:
    """The address to hand on: it holds the filters."""
    return f"{site(request)}{request.get_full_path()}"


def trail(language: PageLanguage, *steps: tuple[str, str]) -> list[Crumb]:
    """From the start page along (label, German path) steps; the last one is the page itself."""
    start = Crumb(label=gettext("Start"), address="/")
    return [start, *(Crumb(label=label, address=address(language, path)) for label, path in steps)]


def published(path: str, public_id: str, kind: str, language: PageLanguage) -> Item:
    """The published offer or actor. Raises Merged, Withdrawn, Http404."""
    item = directory.current().by_id.get(public_id)
    if item is not None and item.kind == kind:
        return item
    try:
        entry_at(path, kind)
    except Withdrawn:
        successor = next(iter(outlet.in_lists(public_id, kind, most=1)), None)
        if successor is None or not successor.path:
            raise
        raise Merged(address(language, successor.path)) from None
    raise Http404  # published between the two questions: the next visit finds it


def _versions(request: HttpRequest, language: PageLanguage) -> tuple[Version, ...]:
    """The same page with the same filters in every language."""
    path = request.path.removeprefix(f"/{language.prefix}")
    query = [(name, str(value)) for name, value in request.GET.items() if name != PARAMETER]
    return tuple(
        Version(
            language=each.code, label=each.own_name, direction=each.direction, address=address(each, path, query),
            absolute=f"{site(request)}{address(each, path, query)}", current=each is language,
        )
        for each in LANGUAGES
    )  # fmt: skip


def _etag(request: HttpRequest, *arguments: Any, **named: Any) -> str:
    """As of every page, and the quarter of the hour: pages say what takes place next."""
    state = state_of_page(request, *arguments, **named).removesuffix('"')
    now = clock.town_time(clock.now())
    return f'{state}-{now.hour * 4 + now.minute // 15}"'

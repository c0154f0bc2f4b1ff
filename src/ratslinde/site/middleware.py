"""The short way for open data: no session, no cookie, no language; see `opendata.short_way`."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from ratslinde.opendata import short_way

Answer = Callable[[HttpRequest], HttpResponseBase]


def public_answers_first(get_response: Answer) -> Answer:
    """Answer the addresses of open data before the other middleware runs."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if short_way.is_for(request.path_info):
            return short_way.answer(request)
        return get_response(request)

    return middleware

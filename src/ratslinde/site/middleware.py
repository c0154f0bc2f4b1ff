"""The short way for open data, without session, cookie and language (`opendata.short_way`), and a page where Django
answers with nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

from ratslinde.opendata import short_way
from ratslinde.portal import errors

Answer = Callable[[HttpRequest], HttpResponseBase]


def public_answers_first(get_response: Answer) -> Answer:
    """Answer the addresses of open data before the other middleware runs."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if short_way.is_for(request.path_info):
            return short_way.answer(request)
        return get_response(request)

    return middleware


def no_empty_refusal(get_response: Answer) -> Answer:
    """Who opens the address of a form by hand, or again after a restart, reads what to do instead of nothing."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method == "GET" and isinstance(response, HttpResponseNotAllowed):
            return errors.wrong_method(response)
        return response

    return middleware

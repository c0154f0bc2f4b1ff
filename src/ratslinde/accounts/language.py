"""The language of these pages: they are part of the desk, and the desk is German whatever the browser asks for."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import translation

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]
LANGUAGE = "de"


def german(view: View[Parameters]) -> View[Parameters]:
    """The view with its page, messages and mails in German."""

    @functools.wraps(view)
    def shown(
        request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        with translation.override(LANGUAGE):
            answer = view(request, *args, **kwargs)
            if isinstance(answer, SimpleTemplateResponse):
                answer.render()  # allauth's views would be rendered later, in the browser's language
        answer.headers.setdefault("Content-Language", LANGUAGE)
        return answer

    return shown

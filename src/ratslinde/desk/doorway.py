"""How every page of the desk is opened and answered."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation

from ratslinde.accounts.guard import register_requirement, signed_in
from ratslinde.accounts.models import User
from ratslinde.council.bodies.models import Body
from ratslinde.desk.frame import frame
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.ui.frame import Crumb
from ratslinde.verbs import Actor, require

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponse]
UNDER_WAY = "unterwegs"
"""The id of <c-under-way>, by which a page that looks again by itself is known."""


@register_requirement
def second_factor_required() -> bool:
    """What the town decided about the second factor; before there is a town it is required."""
    return not Body.objects.filter(second_factor_required=False).exists()


def door(*verbs: str) -> Callable[[View[Parameters]], Callable[..., HttpResponseBase]]:
    """The view for somebody who is signed in and may do all of these verbs to something.

    A right that is missing answers 403, what does not exist 404, and what is refused outside a form a page with
    the reason.
    """

    def decorate(view: View[Parameters]) -> Callable[..., HttpResponseBase]:
        @signed_in
        @functools.wraps(view)
        def opened(
            request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
        ) -> HttpResponse:
            with translation.override("de"):  # the desk is German whatever the browser asks for
                return _answer(request, lambda: view(request, *args, **kwargs), verbs)

        return opened

    return decorate


def _answer(request: HttpRequest, view: Callable[[], HttpResponse], verbs: Sequence[str]) -> HttpResponse:
    person = actor(request)
    prefetch_related_objects([person], "grants")
    try:
        for verb in verbs:
            require(person, verb)
        return view()
    except ObjectDoesNotExist:
        raise Http404 from None
    except Forbidden as refusal:
        return page(
            request, "desk/forbidden.html", {"title": "Kein Zugang", "sentence": refusal.message}, status=403
        )
    except Refused as refusal:
        context = {"title": "Das geht so nicht", "sentence": refusal.message}
        return page(request, "desk/refused.html", context, status=409)


def actor(request: HttpRequest) -> Actor:
    """Who is at the desk."""
    assert isinstance(request.user, User)  # noqa: S101 - `signed_in` stands before every view
    return request.user


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    trail: Sequence[tuple[str, str]] = (),
    status: int = 200,
    under_way: bool = False,
) -> HttpResponse:
    """The page in the desk's frame. `trail`: (label, address) of the pages above it.

    `under_way`: the page holds a <c-under-way>, which looks again by itself until a page comes that does not.
    """
    if request.headers.get("HX-Target") == UNDER_WAY and not under_way:
        return HttpResponse(headers={"HX-Redirect": request.get_full_path()})
    crumbs = [Crumb(label=label, address=address) for label, address in trail]
    if crumbs:
        crumbs = [
            Crumb(label="Schreibtisch", address="/schreibtisch/"),
            *crumbs,
            Crumb(label=str(context["title"])),
        ]
    whole = {"frame": frame(request, actor(request)), "trail": crumbs, "actor": actor(request), **context}
    return render(request, template, whole, status=status)


def attempt(request: HttpRequest, act: Callable[[], object], *, done: str, back: str) -> HttpResponse:
    """Carry out what a single button asks for; the page at `back` says how it went."""
    try:
        act()
    except Forbidden:
        raise
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, done)
    return HttpResponseRedirect(back)


def said(request: HttpRequest, sentence: str, *, go: str) -> HttpResponse:
    """Lead to the page at `go`, which says the sentence."""
    messages.success(request, sentence)
    return HttpResponseRedirect(go)

"""The page with which a town begins: from this machine only, with the secret that the server printed."""

from __future__ import annotations

import ipaddress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ratslinde.council.bodies.models import Body
from ratslinde.kernel.errors import Refused
from ratslinde.site.first_run import token as tokens
from ratslinde.site.first_run.forms import FoundingForm
from ratslinde.site.first_run.founding import found
from ratslinde.ui.frame import Frame


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def first_run(request: HttpRequest, token: str) -> HttpResponse:
    """GET: the form. POST: begins the town and leads to the administrator's one-time link."""
    if not _is_here(request) or not tokens.is_valid(token) or Body.objects.exists():
        raise Http404
    form = FoundingForm(request.POST or None)
    if form.is_valid():
        try:
            _, secret = found(form.wish())
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        else:
            tokens.end()
            return redirect("accounts:one_time_link", secret)
    with translation.override("de"):
        frame = Frame(town="Ratslinde", what=gettext("Einrichten"))
        status = 422 if form.is_bound else 200
        return render(request, "site/first_run.html", {"form": form, "frame": frame}, status=status)


def _is_here(request: HttpRequest) -> bool:
    """Whether the browser runs on this machine; what a proxy hands on does not."""
    if {"X-Forwarded-For", "Forwarded", "X-Real-Ip"} & set(request.headers):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False

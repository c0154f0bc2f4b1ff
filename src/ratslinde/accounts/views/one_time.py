"""The one-time link: a page with a button, because mail scanners follow links."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.internal import ratelimit
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ratslinde.accounts import links
from ratslinde.accounts.frame import frame
from ratslinde.accounts.views.sign_in import too_many


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one_time_link(request: HttpRequest, secret: str) -> HttpResponse:
    """GET: what the link is good for. POST: uses it up and signs in, with the second factor if there is one."""
    if request.method == "POST":
        if not ratelimit.consume(request, app="allauth.account", action="one_time_link"):
            return too_many(request)
        user = links.redeem(secret)
        if user is not None:
            logout(request)  # somebody else may be signed in here, and sessions are never taken over
            record_authentication(request, user, "link")
            answer: HttpResponse = perform_login(
                request, Login(user=user, redirect_url=reverse("accounts:second_factor"))
            )
            return answer
    state = links.state(secret)
    status = 200 if state is links.LinkState.OPEN else 410
    return render(
        request, "accounts/one_time_link.html", {"state": state.name, "frame": frame(request)}, status=status
    )

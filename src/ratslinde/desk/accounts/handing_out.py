"""Handing out a one-time link: once on the screen, and by mail where mails leave the house."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from ratslinde.accounts import links, mailing
from ratslinde.accounts.models import User
from ratslinde.desk.doorway import page


def show_link(request: HttpRequest, user: User, secret: str, *, reset: bool = False) -> HttpResponse:
    """The page that shows the link this once. It is the answer to the form itself: no other address shows it."""
    address = request.build_absolute_uri(reverse("accounts:one_time_link", args=[secret]))
    mailed = mailing.is_set_up()
    if mailed:
        context = {"person": user, "at": timezone.now(), "site": request.get_host()}
        if reset:
            mailing.send("second_factor_reset", to=user.email, context=context)
        mailing.send("invitation", to=user.email, context={**context, "address": address})
    context = {
        "title": "Link zum Anmelden",
        "user": user,
        "address": address,
        "mailed": mailed,
        "days": links.LIFETIME.days,
    }
    return page(
        request, "desk_accounts/link.html", context, trail=[("Konten", reverse("desk_accounts:accounts"))]
    )

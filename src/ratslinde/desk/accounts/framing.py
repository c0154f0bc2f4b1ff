"""The frame of the sign-in and account pages: the town's name for all, the way around for those who may go it."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from ratslinde.accounts import factors, guard
from ratslinde.accounts.frame import register_frame
from ratslinde.accounts.models import User
from ratslinde.desk.frame import frame as desk_frame
from ratslinde.record import outlet
from ratslinde.ui.frame import Frame


def hang_up() -> None:
    """Make this the frame of the pages in `ratslinde.accounts`."""
    register_frame(framing)


def framing(request: HttpRequest) -> Frame:
    """The desk's frame for somebody who may be at the desk, else one that leads nowhere."""
    user = request.user if isinstance(request.user, User) else None
    if user and (factors.is_proven(request) or not guard.second_factor_required()):
        return desk_frame(request, user)
    return Frame(
        town=_public_name(),
        what="Schreibtisch",
        person=user.name if user else "",
        sign_out=reverse("account_logout"),
    )


def _public_name() -> str:
    """The town's name as it is published: whoever has not signed in sees no draft."""
    towns = outlet.of_kind("body", most=1)
    return towns[0].title if towns else "Ratslinde"

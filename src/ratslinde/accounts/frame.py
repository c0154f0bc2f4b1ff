"""The frame around the pages of this package. Who knows the town's name registers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from ratslinde.accounts.models import User
from ratslinde.ui.frame import Frame

Framing = Callable[[HttpRequest], Frame]
_FRAMINGS: list[Framing] = []


def register_frame(function: Framing) -> Framing:
    """Register who makes the frame for signed-in pages; the last one counts."""
    _FRAMINGS.append(function)
    return function


def frame(request: HttpRequest) -> Frame:
    """The registered frame, or a plain one."""
    return _FRAMINGS[-1](request) if _FRAMINGS else _plain(request)


class Framed:
    """For allauth's views: puts the frame into the page."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The view's context and the frame."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return {**context, "frame": frame(self.request)}


def _plain(request: HttpRequest) -> Frame:
    user = request.user
    return Frame(
        town="Ratslinde",
        what=gettext("Schreibtisch"),
        person=user.name if isinstance(user, User) else "",
        sign_out=reverse("account_logout"),
    )

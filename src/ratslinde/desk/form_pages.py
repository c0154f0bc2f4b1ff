"""Pages that are one form: what was handed in, and the page around the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse

from ratslinde.desk.doorway import page
from ratslinde.desk.forms import RowForm
from ratslinde.kernel.errors import Conflict, Forbidden, Refused

Result = TypeVar("Result")


def handed_in(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], Result],
    *,
    rows: forms.BaseFormSet[Any] | None = None,
) -> Result | None:
    """What the verb returned for a form that was sent and filled in rightly, else None: then the form says why.

    `rows`: further forms that are handed in together with it.
    """
    if request.method != "POST" or not form.is_valid() or (rows is not None and not rows.is_valid()):
        return None
    return _saved(form, act)


def _saved(form: forms.Form, act: Callable[[], Result]) -> Result | None:
    try:
        return act()
    except Forbidden:
        raise
    except Refused as refusal:
        if isinstance(refusal, Conflict) and isinstance(form, RowForm):
            form.show_conflict(refusal)
        else:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
    return None


def form_page(
    request: HttpRequest,
    form: forms.Form,
    *,
    title: str,
    back: str,
    trail: Sequence[tuple[str, str]] = (),
    note: str = "",
) -> HttpResponse:
    """The page of a form alone. `back`: where leaving it leads; `note`: what to know before filling it in."""
    context = {"title": title, "form": form, "back": back, "note": note}
    return page(request, "desk/form.html", context, trail=trail)

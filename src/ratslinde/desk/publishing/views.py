"""Publish and withdraw, the same way for everything that can be."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.publishing.kinds import KINDS, Publishable
from ratslinde.desk.publishing.showing import changes, stand, summary
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.record.preview import Difference


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(
        label="Grund",
        max_length=1000,
        help_text="Der Grund bleibt in der Verwaltung. Öffentlich steht nur, dass etwas zurückgenommen wurde.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Bitte einen Grund angeben. Er bleibt in der Verwaltung."},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door()
def publish(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    """Show exactly what would become public, ask, and do it when what was seen is still what would happen."""
    matter = _matter(kind)
    row = matter.find(actor(request), public_id)
    refusal = ""
    found = matter.preview(actor(request), row)
    if request.method == "POST" and request.POST.get("stand") == stand(found):
        try:
            matter.publish(actor(request), row)
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused.message
        else:
            return said(request, _done(matter, row), go=matter.page(row))
    elif request.method == "POST":
        messages.warning(request, "Inzwischen hat sich etwas geändert. Bitte sehen Sie noch einmal nach.")
    return _ask(request, kind, row, found, refusal)


@require_http_methods(["GET", "HEAD", "POST"])
@door()
def withdraw(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    """Show what would disappear, ask for the reason, and take it back."""
    matter = _matter(kind)
    if matter.preview_withdrawal is None or matter.withdraw is None:
        raise Http404
    row = matter.find(actor(request), public_id)
    found = matter.preview_withdrawal(actor(request), row)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        matter.withdraw(actor(request), row, reason=form.cleaned_data["reason"])
        return said(request, "Zurückgenommen. Die öffentliche Seite sagt das jetzt.", go=matter.page(row))
    context = {
        "title": f"Zurücknehmen: {row}",
        "form": form,
        "changes": changes(found),
        "back": matter.page(row),
    }
    return page(request, "desk/withdraw.html", context, trail=[(str(row), matter.page(row))])


def _matter(kind: str) -> Publishable:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _ask(
    request: HttpRequest, kind: str, row: object, found: tuple[Difference, ...], refusal: str
) -> HttpResponse:
    matter = KINDS[kind]
    context = {
        "title": f"Veröffentlichen: {row}",
        "matter": matter,
        "kind": kind,
        "row": row,
        "changes": changes(found),
        "summary": summary(found),
        "stand": stand(found),
        "obstacles": matter.obstacles(row),
        "refusal": refusal,
        "back": matter.page(row),
    }
    return page(request, "desk/publish.html", context, trail=[(str(row), matter.page(row))])


def _done(matter: Publishable, row: object) -> str:
    return format_html('Veröffentlicht. <a href="{}">Die öffentliche Seite ansehen</a>', matter.public(row))

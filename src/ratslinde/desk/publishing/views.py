"""Publish and withdraw, the same way for everything that can be."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.publishing.forms import ReasonForm
from ratslinde.desk.publishing.kinds import KINDS, matter, usual_kind
from ratslinde.desk.publishing.publishable import Publishable
from ratslinde.desk.publishing.showing import changes, summary
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.verbs.releasing import mark


@require_http_methods(["GET", "HEAD", "POST"])
@door()
def publish(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    """Show exactly what would become public, ask, and do it; the verb refuses when that is not what was shown."""
    found = matter(kind)
    row, refusal = found.find(actor(request), public_id), ""
    if request.method == "POST":
        try:
            found.publish.act(actor(request), row, seen=request.POST.get("stand", ""))
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused.message
        else:
            return said(request, _done(found, row), go=found.page(row))
    return _ask(request, kind, public_id, refusal)


@require_http_methods(["GET", "HEAD", "POST"])
@door()
def withdraw(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    """Show what would disappear, ask for the reason, and take it back."""
    found = matter(kind)
    if found.withdraw is None:
        raise Http404
    row, refusal, form = found.find(actor(request), public_id), "", ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        seen, reason = request.POST.get("stand", ""), form.cleaned_data["reason"]
        try:
            found.withdraw.act(actor(request), row, reason=reason, seen=seen)
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused.message
        else:
            return said(request, "Zurückgenommen. Die öffentliche Seite sagt das jetzt.", go=found.page(row))
    return _ask_back(request, kind, public_id, refusal, form)


@require_GET
@door()
def draft(request: HttpRequest, kind: str, public_id: str, document: str) -> HttpResponse:
    """A document as publishing would print it, marked as a draft; it is made for this look and kept nowhere."""
    found = matter(kind)
    row = found.find(actor(request), public_id)
    wanted = [each for each in found.drafts(actor(request), row) if each.key == document]
    if not wanted:
        raise Http404
    name, data = wanted[0].print()
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name)}"
    return answer


def _ask(request: HttpRequest, kind: str, public_id: str, refusal: str) -> HttpResponse:
    found = matter(kind)
    row = found.find(actor(request), public_id)  # a refused verb may have left its traces on the other one
    differences = found.publish.look(actor(request), row)
    context = {
        "title": f"Veröffentlichen: {row}",
        "matter": found,
        "kind": kind,
        "row": row,
        "changes": changes(differences),
        "summary": summary(differences),
        "stand": mark(differences),
        "obstacles": found.obstacles(row),
        "remarks": found.remarks(row),
        "drafts": found.drafts(actor(request), row) if differences else (),
        "inside": found.inside(row),
        "left_out": [(each, KINDS[usual_kind(each)].page(each)) for each in found.left_out(row)],
        "refusal": refusal,
        "back": found.page(row),
    }
    return page(request, "desk/publish.html", context, trail=[(str(row), found.page(row))])


def _ask_back(
    request: HttpRequest, kind: str, public_id: str, refusal: str, form: ReasonForm
) -> HttpResponse:
    found = matter(kind)
    row = found.find(actor(request), public_id)
    differences = found.withdraw.look(actor(request), row) if found.withdraw else ()
    context = {
        "title": f"Zurücknehmen: {row}",
        "form": form,
        "changes": changes(differences),
        "stand": mark(differences),
        "effects": found.effects(row),
        "refusal": refusal,
        "back": found.page(row),
    }
    return page(request, "desk/withdraw.html", context, trail=[(str(row), found.page(row))])


def _done(found: Publishable, row: object) -> str:
    return format_html(
        'Veröffentlicht. <a href="{}">Die öffentliche Seite ansehen</a>', found.public_page(row)
    )

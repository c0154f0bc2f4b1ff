"""What the town decides about its picture: its limits, and where no offer is meant to be."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.form_pages import handed_in
from ratslinde.desk.landscape.coverage.asking import asked_position, cell_address, picture_for
from ratslinde.desk.landscape.coverage.forms import LimitsForm, MarkForm
from ratslinde.desk.landscape.coverage.views import TRAIL, opened
from ratslinde.integration.landscape.actions import (
    mark_not_intended,
    set_coverage_rule,
    unmark_not_intended,
)
from ratslinde.integration.landscape.queries import coverage_decisions as queries
from ratslinde.integration.landscape.rules.completeness import Limits
from ratslinde.kernel.errors import Forbidden, Refused


@require_POST
@door("landscape.read", "coverage.decide")
def mark(request: HttpRequest) -> HttpResponse:
    """Say that no offer is meant to be in a cell, and why."""
    found = picture_for(request)
    at = asked_position(found, request.POST)
    form = MarkForm(request.POST)
    if not form.is_valid():
        return opened(request, found, at, form=form)
    rows = queries.rows_at(the_body(), at)
    try:
        mark_not_intended(
            actor(request), rows["field"], space=rows["space"], group=rows["group"], language=rows["language"],
            reason=form.cleaned_data["reason"],
        )  # fmt: skip
    except Forbidden:
        raise
    except Refused as refusal:
        form.add_error("reason" if refusal.field == "reason" else None, refusal.message)
        return opened(request, found, at, form=form)
    return said(request, "Als nicht vorgesehen vermerkt.", go=cell_address(at))


@require_POST
@door("landscape.read", "coverage.decide")
def unmark(request: HttpRequest, public_id: str) -> HttpResponse:
    """An offer is meant to be there after all."""
    row = queries.mark_row(actor(request), public_id)
    at = queries.mark_position(row)
    unmark_not_intended(actor(request), row)
    return said(request, "Der Vermerk ist entfernt.", go=cell_address(at))


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.read")
def limits(request: HttpRequest) -> HttpResponse:
    """The limits that hold, those that held and will hold, and a form for those that may decide."""
    body = the_body()
    rules = queries.rules(actor(request), body)
    form = LimitsForm.of(rules.today, request.POST if request.method == "POST" else None)
    done = handed_in(request, form, lambda: set_coverage_rule(actor(request), body, **form.limits()))
    if done:
        return HttpResponseRedirect(reverse("desk_coverage:limits"))
    context = {
        "title": "Grenzen der Abdeckung", "form": form, "rules": rules, "standard": Limits(),
        "marks": queries.mark_rows(actor(request), body),
    }  # fmt: skip
    return page(request, "desk_coverage/limits.html", context, trail=TRAIL)

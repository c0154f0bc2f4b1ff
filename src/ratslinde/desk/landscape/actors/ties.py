"""With whom an actor works together."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import attempt, door, said
from ratslinde.desk.form_pages import handed_in
from ratslinde.desk.landscape.actors.forms import TieForm
from ratslinde.desk.landscape.actors.views import whole
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Cooperation
from ratslinde.integration.landscape.queries import actors as queries


@require_POST
@door("cooperation.edit")
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """What this actor says about another one."""
    found = queries.actor(account(request), public_id)
    form = TieForm(request.POST, actor=found)
    done = handed_in(
        request, form, lambda: actions.report_cooperation(account(request), found, **form.cleaned_data)
    )
    if not done:
        return whole(request, found, tie_form=form)
    return said(request, "Eingetragen.", go=reverse("desk_landscape:actor", args=[found.public_id]))


@require_POST
@door("cooperation.edit")
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """The tie was entered by mistake."""
    tie = Cooperation.objects.select_related("source").get(public_id=public_id)
    back = reverse("desk_landscape:actor", args=[request.POST.get("zurueck") or tie.source.public_id])
    return attempt(
        request, lambda: actions.remove_cooperation(account(request), tie), done="Entfernt.", back=back
    )

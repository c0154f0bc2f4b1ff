"""What an actor does in which field."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import attempt, door, page, said
from ratslinde.desk.forms import saved
from ratslinde.desk.landscape.actors.forms import ActivityForm, ActivityRowForm
from ratslinde.desk.landscape.actors.views import ACTORS, whole
from ratslinde.desk.landscape.saving import changes_of
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Activity
from ratslinde.integration.landscape.queries import actors as queries
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.verbs import require


@require_POST
@door("activity.edit")
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """One more activity."""
    found = queries.actor(account(request), public_id)
    require(account(request), "activity.edit", found)
    form = ActivityForm(request.POST, body=found.body)
    if not form.is_valid():
        return whole(request, found, activity_form=form)
    try:
        actions.set_activity(account(request), found, **form.cleaned_data)
    except Forbidden:
        raise
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return whole(request, found, activity_form=form)
    return said(request, "Eingetragen.", go=reverse("desk_landscape:actor", args=[found.public_id]))


@require_http_methods(["GET", "HEAD", "POST"])
@door("activity.edit")
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where and since when."""
    activity = Activity.objects.select_related("actor__organization", "actor__body", "field").get(
        public_id=public_id
    )
    require(account(request), "activity.edit", activity)
    form = ActivityRowForm(request.POST or None, body=activity.actor.body, row=activity)
    back = reverse("desk_landscape:actor", args=[activity.actor.public_id])
    if request.method == "POST" and form.is_valid():
        done = saved(form, lambda: actions.set_activity(
            account(request), activity.actor, field=activity.field, role=activity.role, **changes_of(form),
        ))  # fmt: skip
        if done:
            return said(request, "Gespeichert.", go=back)
    context = {"title": str(activity), "form": form, "back": back}
    return page(request, "desk/form.html", context, trail=[*ACTORS, (activity.actor.name, back)])


@require_POST
@door("activity.edit")
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """The activity was entered by mistake."""
    activity = Activity.objects.select_related("actor__organization").get(public_id=public_id)
    back = reverse("desk_landscape:actor", args=[activity.actor.public_id])
    return attempt(
        request, lambda: actions.remove_activity(account(request), activity), done="Entfernt.", back=back
    )

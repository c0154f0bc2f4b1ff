"""What an actor does in which field."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.landscape.actors.forms import ActivityForm, ActivityRowForm
from ratslinde.desk.landscape.actors.views import ACTORS, whole
from ratslinde.desk.landscape.buttons import pressed
from ratslinde.desk.landscape.saving import changes_of
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Activity
from ratslinde.integration.landscape.queries import actors as queries
from ratslinde.verbs import require


@require_POST
@door("activity.edit")
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """One more activity."""
    found = queries.actor(account(request), public_id)
    require(account(request), "activity.edit", found)
    form = ActivityForm(request.POST, body=found.body)
    done = handed_in(
        request, form, lambda: actions.set_activity(account(request), found, **form.cleaned_data)
    )
    if not done:
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
    done = handed_in(request, form, lambda: actions.set_activity(
        account(request), activity.actor, field=activity.field, role=activity.role, **changes_of(form),
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=back)
    return form_page(
        request, form, title=str(activity), back=back, trail=[*ACTORS, (activity.actor.name, back)]
    )


@require_POST
@door("activity.edit")
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """The activity was entered by mistake."""
    activity = Activity.objects.select_related("actor__organization").get(public_id=public_id)
    return pressed(
        request,
        activity.actor,
        lambda: actions.remove_activity(account(request), activity.actor, activity=activity),
        done="Entfernt. Wieder hervorholen lässt sich die Tätigkeit unter „Was früher hier stand“.",
    )

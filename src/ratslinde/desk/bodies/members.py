"""Who belongs to a body."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.council.bodies import actions, queries
from ratslinde.council.bodies.models import Membership
from ratslinde.desk.bodies.forms import MembershipForm, NewMembershipForm
from ratslinde.desk.bodies.views import TRAIL
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.forms import saved


@require_http_methods(["GET", "HEAD", "POST"])
@door("person.edit")
def add_member(request: HttpRequest, public_id: str) -> HttpResponse:
    """Somebody joins the body."""
    found, back = (
        queries.organization(actor(request), public_id),
        reverse("desk:organization", args=[public_id]),
    )
    usual = {"role": "Mitglied", "voting_right": True}
    form = NewMembershipForm(request.POST or None, organization=found, initial=usual)
    if request.method == "POST" and form.is_valid():
        values, person = form.entered(), form.cleaned_data["person"]
        done = saved(
            form, lambda: actions.add_membership(actor(request), person, organization=found, **values)
        )
        if done:
            return said(request, f"{person} ist eingetragen.", go=f"{back}#mitglieder")
    note = "Steht jemand nicht in der Liste? Legen Sie zuerst die Person an."
    context = {"title": f"Neues Mitglied: {found}", "form": form, "back": back, "note": note}
    return page(request, "desk/form.html", context, trail=[*TRAIL, (str(found), back)])


@require_http_methods(["GET", "HEAD", "POST"])
@door("person.edit")
def edit_member(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change or end a membership."""
    row: Membership = Membership.objects.select_related("person", "organization__body").get(
        public_id=public_id
    )
    back = reverse("desk:organization", args=[row.organization.public_id])
    form = MembershipForm(request.POST or None, organization=row.organization, row=row)
    if request.method == "POST" and form.is_valid():
        done = saved(form, lambda: actions.edit_membership(
            actor(request), row, changes=form.changes(), revision=form.cleaned_data["revision"],
        ))  # fmt: skip
        if done:
            return said(request, f"{row.person}: gespeichert.", go=f"{back}#mitglieder")
    note = "Wer ausscheidet, bekommt ein Ende („Bis“); gelöscht wird nichts."
    context = {"title": f"{row.person} in {row.organization}", "form": form, "back": back, "note": note}
    return page(request, "desk/form.html", context, trail=[*TRAIL, (str(row.organization), back)])

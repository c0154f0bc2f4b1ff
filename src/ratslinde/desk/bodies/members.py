"""Who belongs to a body."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.council.bodies import actions, queries
from ratslinde.council.bodies.models import Membership
from ratslinde.desk.bodies.forms import MembershipForm, NewMembershipForm
from ratslinde.desk.bodies.views import TRAIL
from ratslinde.desk.doorway import actor, door, said
from ratslinde.desk.form_pages import form_page, handed_in


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
    done = handed_in(request, form, lambda: actions.add_membership(
        actor(request), form.cleaned_data["person"], organization=found, **form.entered(),
    ))  # fmt: skip
    if done:
        return said(request, f"{done.person} ist eingetragen.", go=f"{back}#mitglieder")
    note = "Steht jemand nicht in der Liste? Legen Sie zuerst die Person an."
    return form_page(
        request,
        form,
        title=f"Neues Mitglied: {found}",
        back=back,
        trail=[*TRAIL, (str(found), back)],
        note=note,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door("person.edit")
def edit_member(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change or end a membership."""
    row: Membership = Membership.objects.select_related("person", "organization__body").get(
        public_id=public_id
    )
    back = reverse("desk:organization", args=[row.organization.public_id])
    form = MembershipForm(request.POST or None, organization=row.organization, row=row)
    done = handed_in(request, form, lambda: actions.edit_membership(
        actor(request), row, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, f"{row.person}: gespeichert.", go=f"{back}#mitglieder")
    note = "Wer ausscheidet, bekommt ein Ende („Bis“); gelöscht wird nichts."
    return form_page(
        request,
        form,
        title=f"{row.person} in {row.organization}",
        back=back,
        trail=[*TRAIL, (str(row.organization), back)],
        note=note,
    )

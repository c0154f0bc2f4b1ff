"""Bodies, lists and departments."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ratslinde.council.bodies import actions, queries
from ratslinde.council.bodies.models import Organization, OrganizationType
from ratslinde.desk.bodies.forms import NewOrganizationForm, OrganizationForm, RenameForm
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.journal.history import entries_of

TRAIL = [("Gremien", "/schreibtisch/gremien/")]


@require_GET
@door("body.read")
def organizations(request: HttpRequest) -> HttpResponse:
    """Everything that has members or leads papers, by kind."""
    rows = list(queries.organizations(actor(request), queries.the_body()))
    groups = [
        (kind.label, [row for row in rows if row.organization_type == kind]) for kind in OrganizationType
    ]
    return page(request, "desk/organizations.html", {"title": "Gremien und Stellen", "groups": groups})


@require_GET
@door("body.read")
def organization(request: HttpRequest, public_id: str) -> HttpResponse:
    """A body with names, groups and members."""
    return whole(request, queries.organization(actor(request), public_id), rename_form=RenameForm())


def whole(request: HttpRequest, found: Organization, *, rename_form: RenameForm) -> HttpResponse:
    """The page of the body; a rename that was refused stands in its form."""
    context = {
        "title": str(found),
        "organization": found,
        "members": queries.members(actor(request), found),
        "groups": found.children.prefetch_related("names").order_by("pk"),
        "rename_form": rename_form,
        "history": entries_of([found.public_id]),
    }
    return page(request, "desk/organization.html", context, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("body.edit")
def new_organization(request: HttpRequest) -> HttpResponse:
    """A new body, list or department."""
    body = queries.the_body()
    first = {"parent": body.organizations.filter(public_id=request.GET.get("zu", "")).first()}
    form = NewOrganizationForm(request.POST or None, body=body, initial=first)
    made = handed_in(request, form, lambda: actions.add_organization(actor(request), body, **form.entered()))
    if made:
        return said(request, "Angelegt.", go=reverse("desk:organization", args=[made.public_id]))
    return form_page(
        request, form, title="Neues Gremium oder neue Stelle", back=reverse("desk:organizations"), trail=TRAIL
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door("body.edit")
def edit_organization(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a body; its name changes from a day on, on its page."""
    found = queries.organization(actor(request), public_id)
    form = OrganizationForm(request.POST or None, body=found.body, row=found)
    back = reverse("desk:organization", args=[public_id])
    done = handed_in(request, form, lambda: actions.edit_organization(
        actor(request), found, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=back)
    note = "Den Namen ändern Sie auf der Seite des Gremiums: Er gilt von einem Tag an, alles davor behält den alten."
    return form_page(
        request, form, title=f"{found} bearbeiten", back=back, trail=[*TRAIL, (str(found), back)], note=note
    )


@require_POST
@door("body.edit")
def rename(request: HttpRequest, public_id: str) -> HttpResponse:
    """From a day on the body has a new name."""
    found = queries.organization(actor(request), public_id)
    form = RenameForm(request.POST)
    done = handed_in(
        request, form, lambda: actions.rename_organization(actor(request), found, **form.cleaned_data)
    )
    if not done:
        return whole(request, found, rename_form=form)
    return said(request, "Der neue Name ist eingetragen.", go=reverse("desk:organization", args=[public_id]))

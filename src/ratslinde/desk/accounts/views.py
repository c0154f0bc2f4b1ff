"""The pages of the administration of accounts."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from ratslinde.accounts.models import User
from ratslinde.desk.accounts import actions, queries
from ratslinde.desk.accounts.forms import InvitationForm, PersonForm, ReasonForm, RolesForm
from ratslinde.desk.accounts.handing_out import show_link
from ratslinde.desk.doorway import actor, attempt, door, page, said
from ratslinde.kernel.errors import Forbidden, Refused

TRAIL = [("Konten", "/konto/verwaltung/")]


@door("account.read")
def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in."""
    lines = queries.accounts(actor(request))
    return page(request, "desk_accounts/accounts.html", {"title": "Konten", "lines": lines})


@door("account.invite", "account.new_link")
def invite(request: HttpRequest) -> HttpResponse:
    """Opens an account and shows its one-time link."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = tried(form, lambda: _invite(request, form))
        if user:
            return show_link(request, user, actions.new_link(actor(request), user))
    return page(
        request, "desk_accounts/invite.html", {"title": "Jemanden einladen", "form": form}, trail=TRAIL
    )


@door("account.read", "account.edit", "account.change_roles")
def account(request: HttpRequest, public_id: str) -> HttpResponse:
    """One account: person and roles in two forms, and the buttons."""
    line = queries.account(actor(request), public_id)
    user, sent = line.user, request.POST.get("part")
    known = {"name": user.name, "email": user.email}
    person = PersonForm(request.POST if sent == "person" else None, initial=known, prefix="p")
    roles = RolesForm(request.POST if sent == "roles" else None, initial=RolesForm.of(user), prefix="r")
    if sent == "person" and person.is_valid() and tried(person, lambda: _edit(request, user, person)):
        return said(request, "Name und Adresse sind gespeichert.", go=request.path)
    if sent == "roles" and roles.is_valid() and tried(roles, lambda: _change_roles(request, user, roles)):
        return said(request, "Die Aufgaben sind gespeichert.", go=request.path)
    context = {"title": user.name, "line": line, "person": person, "roles": roles, "reason": ReasonForm()}
    return page(request, "desk_accounts/account.html", context, trail=TRAIL)


@require_POST
@door("account.new_link")
def new_link(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new one-time link, shown once."""
    user = queries.account(actor(request), public_id).user
    return show_link(request, user, actions.new_link(actor(request), user))


@require_POST
@door("account.reset_second_factor")
def reset(request: HttpRequest, public_id: str) -> HttpResponse:
    """Takes the second factors away and shows a one-time link; the person is told by mail."""
    user = queries.account(actor(request), public_id).user
    secret = actions.reset_second_factor(actor(request), user, reason=request.POST.get("reason", "")[:300])
    return show_link(request, user, secret, reset=True)


@require_POST
@door("account.deactivate")
def deactivate(request: HttpRequest, public_id: str) -> HttpResponse:
    """Closes the account."""
    user = queries.account(actor(request), public_id).user
    done = "Das Konto ist geschlossen; niemand ist mehr damit angemeldet."
    return attempt(request, lambda: actions.deactivate(actor(request), user), done=done, back=_address(user))


@require_POST
@door("account.reactivate")
def reactivate(request: HttpRequest, public_id: str) -> HttpResponse:
    """Opens it again."""
    user = queries.account(actor(request), public_id).user
    done = "Das Konto ist wieder offen."
    return attempt(request, lambda: actions.reactivate(actor(request), user), done=done, back=_address(user))


def tried(form: forms.Form, act: Callable[[], User]) -> User | None:
    """The account that the verb changed, or None when it was refused: then the form says why, at its field."""
    try:
        return act()
    except Forbidden:
        raise
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
    return None


def _invite(request: HttpRequest, form: InvitationForm) -> User:
    asked = form.cleaned_data
    return actions.invite(actor(request), asked["name"], email=asked["email"], roles=form.held())


def _edit(request: HttpRequest, user: User, form: PersonForm) -> User:
    return actions.edit(
        actor(request), user, name=form.cleaned_data["name"], email=form.cleaned_data["email"]
    )


def _change_roles(request: HttpRequest, user: User, form: RolesForm) -> User:
    return actions.change_roles(actor(request), user, roles=form.held())


def _address(user: User) -> str:
    return reverse("desk_accounts:account", args=[user.public_id])

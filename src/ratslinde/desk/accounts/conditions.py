"""What an account must be: an address, a name, roles that name what they need, and always one administrator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ratslinde.accounts.models import Grant, Role, User
from ratslinde.council.bodies.models import Organization, OrganizationType
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean, collapse


@dataclass(frozen=True, kw_only=True)
class Held:
    """A role, and for the role department the public id of the department."""

    role: str
    organization: str = ""


def a_name(text: str) -> str:
    """The name on one line. Raises Refused when there is none or it is too long."""
    name = collapse(clean(text))
    if not name:
        raise Refused("Bitte den Namen angeben.", field="name")
    if len(name) > 200:
        raise Refused("Bitte den Namen kürzen: höchstens 200 Zeichen.", field="name")
    return name


def an_email(text: str, *, account: User | None = None) -> str:
    """The address in lower case. Raises Refused when it is none, or another account has it."""
    email = clean(text).strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise Refused(f"„{email}“ ist keine E-Mail-Adresse.", field="email") from None
    if len(email) > 254:
        raise Refused("Die E-Mail-Adresse ist zu lang.", field="email")
    if User.objects.filter(email=email).exclude(pk__in=[account.pk] if account else []).exists():
        raise Refused(f"Es gibt schon ein Konto mit der Adresse {email}.", field="email")
    return email


def the_roles(roles: Iterable[Held]) -> frozenset[Held]:
    """The roles, each once. Raises Refused for none, an unknown one, and a department that is not there."""
    held = frozenset(each if each.role == Role.DEPARTMENT else Held(role=each.role) for each in roles)
    if not held:
        raise Refused("Bitte mindestens eine Aufgabe auswählen.", field="roles")
    if any(each.role not in Role.values for each in held):
        raise Refused("Diese Aufgabe gibt es nicht.", field="roles")
    wanted = {each.organization for each in held if each.role == Role.DEPARTMENT}
    if "" in wanted:
        raise Refused("Für die Aufgabe „Fachbereich“ bitte angeben, für welchen.", field="departments")
    departments = Organization.objects.filter(
        public_id__in=wanted, organization_type=OrganizationType.DEPARTMENT
    )
    if departments.count() != len(wanted):
        raise Refused("Diesen Fachbereich gibt es nicht.", field="departments")
    return held


def keep_an_administrator(without: User) -> None:
    """Raise Refused when the account is the only open one that administers the system.

    Holds the administrators' grants locked until the transaction ends: two of them removing each other at the same
    moment come here one after the other.
    """
    list(Grant.objects.select_for_update().filter(role=Role.ADMINISTRATOR).values_list("pk", flat=True))
    others = Grant.objects.filter(role=Role.ADMINISTRATOR, user__is_active=True).exclude(user=without)
    if not others.exists():
        raise Refused(
            "Das ist das letzte Konto, das das System verwaltet. Bitte zuerst ein anderes dafür bestimmen."
        )

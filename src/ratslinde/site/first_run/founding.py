"""What is there at the beginning: the town, its bodies and departments, and who administers the system."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from msgspec import Struct

from ratslinde.accounts.models import User
from ratslinde.council.bodies import actions
from ratslinde.council.bodies.models import Body, OrganizationType
from ratslinde.desk.accounts.founding import first_administrator
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean, collapse


class Founding(Struct, frozen=True, kw_only=True):
    """What the person who begins says. `official_key` has 5 or 8 digits, or is empty."""

    name: str
    official_key: str = ""
    bodies: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    administrator: str
    email: str
    label: str = "admin"


def found(wish: Founding) -> tuple[Body, str]:
    """The town, its name published, and the secret of the administrator's one-time link. Raises Refused."""
    if Body.objects.exists():
        raise Refused("Diese Installation hat schon eine Kommune.")
    if wish.official_key and (not wish.official_key.isdecimal() or len(wish.official_key) not in (5, 8)):
        raise Refused("Der amtliche Gemeindeschlüssel hat 5 oder 8 Ziffern.", field="official_key")
    with transaction.atomic():
        administrator, secret = first_administrator(wish.administrator, email=wish.email, label=wish.label)
        body = actions.set_up_town(
            administrator, name=collapse(clean(wish.name)), official_key=wish.official_key
        )
        _add(administrator, body, wish.bodies, kind=OrganizationType.COUNCIL_BODY)
        _add(administrator, body, wish.departments, kind=OrganizationType.DEPARTMENT)
        actions.publish_town(administrator, body)
    return body, secret


def _add(actor: User, body: Body, names: Iterable[str], *, kind: OrganizationType) -> None:
    cleaned = [collapse(clean(name))[:200] for name in names]
    for name in dict.fromkeys(name for name in cleaned if name):
        actions.add_organization(actor, body, name=name, organization_type=kind)

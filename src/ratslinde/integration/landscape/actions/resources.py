"""What the administration itself has: posts, money, rooms, languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.checks import refuse_archived
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.models import Actor, Resource, ResourceKind
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import require_reason

__all__ = ["rights"]


@action("resource.edit")
def add_resource(_account: Account, office: Actor, /, *, kind: str, name: str, **more: Any) -> Resource:
    """A new resource of an office."""
    refuse_archived(office)
    if kind not in ResourceKind.values:
        raise Refused("Bitte die Art wählen.", field="kind")
    if not name.strip():
        raise Refused("Bitte eine Bezeichnung angeben.", field="name")
    fields = more.pop("fields", ())
    resource = Resource.objects.create(body=office.body, office=office, kind=kind, name=name.strip(), **more)
    resource.fields.set(fields)
    return resource


@action("resource.edit")
def edit_resource(
    account: Account, resource: Resource, *, changes: Mapping[str, Any], revision: int
) -> Resource:
    """Change a resource."""
    if "name" in changes and not str(changes["name"]).strip():
        raise Refused("Bitte eine Bezeichnung angeben.", field="name")
    return restate(account, resource, changes, revision=revision)


@action("resource.edit")
def remove_resource(_account: Account, resource: Resource, *, reason: str) -> None:
    """The resource is there no more, or was entered by mistake."""
    require_reason(reason)
    resource.delete()

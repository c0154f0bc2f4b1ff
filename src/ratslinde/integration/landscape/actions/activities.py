"""Who is active in which field, in which role, also without an offer."""

from __future__ import annotations

from typing import Any

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.checks import refuse_archived, refuse_backwards
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.models import Activity, ActivityRole, Actor, TaxonomyKey, Term
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]


@action("activity.edit")
def set_activity(account: Account, /, actor: Actor, *, field: Term, role: str, **more: Any) -> Activity:
    """That the actor does this in the field; what was known of it is replaced by what is given.

    `whole_town`, `spaces`, `since`, `until`, `source`, `note` as in the model; what is not given stays.
    """
    refuse_archived(actor)
    if field.taxonomy.key != TaxonomyKey.FIELDS:
        raise Refused("Bitte ein Handlungsfeld wählen.", field="field")
    if role not in ActivityRole.values:
        raise Refused("Bitte eine Rolle wählen.", field="role")
    activity, _ = Activity.objects.get_or_create(
        actor=actor, field=field, role=role, defaults={"body": actor.body}
    )
    start, end = more.get("since", activity.since), more.get("until", activity.until)
    refuse_backwards(start, end, field="until")
    return restate(account, activity, more, revision=activity.revision)


@action("activity.edit")
def remove_activity(_account: Account, activity: Activity) -> None:
    """The activity was entered by mistake. One that has ended gets an `until` instead."""
    activity.delete()

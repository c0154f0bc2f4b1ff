"""Who is active in which field, in which role, also without an offer.

The history stands at the actor, as all its activities before and after: that is how one that was removed comes back.
"""

from __future__ import annotations

import uuid
from typing import Any

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.checks import refuse_archived, refuse_backwards
from ratslinde.integration.landscape.actions.restating import keep
from ratslinde.integration.landscape.models import Activity, ActivityRole, Actor, TaxonomyKey, Term
from ratslinde.integration.landscape.values import Plain, plain
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.rows import change

__all__ = ["rights"]
_FIELD = "activities"


@action("activity.edit")
def set_activity(
    account: Account, /, actor: Actor, *, field: Term, role: str, batch: uuid.UUID | None = None, **more: Any
) -> Activity:
    """That the actor does this in the field; what was known of it is replaced by what is given.

    `whole_town`, `spaces`, `since`, `until`, `source`, `note` as in the model; what is not given stays.
    """
    refuse_archived(actor)
    if field.taxonomy.key != TaxonomyKey.FIELDS:
        raise Refused("Bitte ein Handlungsfeld wählen.", field="field")
    if role not in ActivityRole.values:
        raise Refused("Bitte eine Rolle wählen.", field="role")
    before = plain(actor, _FIELD)
    activity, _ = Activity.objects.get_or_create(
        actor=actor, field=field, role=role, defaults={"body": actor.body}
    )
    start, end = more.get("since", activity.since), more.get("until", activity.until)
    refuse_backwards(start, end, field="until")
    columns = {name: value for name, value in more.items() if name != "spaces"}
    saved = change(activity, {**columns, "stated_at": clock.now()}, revision=activity.revision)
    if "spaces" in more:
        saved.spaces.set(more["spaces"])
    _keep(account, actor, before, batch)
    return saved


@action("activity.edit")
def remove_activity(
    account: Account, actor: Actor, *, activity: Activity, batch: uuid.UUID | None = None
) -> None:
    """The activity was entered by mistake. One that has ended gets an `until` instead."""
    before = plain(actor, _FIELD)
    actor.activities.get(pk=activity.pk).delete()
    _keep(account, actor, before, batch)


def _keep(account: Account, actor: Actor, before: Plain, batch: uuid.UUID | None) -> None:
    after = plain(actor, _FIELD)
    if before != after:
        keep(account, actor, [_FIELD], {_FIELD: before}, {_FIELD: after}, batch=batch or uuid.uuid4())

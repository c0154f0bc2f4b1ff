"""Actors: adding, changing, publishing, taking back, putting away."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.actions.checks import (
    refuse_archived,
    refuse_backwards,
    refuse_merged,
    refuse_no_phone,
    withdrawal_of,
)
from ratslinde.integration.landscape.actions.placing import with_places
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.actions.setting import ACTOR_SETTERS
from ratslinde.integration.landscape.actions.words import Named, release_of
from ratslinde.integration.landscape.models import Actor, FormerId
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action, require
from ratslinde.verbs.releasing import Release, carry_out, require_reason
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]


@action("actor.draft")
def add_actor(account: Account, /, body: Body, *, name: str, **more: Any) -> Actor:
    """A new actor, as a draft. Values as in `edit_actor`."""
    if not name.strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    refuse_no_phone(more)
    return Actor.objects.create(body=body, name=name.strip(), **with_places(account, body, more))


@action("actor.edit")
def edit_actor(
    account: Account,
    actor: Actor,
    *,
    changes: Mapping[str, Any],
    revision: int,
    small: bool = False,
    batch: uuid.UUID | None = None,
) -> Actor:
    """Change what is known of an actor. `place` may be a GivenPlace: it is found in the list or added.

    `activities` are GivenActivity, all that there are; that needs the right to change them as well.
    `small`: a correction that leaves translations as they are.
    """
    if "activities" in changes:
        require(account, "activity.edit", actor)
    check_actor_changes(actor, changes)
    changes = with_places(account, actor.body, changes)
    return restate(
        account, actor, changes, revision=revision, small=small, batch=batch, setters=ACTOR_SETTERS
    )


def check_actor_changes(actor: Actor, changes: Mapping[str, Any]) -> None:
    """Raise Refused, at its field, for changes that this actor cannot take."""
    refuse_archived(actor)
    if "name" in changes and not str(changes["name"]).strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    refuse_no_phone(changes)
    parent = changes.get("parent")
    if parent is not None and is_below(parent, actor):
        raise Refused("Ein Akteur kann nicht zu seinem eigenen Teil gehören.", field="parent")
    for each in changes.get("activities", ()):
        refuse_backwards(each.since, each.until, field="activities")


@action("actor.publish")
def publish_actor(_account: Account, actor: Actor, *, seen: str | None = None) -> list[str]:
    """Make the actor public, or bring it up to date, with the words and the place it names."""
    return carry_out(actor_release(actor), seen=seen)


def actor_release(actor: Actor) -> Release:
    """What publishing the actor makes public. Raises Refused while something a reader needs is missing."""
    refuse_unready_actor(actor)
    itself = Release(values=(public.actor_value(actor),), rows=(actor,))
    return itself + release_of([named_by_actor(actor)])


def refuse_unready_actor(actor: Actor) -> None:
    """Raise Refused while something a reader needs is missing."""
    refuse_archived(actor)
    if not actor.description.strip():
        raise Refused("Bitte beschreiben Sie den Akteur in mindestens einem Satz.", field="description")


def named_by_actor(actor: Actor) -> Named:
    """The words and the place that go along when the actor is published."""
    terms = [activity.field for activity in actor.activities.select_related("field__taxonomy", "field__body")]
    if actor.kind is not None:
        terms.append(actor.kind)
    return Named(terms=tuple(terms), places=(actor.place,) if actor.place else ())


@action("actor.withdraw")
def withdraw_actor(_account: Account, actor: Actor, *, reason: str, seen: str | None = None) -> list[str]:
    """Take the actor back from the public, and its offers."""
    require_reason(reason)
    return carry_out(actor_withdrawal(actor), seen=seen)


def actor_withdrawal(actor: Actor) -> Release:
    """What is taken back with the actor."""
    offers = list(actor.offers.filter(publication=Publication.PUBLISHED).select_related("body"))
    return Release(withdrawals=tuple(map(withdrawal_of, (actor, *offers))), gone=(actor, *offers))


@action("actor.archive")
def archive_actor(_account: Account, actor: Actor, *, reason: str) -> Actor:
    """Put an actor away that exists no longer. What is public must be taken back first."""
    require_reason(reason)
    public_offers = actor.offers.filter(publication=Publication.PUBLISHED).exists()
    if actor.publication == Publication.PUBLISHED or public_offers:
        raise Refused("Der Akteur oder eines seiner Angebote ist öffentlich. Bitte zuerst zurücknehmen.")
    return _put_away(actor, away=True)


@action("actor.archive")
def bring_back_actor(_account: Account, actor: Actor) -> Actor:
    """Bring back an actor that was put away, with its offers; what was merged into another one stays there."""
    refuse_merged(actor)
    return _put_away(actor, away=False)


def _put_away(actor: Actor, *, away: bool) -> Actor:
    moment = clock.now() if away else None
    offers = actor.offers.filter(archived_at__isnull=away)
    offers.exclude(public_id__in=FormerId.objects.values("public_id")).update(archived_at=moment)
    Actor.objects.filter(pk=actor.pk).update(archived_at=moment)
    actor.archived_at = moment
    return actor


def is_below(actor: Actor, above: Actor) -> bool:
    """Whether the actor belongs to the other one, be it over several steps, or is it."""
    seen: set[int] = set()
    each: Actor | None = actor
    while each is not None and each.pk not in seen:
        if each == above:
            return True
        seen.add(each.pk)
        each = each.parent
    return False

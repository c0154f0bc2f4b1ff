"""Two entries for the same: one stays and knows both ids, the other is taken back and put away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.actors import actor_release
from ratslinde.integration.landscape.actions.mergers import Merging
from ratslinde.integration.landscape.actions.offers import offer_release
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.actions.setting import OFFER_SETTERS, saying_whole
from ratslinde.integration.landscape.actions.uniting import (
    close,
    refuse_same,
    refuse_waiting,
    with_what_is_new,
)
from ratslinde.integration.landscape.models import (
    DIRECTED,
    Activity,
    Actor,
    Cooperation,
    Extent,
    Offer,
)
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import carry_out
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]


@action("actor.merge")
def merge_actors(account: Account, kept: Actor, *, other: Actor, take: Mapping[str, Any]) -> Actor:
    """`kept` stays, with the fields in `take` as given; what belonged to `other` belongs to it from now on.

    Both addresses and both UUIDs lead to it. Where both are public, the other is withdrawn in the same breath. Raises
    Refused while something of `kept` or of the other's offers waits to be published: nobody has seen it in a preview.
    """
    refuse_same(kept, other)
    moved = list(other.offers.filter(publication=Publication.PUBLISHED))
    refuse_waiting([kept, *moved])
    merging = Merging(kept, other)
    if other.fields_known == Extent.MORE and not kept.fields_known:
        take = {"fields_known": Extent.MORE, **take}  # its activities come along, and are not all
    row = restate(account, kept, take, revision=kept.revision, batch=merging.batch) if take else kept
    other.offers.update(actor=row)
    other.contacts.update(actor=row)
    other.resources.update(office=row)
    other.coordinations.update(actor=row)
    Actor.objects.filter(parent=other).exclude(pk=row.pk).update(parent=row)
    _move_activities(row, other)
    _move_ties(row, other)
    if other.organization_id and not row.organization_id:
        organization, other.organization = other.organization, None
        other.save(update_fields=["organization"])
        Actor.objects.filter(pk=row.pk).update(organization=organization)
    close(other, former={"actor": row})
    row.refresh_from_db()
    merging.keep(account)
    if row.publication == Publication.PUBLISHED:
        carry_out(with_what_is_new(actor_release(row), row))
        for offer in moved:
            offer.refresh_from_db()
            carry_out(with_what_is_new(offer_release(offer), offer))
    return row


@action("offer.merge")
def merge_offers(account: Account, kept: Offer, *, other: Offer, take: Mapping[str, Any]) -> Offer:
    """`kept` stays, with the fields in `take` as given; both addresses and both UUIDs lead to it.

    Raises Refused as `merge_actors`.
    """
    refuse_same(kept, other)
    refuse_waiting([kept])
    take, merging = saying_whole(take), Merging(kept, other)
    row = kept
    if take:
        row = restate(account, kept, take, revision=kept.revision, setters=OFFER_SETTERS, batch=merging.batch)
    close(other, former={"offer": row})
    merging.keep(account)
    if row.publication == Publication.PUBLISHED:
        carry_out(with_what_is_new(offer_release(row), row))
    return row


def _move_activities(row: Actor, other: Actor) -> None:
    known = set(row.activities.values_list("field", "role"))
    for activity in Activity.objects.filter(actor=other):
        if (activity.field_id, activity.role) in known:
            activity.delete()
        else:
            Activity.objects.filter(pk=activity.pk).update(actor=row)


def _move_ties(row: Actor, other: Actor) -> None:
    for tie in Cooperation.objects.filter(Q(source=other) | Q(target=other)):
        outward = tie.source_id == other.pk
        away = tie.target if outward else tie.source
        said = [tie.reported_by_source, tie.reported_by_target]
        said_here, said_away = said if outward else said[::-1]
        first = outward if tie.kind in DIRECTED else row.pk < away.pk
        source, target = (row, away) if first else (away, row)
        there = Cooperation.objects.filter(source=source, target=target, kind=tie.kind)
        if away == row or there.exists():
            tie.delete()
            continue
        tie.source, tie.target = source, target
        tie.reported_by_source, tie.reported_by_target = (
            (said_here, said_away) if first else (said_away, said_here)
        )
        tie.save()

"""Two entries for the same: one stays and knows both ids, the other is taken back and put away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.actors import actor_release, is_below
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
from ratslinde.kernel.errors import Refused
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
    moved = _public_parts(other, kept)
    _refuse_hidden(kept, moved)
    refuse_waiting([kept, *moved])
    merging = Merging(kept, other)
    take = _without_circle(kept, other, take)
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
        for part in moved:
            part.refresh_from_db()
            release = actor_release(part) if isinstance(part, Actor) else offer_release(part)
            carry_out(with_what_is_new(release, part))
    return row


def _public_parts(other: Actor, kept: Actor) -> list[Actor | Offer]:
    """What is public and names `other`: its offers, and the actors that belong to it."""
    offers = other.offers.filter(publication=Publication.PUBLISHED)
    children = other.children.filter(publication=Publication.PUBLISHED).exclude(pk=kept.pk)
    return [*offers.order_by("pk"), *children.order_by("pk")]


def _refuse_hidden(kept: Actor, moved: Sequence[Actor | Offer]) -> None:
    """Raise Refused where a public offer would come to a provider that is not public."""
    offers = [each for each in moved if isinstance(each, Offer)]
    if offers and kept.publication != Publication.PUBLISHED:
        raise Refused(f"„{offers[0]}“ ist öffentlich, „{kept}“ nicht. Bitte zuerst „{kept}“ veröffentlichen.")


def _without_circle(kept: Actor, other: Actor, take: Mapping[str, Any]) -> Mapping[str, Any]:
    """`take`, so that the one that stays belongs neither to the other nor to a part of the two, but to who is above."""
    wanted = take.get("parent", kept.parent)
    above = (wanted, other.parent, kept.parent)
    free = (each for each in above if each and not (is_below(each, kept) or is_below(each, other)))
    parent = next(free, None) if wanted else None
    return take if parent == wanted else {**take, "parent": parent}


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

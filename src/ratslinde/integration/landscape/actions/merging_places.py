"""Two entries for the same place: one stays and knows both ids, what took place at the other takes place there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.integration import rights
from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.actions.actors import actor_release
from ratslinde.integration.landscape.actions.locating import locate_places
from ratslinde.integration.landscape.actions.mergers import Merging
from ratslinde.integration.landscape.actions.offers import offer_release
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.actions.uniting import (
    close,
    refuse_same,
    refuse_waiting,
    with_what_is_new,
)
from ratslinde.integration.landscape.models import Actor, Offer, OfferSite, Place, Schedule
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import Release, carry_out
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]
WHERE = frozenset({"street_address", "postal_code", "locality", "latitude", "longitude"})
"""Where a place is: one statement, so that no street is joined to the position of another one."""


@action("place.merge")
def merge_places(account: Account, kept: Place, *, other: Place, take: Mapping[str, Any]) -> Place:
    """`kept` stays, with the fields in `take` as given; offers and actors at `other` are at it from now on.

    Of `WHERE`, `take` has all fields or none. Both UUIDs lead to it. What is public of those offers and actors is
    stated again in the same breath. Raises Refused while something of them or of `kept` waits to be published: nobody
    has seen it in a preview.
    """
    refuse_same(kept, other)
    _refuse_half(take)
    at_other = public_users(other)
    refuse_waiting([kept, *at_other])
    merging = Merging(kept, other)
    if take.keys() & WHERE:
        take = {"space": other.space, "space_by_hand": other.space_by_hand, **take}
    if other.space_by_hand and kept.space is None:
        take = {"space": other.space, "space_by_hand": True, **take}
    row = restate(account, kept, take, revision=kept.revision, batch=merging.batch) if take else kept
    OfferSite.objects.filter(place=other).update(place=row)
    _join_sites(row)
    Actor.objects.filter(place=other).update(place=row)
    close(other, former={"place": row})
    locate_places(row.body)
    row.refresh_from_db()
    merging.keep(account)
    for user in at_other:
        user.refresh_from_db()
        release = actor_release(user) if isinstance(user, Actor) else offer_release(user)
        carry_out(with_what_is_new(release, user))
    if Place.objects.get(pk=row.pk).publication == Publication.PUBLISHED:
        row.refresh_from_db()
        carry_out(Release(values=(public.place_value(row),), rows=(row,)))
    return row


def _refuse_half(take: Mapping[str, Any]) -> None:
    if take.keys() & WHERE and not take.keys() >= WHERE:
        raise Refused(
            "Anschrift und Lage auf der Karte gehören zusammen: bitte beides vom selben Eintrag nehmen."
        )


def _join_sites(place: Place) -> None:
    """An offer that was at both is there once, where both said the same of the room and the social spaces."""
    firsts: dict[tuple[object, ...], OfferSite] = {}
    for site in place.sites.prefetch_related("spaces"):
        said = (site.offer_id, site.note, frozenset(space.pk for space in site.spaces.all()))
        first = firsts.setdefault(said, site)
        if first is not site:
            _move_times(site, first)
            site.delete()


def _move_times(site: OfferSite, first: OfferSite) -> None:
    """The times of the one take place at the first, but for those that it has already."""
    there = [_times(row) for row in first.schedules.all()]
    for row in site.schedules.all():
        if _times(row) not in there:
            row.site = first
            row.save(update_fields=["site"])


def _times(row: Schedule) -> list[object]:
    own = ("id", "standard_id", "site")
    return [getattr(row, column.name) for column in row._meta.concrete_fields if column.name not in own]


def public_users(place: Place) -> list[Actor | Offer]:
    """The published actors that sit there, and the published offers that take place there."""
    actors = Actor.objects.filter(place=place, publication=Publication.PUBLISHED)
    offers = Offer.objects.filter(sites__place=place, publication=Publication.PUBLISHED).distinct()
    return [*actors.order_by("pk"), *offers.order_by("pk")]

"""What publishing or taking back would change, shown before anybody says yes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Merger, Offer, Place, SocialSpace, Taxonomy
from ratslinde.kernel.errors import Refused
from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require
from ratslinde.verbs.releasing import Release, preview

Differences = tuple[Difference, ...]


def preview_actor(account: Account, actor: Actor) -> Differences:
    """What publishing the actor would change; nothing while something is in the way."""
    require(account, "actor.publish", actor)
    return () if actor_obstacles(actor) else preview(lambda: actions.actor_release(actor))


def preview_actor_withdrawal(account: Account, actor: Actor) -> Differences:
    """What taking the actor back would withdraw, its offers included."""
    require(account, "actor.withdraw", actor)
    return preview(lambda: actions.actor_withdrawal(actor))


def preview_offer(account: Account, offer: Offer) -> Differences:
    """What publishing the offer would change; nothing while something is in the way."""
    require(account, "offer.publish", offer)
    return () if offer_obstacles(offer) else preview(lambda: actions.offer_release(offer))


def preview_offer_withdrawal(account: Account, offer: Offer) -> Differences:
    """What taking the offer back would withdraw."""
    require(account, "offer.withdraw", offer)
    return preview(lambda: actions.offer_withdrawal(offer))


def preview_space(account: Account, space: SocialSpace) -> Differences:
    """What publishing the social space would change."""
    require(account, "space.publish", space)
    return preview(lambda: actions.space_release(space))


def preview_space_withdrawal(account: Account, space: SocialSpace) -> Differences:
    """What taking the social space back would withdraw."""
    require(account, "space.withdraw", space)
    return preview(lambda: actions.space_withdrawal(space))


def preview_taxonomy(account: Account, taxonomy: Taxonomy) -> Differences:
    """What publishing the taxonomy with its terms would change."""
    require(account, "vocabulary.publish", taxonomy)
    return preview(lambda: actions.taxonomy_release(taxonomy))


def preview_many(account: Account, rows: Sequence[Actor | Offer]) -> Differences:
    """What publishing all of these would change."""
    require(account, "landscape.publish")
    return preview(lambda: actions.many_release(rows))


def preview_unmerging(account: Account, merger: Merger, kept: Actor | Offer | Place) -> Differences:
    """What would be public otherwise once a merging is undone."""
    require(account, "landscape.unmerge", kept)
    return preview(lambda: actions.parting(account, merger, kept))


def actor_obstacles(actor: Actor) -> list[str]:
    """Why the actor cannot be published yet."""
    return _obstacles(lambda: actions.actor_release(actor))


def offer_obstacles(offer: Offer) -> list[str]:
    """Why the offer cannot be published yet."""
    return _obstacles(lambda: actions.offer_release(offer))


def _obstacles(gather: Callable[[], Release]) -> list[str]:
    try:
        gather()
    except Refused as refusal:
        return [refusal.message]
    return []

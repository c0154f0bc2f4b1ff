"""Many actors and offers at once: one look, one yes, one publication."""

from __future__ import annotations

from collections.abc import Sequence

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.actions.actors import named_by_actor, refuse_unready_actor
from ratslinde.integration.landscape.actions.offers import named_by_offer, refuse_unready_offer
from ratslinde.integration.landscape.actions.words import release_of
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action, require
from ratslinde.verbs.releasing import Release, carry_out
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]
Entry = Actor | Offer


@action("landscape.publish")
def publish_many(
    account: Account, _body: Body, /, *, rows: Sequence[Entry], seen: str | None = None
) -> list[str]:
    """Publish all of these; offers go along with an actor that is among them. Raises Refused as one would."""
    for row in rows:
        require(account, "actor.publish" if isinstance(row, Actor) else "offer.publish", row)
    return carry_out(many_release(rows), seen=seen)


def many_release(rows: Sequence[Entry]) -> Release:
    """What publishing these makes public; what several of them name is stated once. Raises Refused as one would."""
    actors = {row.pk: row for row in rows if isinstance(row, Actor)}
    offers = {row.pk: _beside(row, actors) for row in rows if isinstance(row, Offer)}
    for actor in actors.values():
        refuse_unready_actor(actor)
    for offer in offers.values():
        refuse_unready_offer(offer)
    values = (*map(public.actor_value, actors.values()), *map(public.offer_value, offers.values()))
    named = (*map(named_by_actor, actors.values()), *map(named_by_offer, offers.values()))
    return Release(values=values, rows=(*actors.values(), *offers.values())) + release_of(named)


def obstacles(rows: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """The rows that cannot be published yet, each with the reason; offers of such an actor among them."""
    found: list[tuple[Entry, str]] = []
    ready: dict[int, Actor] = {}
    for row in rows:
        if isinstance(row, Actor):
            sentence = _refusal(row, {})
            if sentence:
                found.append((row, sentence))
            else:
                ready[row.pk] = row
    offers = [(row, _refusal(row, ready)) for row in rows if isinstance(row, Offer)]
    return found + [(row, sentence) for row, sentence in offers if sentence]


def _refusal(row: Entry, actors: dict[int, Actor]) -> str:
    try:
        if isinstance(row, Actor):
            refuse_unready_actor(row)
        else:
            refuse_unready_offer(_beside(row, actors))
    except Refused as refusal:
        return refusal.message
    return ""


def _beside(offer: Offer, actors: dict[int, Actor]) -> Offer:
    """The offer with an actor that counts as public, when it is published in the same breath."""
    if offer.actor_id in actors:
        offer.actor.publication = Publication.PUBLISHED
    return offer

"""Asking actors, taking their answer, reminding them, forgetting in time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ratslinde.accounts import mailing
from ratslinde.inbox.receive import Sender, submit
from ratslinde.integration import rights
from ratslinde.integration.keeping import letters, links
from ratslinde.integration.keeping.models import Channel, KeeperLink
from ratslinde.integration.keeping.updates import ACTOR, BY_LINK, NEW_OFFER, OFFER
from ratslinde.integration.landscape.actions import (
    PublicDays,
    confirm_actor,
    confirm_offer,
    mark_asked,
)
from ratslinde.integration.landscape.actions.checks import refuse_archived
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.post.models import Letter
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
HAS_SERVER = (
    "Hier ist ein Mailserver eingestellt. Bitten Sie den Akteur per Mail: Dann sieht nur er den Link."
)


@action("keeper.invite")
def invite(_account: Account, actor: Actor, *, batch: str = "") -> Letter:
    """A mail with a link that asks the actor whether its entry is still true; it waits for somebody to look at it.

    The actor counts as asked once the mail was sent (`rounds.asked`). Raises Refused for one without a mail address.
    """
    if not actor.email:
        raise Refused("Für diesen Akteur ist keine E-Mail-Adresse eingetragen.", field="email")
    return letters.ask(actor, email=actor.email, batch=batch)


@action("keeper.invite")
def invite_many(account: Account, actors: Sequence[Actor], /, *, batch: str) -> tuple[int, list[str]]:
    """Mails to all of these, held for somebody to look at; returns how many, and the names of those without address."""
    without = [actor.name for actor in actors if not actor.email]
    found = [actor for actor in actors if actor.email]
    for actor in found:
        invite(account, actor, batch=batch)
    return len(found), without


@action("keeper.hand_over")
def hand_over(account: Account, actor: Actor) -> tuple[KeeperLink, str]:
    """A new link and its secret, for somebody who hands it on: nobody can look it up again. The actor counts as asked.

    Raises Refused where mails reach people, and for an actor that was put away.
    """
    if mailing.is_set_up():
        raise Refused(HAS_SERVER)
    refuse_archived(actor)
    found = links.new_link(actor, channel=Channel.BY_HAND)
    mark_asked(account, actor)
    return found


@action("keeper.answer")
def answer(
    account: Account,
    link: KeeperLink,
    *,
    actor_changes: Mapping[str, Any],
    offer_changes: Mapping[str, Mapping[str, Any]],
    confirmed: Collection[str] | None = None,
    new_offer: Mapping[str, Any] | None = None,
) -> int:
    """What came through a link: changes go to the inbox, what is unchanged is confirmed. Returns how many changes.

    The day of a confirmation shows in public at once, where nothing else waits to be published.

    `offer_changes`: by the public id of an offer of that actor; others are refused. `confirmed`: the public ids of
    which somebody has said that they are still true; None is all of them. `new_offer`: as `updates.NewOffer`.
    """
    actor = Actor.objects.select_for_update().get(pk=link.actor_id)
    offers = {offer.public_id: offer for offer in Offer.objects.filter(actor=actor, archived_at=None)}
    days, through = PublicDays(), f"über den Link von {actor}"
    if offer_changes.keys() - offers.keys():
        raise Refused("Dieses Angebot gehört nicht zu Ihrem Eintrag.")
    days.look([actor, *offers.values()])
    if actor_changes:
        submit(ACTOR, dict(actor_changes), about=actor.public_id, sender=Sender.HOLDER)
    elif confirmed is None or actor.public_id in confirmed:
        confirm_actor(account, actor, by=BY_LINK, days=days, through=through)
    for public_id, offer in offers.items():
        if offer_changes.get(public_id):
            submit(OFFER, dict(offer_changes[public_id]), about=public_id, sender=Sender.HOLDER)
        elif confirmed is None or public_id in confirmed:
            confirm_offer(account, offer, by=BY_LINK, days=days, through=through)
    days.publish()
    if new_offer:
        submit(NEW_OFFER, dict(new_offer), about=actor.public_id, sender=Sender.HOLDER)
    KeeperLink.objects.filter(pk=link.pk).update(answered_at=clock.now())
    return bool(actor_changes) + bool(new_offer) + sum(bool(changes) for changes in offer_changes.values())

"""Offers: adding, changing, publishing, taking back, putting away."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

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
from ratslinde.integration.landscape.actions.setting import OFFER_SETTERS, saying_whole
from ratslinde.integration.landscape.actions.words import Named, release_of
from ratslinde.integration.landscape.models import Actor, Ages, Cost, Offer
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import Release, carry_out, require_reason
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]
_MANY = {"fields", "groups", "barriers", *OFFER_SETTERS}


@action("offer.draft")
def add_offer(account: Account, /, actor: Actor, *, name: str, **more: Any) -> Offer:
    """A new offer of the actor, as a draft. Values as in `edit_offer`."""
    if not name.strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    refuse_no_phone(more)
    given = saying_whole(more)
    values = {key: value for key, value in given.items() if key not in _MANY}
    check_offer(values)
    more = with_places(account, actor.body, given)
    offer = Offer.objects.create(body=actor.body, actor=actor, name=name.strip(), **values)
    for key in more.keys() & _MANY:
        OFFER_SETTERS.get(key, lambda each, rows, key=key: getattr(each, key).set(rows))(offer, more[key])
    return offer


@action("offer.edit")
def edit_offer(
    account: Account,
    offer: Offer,
    *,
    changes: Mapping[str, Any],
    revision: int,
    small: bool = False,
    batch: uuid.UUID | None = None,
) -> Offer:
    """Change an offer. `languages` are GivenLanguage, `sites` GivenSite; fields, groups and barriers are terms.

    A GivenPlace in a site is found in the list or added.
    `small`: a correction that leaves translations as they are.
    """
    changes = saying_whole(changes)
    check_offer_changes(offer, changes)
    changes = with_places(account, offer.body, changes)
    return restate(
        account, offer, changes, revision=revision, small=small, batch=batch, setters=OFFER_SETTERS
    )


def check_offer_changes(offer: Offer, changes: Mapping[str, Any]) -> None:
    """Raise Refused, at its field, for changes that this offer cannot take."""
    refuse_archived(offer)
    if "name" in changes and not str(changes["name"]).strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    refuse_no_phone(changes)
    stand = {field.name: getattr(offer, field.name) for field in Offer._meta.concrete_fields}
    check_offer({**stand, **changes})


def check_offer(values: Mapping[str, Any]) -> None:
    """Raise Refused, at its field, for what contradicts itself."""
    low, high = values.get("age_from"), values.get("age_to")
    if values.get("ages") != Ages.RANGE and (low is not None or high is not None):
        raise Refused("Für ein Alter von … bis … bitte „von … bis …“ wählen.", field="ages")
    if low is not None and high is not None and high < low:
        raise Refused("Das höchste Alter liegt unter dem niedrigsten.", field="age_to")
    if values.get("cost_amount") is not None and values.get("cost") != Cost.PAID:
        raise Refused("Ein Betrag passt nur zu „kostet etwas“.", field="cost_amount")
    capacity, available = values.get("capacity"), values.get("available")
    if capacity is not None and available is not None and available > capacity:
        raise Refused("Es können nicht mehr Plätze frei sein, als es gibt.", field="available")
    refuse_backwards(values.get("valid_from"), values.get("valid_until"), field="valid_until")


@action("offer.publish")
def publish_offer(_account: Account, offer: Offer, *, seen: str | None = None) -> list[str]:
    """Make the offer public, or bring it up to date, with the words and places it names."""
    return carry_out(offer_release(offer), seen=seen)


def offer_release(offer: Offer) -> Release:
    """What publishing the offer makes public. Raises Refused while something a reader needs is missing."""
    refuse_unready_offer(offer)
    itself = Release(values=(public.offer_value(offer),), rows=(offer,))
    return itself + release_of([named_by_offer(offer)])


def refuse_unready_offer(offer: Offer) -> None:
    """Raise Refused while something a reader needs is missing."""
    refuse_archived(offer)
    if offer.actor.publication != Publication.PUBLISHED:
        raise Refused("Bitte zuerst den Anbieter veröffentlichen.", field="actor")
    if not offer.description.strip():
        raise Refused("Bitte beschreiben Sie das Angebot in mindestens einem Satz.", field="description")


def named_by_offer(offer: Offer) -> Named:
    """The words, places and social spaces that go along when the offer is published."""
    terms = [
        term
        for rows in (offer.fields, offer.groups)
        for term in rows.select_related("taxonomy", "body", "parent")
    ]
    if offer.form is not None:
        terms.append(offer.form)
    sites = list(offer.sites.select_related("place__body", "place__space").prefetch_related("spaces__body"))
    places = [site.place for site in sites if site.place is not None]
    own = [place.space for place in places if place.space is not None]
    spaces = [*own, *(space for site in sites for space in site.spaces.all())]
    return Named(terms=tuple(terms), places=tuple(places), spaces=tuple(spaces))


@action("offer.withdraw")
def withdraw_offer(_account: Account, offer: Offer, *, reason: str, seen: str | None = None) -> list[str]:
    """Take the offer back from the public."""
    require_reason(reason)
    return carry_out(offer_withdrawal(offer), seen=seen)


def offer_withdrawal(offer: Offer) -> Release:
    """What is taken back with the offer."""
    return Release(withdrawals=(withdrawal_of(offer),), gone=(offer,))


@action("offer.archive")
def archive_offer(_account: Account, offer: Offer, *, reason: str) -> Offer:
    """Put an offer away. What is public must be taken back first."""
    require_reason(reason)
    if offer.publication == Publication.PUBLISHED:
        raise Refused("Das Angebot ist öffentlich. Bitte zuerst zurücknehmen.")
    return _put_away(offer, away=True)


@action("offer.archive")
def bring_back_offer(_account: Account, offer: Offer) -> Offer:
    """Bring back an offer that was put away; not one that was merged into another one."""
    refuse_merged(offer)
    return _put_away(offer, away=False)


def _put_away(offer: Offer, *, away: bool) -> Offer:
    offer.archived_at = clock.now() if away else None
    Offer.objects.filter(pk=offer.pk).update(archived_at=offer.archived_at)
    return offer

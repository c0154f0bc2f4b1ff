"""What was sent in by a link, taken over by the landscape's own verbs.

An entry is confirmed only when all that its actor said of it stands there: an update of which a part was refused, or
that says something in own words, confirms nothing until somebody says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ratslinde.accounts.models import User
from ratslinde.inbox.kinds import Line
from ratslinde.integration.keeping import activities, differences
from ratslinde.integration.keeping.updates import (
    BY_LINK,
    EVERYONE,
    ActorUpdate,
    NewOffer,
    OfferUpdate,
    changes_of,
)
from ratslinde.integration.landscape.actions import (
    add_offer,
    confirm_actor,
    confirm_offer,
    edit_actor,
    edit_offer,
)
from ratslinde.integration.landscape.models import Actor, Extent, Groups, Offer, TaxonomyKey
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.integration.landscape.values import GivenLanguage
from ratslinde.kernel.errors import Refused


def accept_actor(account: User, about: str, update: ActorUpdate, names: frozenset[str]) -> None:
    """Change the fields of these names, and confirm the entry when that is all that was said."""
    actor = _actor(about)
    is_whole = _is_whole(differences.of_actor(about, update), names)
    changes = {name: value for name, value in changes_of(update).items() if name in names}
    if "activities" in changes:
        changes["activities"] = activities.given(actor, changes["activities"])
    if "languages" in changes:  # the actor was asked to tick all
        changes["languages_known"] = Extent.ALL if changes["languages"] else ""
    if changes:
        actor = edit_actor(account, actor, changes=changes, revision=actor.revision)
    if is_whole:
        confirm_actor(account, actor, by=BY_LINK)


def accept_offer(account: User, about: str, update: OfferUpdate, names: frozenset[str]) -> None:
    """Change the fields of these names, and confirm the offer when that is all that was said."""
    offer = _offer(about)
    is_whole = _is_whole(differences.of_offer(about, update), names)
    changes = _changes(offer, {key: value for key, value in changes_of(update).items() if key in names})
    if changes:
        offer = edit_offer(account, offer, changes=changes, revision=offer.revision)
    if is_whole:
        confirm_offer(account, offer, by=BY_LINK)


def accept_new_offer(account: User, about: str, given: NewOffer, _names: frozenset[str]) -> Offer:
    """A draft of the offer. Its times stand in the note until somebody enters them."""
    note = f"Wann und wo, wie der Akteur schreibt: {given.times}" if given.times else ""
    actor = _actor(about)
    return add_offer(
        account, actor, name=given.name, description=given.description, note=note,
        languages=[GivenLanguage(code) for code in given.languages],
        fields=list(terms_of(actor.body, TaxonomyKey.FIELDS).filter(public_id__in=given.fields)),
    )  # fmt: skip


def confirm_the_actor(account: User, about: str) -> None:
    """Somebody has entered what was said in own words."""
    confirm_actor(account, _actor(about), by=BY_LINK)


def confirm_the_offer(account: User, about: str) -> None:
    """Somebody has entered what was said in own words."""
    confirm_offer(account, _offer(about), by=BY_LINK)


def _is_whole(lines: Sequence[Line], names: frozenset[str]) -> bool:
    return all(not line.by_hand and (line.name in names or line.before == line.after) for line in lines)


def _changes(offer: Offer, values: dict[str, Any]) -> dict[str, Any]:
    """The values as the verb takes them: languages beside those that are interpreted, groups as terms."""
    if "languages" in values:
        held, others = values["languages"], offer.languages.filter(interpreted=True)
        kept = [GivenLanguage(each.code, interpreted=True) for each in others if each.code not in held]
        values |= {
            "languages": [*(GivenLanguage(code) for code in held), *kept], "languages_known": bool(held),
        }  # fmt: skip
    if "groups" in values:
        ids = values["groups"]
        listed = Groups.LISTED if ids else ""
        values["groups_known"] = Groups.EVERYONE if EVERYONE in ids else listed
        values["groups"] = [] if EVERYONE in ids else _terms(offer, TaxonomyKey.GROUPS, ids)
    if "fields" in values:
        values["fields"] = _terms(offer, TaxonomyKey.FIELDS, values["fields"])
    return values


def _terms(offer: Offer, key: TaxonomyKey, ids: Sequence[str]) -> list[Any]:
    """The terms of the town, and those that the offer has already although the town has given them up."""
    stands = [*(offer.groups if key == TaxonomyKey.GROUPS else offer.fields).all()]
    found = {term for term in (*terms_of(offer.body, key), *stands) if term.public_id in ids}
    if len(found) < len(set(ids)):
        what = "Eine der Zielgruppen" if key == TaxonomyKey.GROUPS else "Eines der Handlungsfelder"
        raise Refused(f"{what} gibt es nicht mehr. Bitte übernehmen Sie das andere.")
    return sorted(found, key=lambda term: (term.position, term.pk))


def _actor(about: str) -> Actor:
    return Actor.objects.select_related("body", "organization").get(public_id=about)


def _offer(about: str) -> Offer:
    return Offer.objects.select_related("body", "actor__organization").get(public_id=about)

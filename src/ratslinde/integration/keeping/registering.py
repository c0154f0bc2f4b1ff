"""What actors send in is known to the inbox, and what they are written to the post."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ratslinde.inbox import kinds
from ratslinde.inbox.kinds import Kind
from ratslinde.integration.keeping import differences, taking_over
from ratslinde.integration.keeping.updates import (
    ACTOR,
    ASKED,
    NEW_OFFER,
    OFFER,
    REMINDER,
    ActorUpdate,
    NewOffer,
    OfferUpdate,
    rest_of,
)
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.post.kinds import register_kind

_ACTORS, _OFFERS = "/schreibtisch/integration/akteure", "/schreibtisch/integration/angebote"


def register() -> None:
    """Open the inbox for all three, and name the occasion of the mails."""
    register_kind(REMINDER, "Bitte um Bestätigung", work=ASKED)
    kinds.register(Kind(
        name=ACTOR, label="Akteur: eigener Eintrag", payload=ActorUpdate, right="keeper.decide",
        show=differences.of_actor, accept=taking_over.accept_actor, rest=rest_of,
        confirm=taking_over.confirm_the_actor, names=_names, address=lambda about: f"{_ACTORS}/{about}/",
        form=lambda about: f"{_ACTORS}/{about}/bearbeiten/",
    ))  # fmt: skip
    kinds.register(Kind(
        name=OFFER, label="Akteur: eigenes Angebot", payload=OfferUpdate, right="keeper.decide",
        show=differences.of_offer, accept=taking_over.accept_offer, rest=rest_of,
        confirm=taking_over.confirm_the_offer, names=_names, address=lambda about: f"{_OFFERS}/{about}/",
        form=lambda about: f"{_OFFERS}/{about}/bearbeiten/",
    ))  # fmt: skip
    kinds.register(Kind(
        name=NEW_OFFER, label="Akteur: neues Angebot", payload=NewOffer, right="keeper.decide",
        show=differences.of_new_offer, accept=taking_over.accept_new_offer, by_field=False, names=_names,
        address=lambda about: f"{_ACTORS}/{about}/", taken="Übernommen. Das Angebot ist ein Entwurf beim Akteur.",
    ))  # fmt: skip


def _names(ids: Collection[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for model in (Actor, Offer):
        found |= dict(model._default_manager.filter(public_id__in=ids).values_list("public_id", "name"))
    return found

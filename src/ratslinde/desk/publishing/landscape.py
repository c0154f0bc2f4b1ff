"""What can be published of the landscape."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from ratslinde.desk.publishing.publishable import Publishable, Step
from ratslinde.integration.landscape import actions, previews
from ratslinde.integration.landscape.models import Actor, Offer, SocialSpace, Taxonomy
from ratslinde.integration.landscape.queries import actors, offers, places, vocabulary
from ratslinde.verbs.rows import Publication


def _offers_go_along(actor: Actor) -> list[str]:
    count = actor.offers.filter(publication=Publication.PUBLISHED).count()
    return [f"Mit dem Akteur werden {count} öffentliche Angebote zurückgenommen."] if count else []


def _at(name: str) -> Any:
    return lambda row: reverse(f"desk_landscape:{name}", args=[row.public_id])


KINDS = {
    "akteur": Publishable(
        words="Akteur",
        model=Actor,
        find=actors.actor,
        publish=Step(look=previews.preview_actor, act=actions.publish_actor),
        withdraw=Step(look=previews.preview_actor_withdrawal, act=actions.withdraw_actor),
        page=_at("actor"),
        public="/akteure/{row.public_id}/",
        obstacles=previews.actor_obstacles,
        effects=_offers_go_along,
    ),
    "angebot": Publishable(
        words="Angebot",
        model=Offer,
        find=offers.offer,
        publish=Step(look=previews.preview_offer, act=actions.publish_offer),
        withdraw=Step(look=previews.preview_offer_withdrawal, act=actions.withdraw_offer),
        page=_at("offer"),
        public="/angebote/{row.public_id}/",
        obstacles=previews.offer_obstacles,
    ),
    "sozialraum": Publishable(
        words="Sozialraum",
        model=SocialSpace,
        find=places.space,
        publish=Step(look=previews.preview_space, act=actions.publish_space),
        withdraw=Step(look=previews.preview_space_withdrawal, act=actions.withdraw_space),
        page=_at("space"),
        public="/angebote/",
    ),
    "begriffe": Publishable(
        words="Wortliste",
        model=Taxonomy,
        find=vocabulary.taxonomy,
        publish=Step(look=previews.preview_taxonomy, act=actions.publish_taxonomy),
        page=lambda _row: reverse("desk_landscape:vocabulary"),
        public="/angebote/",
    ),
}

"""What a page offers when nothing fits a wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from ratslinde.portal.directory import cards, choices, choosing
from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.languages import PageLanguage, address
from ratslinde.portal.directory.nearest import nearest
from ratslinde.portal.directory.texts import Shown, shown
from ratslinde.portal.directory.wish import Wish

NEAREST = 5


@dataclass(frozen=True, kw_only=True)
class Part:
    """What was found with a part of a word: the first of them, how many there are, and where all of them stand."""

    word: str
    address: str
    number: int
    cards: list[SafeString]


def instead(catalogue: Catalogue, asked: Wish, language: PageLanguage) -> dict[str, Any]:
    """What a page offers when nothing fits: the context of `nearest.html`."""
    near, labels = nearest(catalogue, asked), choices.part_labels()
    without = choosing.choose(catalogue, near.wish, language=language.code).sure if near.dropped else []
    parts = [f"{labels[name]}: {choices.value_of(catalogue, asked, name, language)}" for name in near.dropped]
    return {
        "dropped": language.comma.join(parts),
        "dropped_address": address(language, choices.OFFERS, near.wish.query),
        "dropped_number": len(without),
        "dropped_cards": cards.offer_cards(catalogue, without[:NEAREST], language, level=4),
        "alike": [(word, address(language, choices.OFFERS, other.query)) for word, other in near.words],
        "parts": [_part(catalogue, part, other, language) for part, other in near.parts],
        "neighbours": _topics(catalogue, near.topics, language),
        "near_actors": cards.actor_cards(catalogue, near.actors, language),
    }


def _part(catalogue: Catalogue, part: str, wish: Wish, language: PageLanguage) -> Part:
    found = choosing.choose(catalogue, wish, language=language.code).sure
    return Part(
        word=part,
        address=address(language, choices.OFFERS, wish.query),
        number=len(found),
        cards=cards.offer_cards(catalogue, found[:NEAREST], language, level=4),
    )


def _topics(catalogue: Catalogue, codes: list[str], language: PageLanguage) -> list[tuple[Shown, str]]:
    return [
        (
            shown(catalogue.topics[code], "name", language),
            address(language, choices.OFFERS, Wish(topic=code).query),
        )
        for code in codes
    ]

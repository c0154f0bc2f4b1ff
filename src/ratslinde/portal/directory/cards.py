"""An offer or an actor as a card of a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ratslinde.kernel.text import shortened
from ratslinde.portal.directory import dates, facts, texts
from ratslinde.portal.directory.areas import Area, only_for
from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.dates import PAUSED, Occurrence
from ratslinde.portal.directory.entries import KIND, TOPIC, Entry, in_part, terms
from ratslinde.portal.directory.languages import PageLanguage, address
from ratslinde.portal.directory.texts import Shown, shown

MOST_DRAWN = 6_000
"""Cards that a catalogue keeps: about 1.5 kB each."""
_SUMMARY = 140


@dataclass(frozen=True, kw_only=True)
class OfferCard:
    """Empty texts are not known."""

    address: str
    name: Shown
    summary: Shown
    actor: Shown
    topics: tuple[Shown, ...]
    where: Shown
    where_more: str
    only_for: tuple[Area, ...]
    when: str
    cost: str
    spoken: str
    in_part: frozenset[str]
    access: str
    alert: Shown
    paused: bool
    states: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class ActorCard:
    """An actor; `kind` may be empty."""

    address: str
    name: Shown
    summary: Shown
    kind: Shown
    topics: tuple[Shown, ...]


def offer_cards(
    catalogue: Catalogue, found: Iterable[int], language: PageLanguage, *, level: int = 3
) -> list[SafeString]:
    """The cards of these offers, drawn, with their names as headings of that level."""
    coming = ((catalogue.offers[number], dates.following(catalogue.dates[number])) for number in found)
    return [_drawn(catalogue, entry, next(iter(known), None), language, level) for entry, known in coming]


def _drawn(
    catalogue: Catalogue, entry: Entry, first: Occurrence | None, language: PageLanguage, level: int
) -> SafeString:
    """The card, which stays as it is until the offer is published anew or its next date is over."""
    key, kept = (entry, first, language, level), catalogue.cards
    if key not in kept:
        if len(kept) >= MOST_DRAWN:
            kept.clear()
        card = _offer_card(catalogue, entry, first, language)
        kept[key] = render_to_string("portal/directory/offer_card.html", {"card": card, "level": level})
    return kept[key]


def actor_cards(catalogue: Catalogue, found: Iterable[int], language: PageLanguage) -> list[ActorCard]:
    """The cards of these actors."""
    return [actor_card(catalogue.actors[number], language) for number in found]


def actor_card(entry: Entry, language: PageLanguage) -> ActorCard:
    """The card of an actor."""
    data = entry.item.data
    kinds = [shown(term, "name", language) for term in terms(data, KIND)]
    return ActorCard(
        address=address(language, entry.item.path),
        name=shown(data, "name", language),
        summary=_summary(shown(data, "description", language)),
        kind=kinds[0] if kinds else Shown(text=""),
        topics=topics(entry, language),
    )


def topics(entry: Entry, language: PageLanguage) -> tuple[Shown, ...]:
    """The fields of action of an entry."""
    return tuple(shown(term, "name", language) for term in terms(entry.item.data, TOPIC))


def _offer_card(
    catalogue: Catalogue, entry: Entry, first: Occurrence | None, language: PageLanguage
) -> OfferCard:
    data = entry.item.data
    name, summary = shown(data, "name", language), _summary(shown(data, "description", language))
    where, more = facts.where(entry, language)
    return OfferCard(
        address=address(language, entry.item.path),
        name=name,
        summary=summary,
        actor=shown(data.get("organization", {}), "name", language),
        topics=topics(entry, language),
        where=where,
        where_more=more,
        only_for=only_for(entry, catalogue.spaces, language),
        when=facts.date_in_words(first, language) if first else dates.rhythm_in_words(data, language),
        cost=facts.cost(entry, language),
        spoken=facts.spoken(data, language),
        in_part=in_part(entry),
        access=facts.access(entry),
        alert=shown(data, "alert", language),
        paused=data["status"] == PAUSED,
        states=texts.states([name, summary]),
    )


def _summary(text: Shown) -> Shown:
    return Shown(
        text=shortened(" ".join(text.text.split()), most=_SUMMARY),
        lang=text.lang, direction=text.direction, state=text.state,
    )  # fmt: skip

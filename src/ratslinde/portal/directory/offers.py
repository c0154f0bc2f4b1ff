"""The list of offers and the page of one."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.portal.directory import cards, choices, choosing, code, counting, detail, texts, wish
from ratslinde.portal.directory.answering import directory_page, plain_address, published, show, trail
from ratslinde.portal.directory.catalogue import Catalogue, current
from ratslinde.portal.directory.choosing import Found
from ratslinde.portal.directory.languages import PageLanguage, address
from ratslinde.portal.directory.nearest import nearest
from ratslinde.portal.directory.texts import Shown, shown
from ratslinde.portal.directory.wish import Wish
from ratslinde.ui.paging import PARAMETER, Paging, page_number

SIZE = 20
NEAREST = 5


@directory_page
def offer_list(request: HttpRequest, language: PageLanguage) -> HttpResponse:
    """The offers that fit what is asked; the nearest things where none does."""
    asked, catalogue = wish.read(request.GET), current()
    found = choosing.choose(catalogue, asked, language=language.code)
    if not found.sure:
        counting.count_unmet(request, catalogue, asked, language)
    paging = Paging(
        number=page_number(request.GET.get(PARAMETER)),
        size=SIZE,
        total=len(found.together),
        query=asked.query,
    )
    if paging.number > paging.pages:
        raise Http404
    context = {
        "wish": asked,
        "chosen": choices.chosen(catalogue, asked, language),
        "choices": choices.choices(catalogue, found.counts, asked, language),
        "topics": choices.topic_links(catalogue, found.counts["topic"], language) if asked.is_empty else [],
        "paging": paging,
        **_lists(catalogue, found, paging, language),
        **(_instead(catalogue, asked, language) if not found.sure else {}),
        "trail": trail(language, (gettext("Angebote"), choices.OFFERS)),
    }
    return show(request, language, "offer_list", context)


def _lists(catalogue: Catalogue, found: Found, paging: Paging, language: PageLanguage) -> dict[str, Any]:
    """The cards of the page, those that fit for sure apart from those where something is not known."""
    shown_here = found.together[paging.first : paging.first + paging.size]
    sure = set(found.sure)
    return {
        "sure_number": len(found.sure),
        "unsure_number": len(found.unsure),
        "sure": cards.offer_cards(catalogue, [each for each in shown_here if each in sure], language),
        "unsure": cards.offer_cards(catalogue, [each for each in shown_here if each not in sure], language),
    }


def _instead(catalogue: Catalogue, asked: Wish, language: PageLanguage) -> dict[str, Any]:
    """What the page offers when nothing fits."""
    near, labels = nearest(catalogue, asked), choices.part_labels()
    without = choosing.choose(catalogue, near.wish, language=language.code).sure if near.dropped else []
    parts = [f"{labels[name]}: {choices.value_of(catalogue, asked, name, language)}" for name in near.dropped]
    return {
        "dropped": language.comma.join(parts),
        "dropped_address": address(language, choices.OFFERS, near.wish.query),
        "dropped_number": len(without),
        "dropped_cards": cards.offer_cards(catalogue, without[:NEAREST], language),
        "alike": [(word, address(language, choices.OFFERS, other.query)) for word, other in near.words],
        "neighbours": _topics(catalogue, near.topics, language),
        "near_actors": cards.actor_cards(catalogue, near.actors, language),
    }


def _topics(catalogue: Catalogue, codes: list[str], language: PageLanguage) -> list[tuple[Shown, str]]:
    return [
        (
            shown(catalogue.topics[code], "name", language),
            address(language, choices.OFFERS, Wish(topic=code).query),
        )
        for code in codes
    ]


@directory_page
def offer(request: HttpRequest, language: PageLanguage, *, public_id: str) -> HttpResponse:
    """One offer with everything that is known about it."""
    path = f"{choices.OFFERS}{public_id}/"
    item, catalogue = published(path, public_id, "offer", language), current()
    number = next((at for at, each in enumerate(catalogue.offers) if each.item.id == item.id), None)
    if number is None:
        raise Http404
    found = detail.offer_detail(catalogue, number, language)
    context = {
        "offer": found,
        "states": texts.states(found.texts),
        "calendar": f"/angebote/{public_id}.ics",
        "code": code.code(plain_address(request)),
        "trail": trail(language, (gettext("Angebote"), choices.OFFERS), (found.name.text, path)),
    }
    return show(request, language, "offer", context)

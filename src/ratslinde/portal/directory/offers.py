"""The list of offers and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.portal.directory import (
    cards,
    choices,
    choosing,
    code,
    compounds,
    counting,
    detail,
    texts,
    wish,
)
from ratslinde.portal.directory.answering import directory_page, plain_address, published, show, trail
from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.choosing import Found
from ratslinde.portal.directory.drawing import MAP
from ratslinde.portal.directory.instead import instead
from ratslinde.portal.directory.keeping import current
from ratslinde.portal.directory.languages import PageLanguage, address
from ratslinde.portal.directory.wish import Wish
from ratslinde.ui.paging import PARAMETER, Paging, page_number

SIZE = 20


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
        "map_address": address(language, MAP, asked.query),
        "paging": paging,
        "other": _other_words(catalogue, asked, found, language),
        **_lists(catalogue, found, paging, language),
        **(instead(catalogue, asked, language) if not found.sure else {}),
        "trail": trail(language, (gettext("Angebote"), choices.OFFERS)),
    }
    return show(request, language, "offer_list", context)


@dataclass(frozen=True, kw_only=True)
class OtherWords:
    """The same wish in other words: what it finds and where."""

    words: str
    number: int
    address: str


def _other_words(
    catalogue: Catalogue, asked: Wish, found: Found, language: PageLanguage
) -> OtherWords | None:
    """The wish with its compounds apart, where that finds more; what was asked for stays what is counted."""
    words = compounds.apart(asked.words, is_known=catalogue.offer_index.knows)
    if not words:
        return None
    other = asked.but(words=words)
    number = choosing.Counter(catalogue, other).without()
    if number <= len(found.sure):
        return None
    return OtherWords(words=words, number=number, address=address(language, choices.OFFERS, other.query))


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


@directory_page
def offer(request: HttpRequest, language: PageLanguage, *, public_id: str) -> HttpResponse:
    """One offer with everything that is known about it."""
    path = f"{choices.OFFERS}{public_id}/"
    item, catalogue = published(path, public_id, "offer", language), current()
    number = catalogue.numbers.get(item.id)
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

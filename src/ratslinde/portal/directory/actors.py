"""The list of actors and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.kernel.text import fold
from ratslinde.portal.directory import cards, detail, texts, wish
from ratslinde.portal.directory.answering import directory_page, published, show, trail
from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.keeping import current
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.portal.directory.texts import shown
from ratslinde.portal.directory.wish import Wish
from ratslinde.ui.paging import PARAMETER, Paging, page_number

ACTORS = "akteure/"
SIZE = 20


@directory_page
def actor_list(request: HttpRequest, language: PageLanguage) -> HttpResponse:
    """Who is active in the town, by name, or those that fit the words and the field of action best."""
    read, catalogue = wish.read(request.GET), current()
    asked = Wish(words=read.words, topic=read.topic)
    found = _found(catalogue, asked)
    paging = Paging(
        number=page_number(request.GET.get(PARAMETER)), size=SIZE, total=len(found), query=asked.query
    )
    if paging.number > paging.pages:
        raise Http404
    context = {
        "wish": asked,
        "topics": [(code, str(shown(term, "name", language))) for code, term in catalogue.topics.items()],
        "actors": cards.actor_cards(catalogue, found[paging.first : paging.first + SIZE], language),
        "paging": paging,
        "trail": trail(language, (gettext("Akteure"), ACTORS)),
    }
    return show(request, language, "actor_list", context)


def _found(catalogue: Catalogue, asked: Wish) -> list[int]:
    scores = catalogue.actor_index.find(asked.words) if asked.words else {}
    fitting = [
        number
        for number, each in enumerate(catalogue.actors)
        if (not asked.words or number in scores) and (not asked.topic or asked.topic in each.topics)
    ]
    names = {number: fold(catalogue.actors[number].item.data["name"]) for number in fitting}
    return sorted(fitting, key=lambda number: (-round(scores.get(number, 0)), names[number]))


@directory_page
def actor(request: HttpRequest, language: PageLanguage, *, public_id: str) -> HttpResponse:
    """One actor with its offers."""
    path = f"{ACTORS}{public_id}/"
    item, catalogue = published(path, public_id, "actor", language), current()
    entry = next((each for each in catalogue.actors if each.item.id == item.id), None)
    if entry is None:
        raise Http404
    found = detail.actor_detail(catalogue, entry, language)
    context = {
        "actor": found,
        "visiting_card": f"/akteure/{public_id}.vcf",
        "states": texts.states([found.name, found.description]),
        "trail": trail(language, (gettext("Akteure"), ACTORS), (found.name.text, path)),
    }
    return show(request, language, "actor", context)

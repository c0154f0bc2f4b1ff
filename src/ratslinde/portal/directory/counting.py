"""A search without a result is counted: the words and the filters, never who asked."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict

from ratslinde.inbox import receive
from ratslinde.kernel.languages import is_known
from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.choices import OFFERS
from ratslinde.portal.directory.drawing import MAP
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.portal.directory.wish import Wish, read
from ratslinde.ui.paging import PARAMETER

KIND = "unmet-demand"


def count_unmet(request: HttpRequest, catalogue: Catalogue, wish: Wish, language: PageLanguage) -> None:
    """Count the wish, unless it says nothing of a demand.

    Nobody looks at the answer: a program that asks ahead, or a further page of the same. It was counted already:
    whoever comes from the same search, on the map or in another language. It asks for a choice that does not exist.
    """
    ahead = request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    if wish.is_empty or request.method != "GET" or PARAMETER in request.GET or "prefetch" in ahead:
        return
    if _was_counted(request, wish) or not _exists(catalogue, wish):
        return
    receive.count(KIND, wish.words, filters=_filters(wish, language), request=request)


def _was_counted(request: HttpRequest, asked: Wish) -> bool:
    """Whether the page that the visitor comes from had the same search: that address is read and kept nowhere."""
    before = urlsplit(request.headers.get("Referer", ""))
    pages = (f"/{OFFERS}", f"/{MAP}")
    return (
        before.netloc == request.get_host()
        and before.path.endswith(pages)
        and read(QueryDict(before.query)) == asked
    )


def _exists(catalogue: Catalogue, wish: Wish) -> bool:
    """Whether every choice is one: what somebody writes into an address is none."""
    return (
        (not wish.topic or wish.topic in catalogue.topics)
        and (not wish.language or is_known(wish.language))
        and (not wish.area or wish.area in catalogue.areas)
    )


def _filters(wish: Wish, language: PageLanguage) -> dict[str, str]:
    found = {
        "topic": wish.topic,
        "language": wish.language,
        "area": wish.area,
        "age": wish.age,
        "cost": "free" if wish.free else "",
        "today": wish.today,
        "accessible": wish.accessible,
        "page": language.code,
    }
    return {name: value for name, value in found.items() if value}

"""A search without a result is counted: the words and the filters, never who asked."""

from __future__ import annotations

from django.http import HttpRequest

from ratslinde.inbox import receive
from ratslinde.kernel.languages import is_known
from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.portal.directory.wish import Wish
from ratslinde.ui.paging import PARAMETER

KIND = "unmet-demand"


def count_unmet(request: HttpRequest, catalogue: Catalogue, wish: Wish, language: PageLanguage) -> None:
    """Count the wish, unless nobody looks at the answer: a program that asks ahead, or a further page of the same."""
    ahead = request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    if wish.is_empty or request.method != "GET" or PARAMETER in request.GET or "prefetch" in ahead:
        return
    receive.count(KIND, wish.words, filters=_filters(catalogue, wish, language), request=request)


def _filters(catalogue: Catalogue, wish: Wish, language: PageLanguage) -> dict[str, str]:
    """Only choices that exist: what somebody writes into an address is no choice."""
    found = {
        "topic": wish.topic if wish.topic in catalogue.topics else "",
        "language": wish.language if is_known(wish.language) else "",
        "area": wish.area if wish.area in catalogue.areas else "",
        "age": wish.age,
        "cost": "free" if wish.free else "",
        "today": wish.today,
        "accessible": wish.accessible,
        "page": language.code,
    }
    return {name: value for name, value in found.items() if value}

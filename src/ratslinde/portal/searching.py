"""The search page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.portal import choices
from ratslinde.portal.answers import public_page, show
from ratslinde.portal.belonging import owners
from ratslinde.portal.crumbs import trail
from ratslinde.record import outlet, search
from ratslinde.record.outlet import Entry
from ratslinde.ui.paging import PARAMETER, Paging, page_number

SIZE = 20
MOST_LETTERS = 300


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What was asked for; empty texts stand for no filter."""

    words: str
    kind: str
    organization: str
    year: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked yet."""
        return not (self.words or self.kind or self.organization or self.year)

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The wish as an address carries it."""
        named = (("q", self.words), ("art", self.kind), ("gremium", self.organization), ("jahr", self.year))
        return tuple((name, value) for name, value in named if value)


@public_page
def search_page(request: HttpRequest) -> HttpResponse:
    """The form, and where something was asked, what was found with where it stands."""
    wish = _wish(request)
    found = search.search(
        wish.words,
        organization=wish.organization,
        kind=wish.kind,
        year=choices.year(wish.year),
        page=page_number(request.GET.get(PARAMETER)),
        per_page=SIZE,
    )
    context = {
        "wish": wish,
        "found": found,
        "kinds": _with_chosen(_kinds(found.facets.kinds), wish.kind, kind_names()),
        "organizations": _organizations(found.facets.organizations, wish.organization),
        "years": _with_chosen(
            [(str(year), f"{year} ({count})") for year, count in found.facets.years], wish.year, {}
        ),
        "names": kind_names(),
        "belonging": _belonging(found.hits),
        "paging": Paging(number=found.page, size=SIZE, total=found.total, query=wish.query),
        "trail": trail((gettext("Suche"), "")),
    }
    return show(request, "portal/search.html", context)


def kind_names() -> dict[str, str]:
    """What people call the kinds of objects that have a page."""
    return {
        "meeting": gettext("Sitzung"),
        "agendaItem": gettext("Tagesordnungspunkt"),
        "paper": gettext("Vorlage"),
        "organization": gettext("Gremium oder Amt"),
        "person": gettext("Person"),
        "file": gettext("Dokument"),
        "offer": gettext("Angebot"),
        "actor": gettext("Akteur"),
    }


def _wish(request: HttpRequest) -> Wish:
    return Wish(
        words=request.GET.get("q", "").replace("\0", "").strip()[:MOST_LETTERS],
        kind=request.GET.get("art", "") if request.GET.get("art", "") in kind_names() else "",
        organization=request.GET.get("gremium", "").replace("\0", "")[:100],
        year=str(choices.year(request.GET.get("jahr", "")) or ""),
    )


def _kinds(counted: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    names = kind_names()
    return [(kind, f"{names[kind]} ({count})") for kind, count in counted if kind in names]


def _belonging(hits: Iterable[search.Hit]) -> list[tuple[str, list[Entry]]]:
    """For each document that was found, by its id, what it belongs to."""
    documents = [hit.id for hit in hits if hit.kind == "file"]
    return list(owners(outlet.by_ids(documents).values()).items()) if documents else []


def _organizations(counted: Iterable[tuple[str, int]], wanted: str) -> list[tuple[str, str]]:
    found = outlet.by_ids([public_id for public_id, _ in counted])
    options = [
        (choices.slug(found[each]), f"{found[each].title} ({count})")
        for each, count in counted
        if each in found
    ]
    return _with_chosen(options, wanted, {})


def _with_chosen(options: list[tuple[str, str]], wanted: str, names: dict[str, str]) -> list[tuple[str, str]]:
    """The options, and what was chosen even where it finds nothing: a filter must not vanish from the form."""
    if not wanted or wanted in dict(options):
        return options
    return [*options, (wanted, f"{names.get(wanted, wanted)} (0)")]

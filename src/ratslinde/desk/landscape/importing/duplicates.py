"""Two rows that may be the same: merging them field by field, or 'not the same'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.landscape.importing.views import TRAIL
from ratslinde.integration.importing import actions, queries
from ratslinde.integration.importing.differing import standing_value
from ratslinde.integration.importing.wording import in_words, label_of
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.restoring import restored
from ratslinde.kernel.errors import Forbidden, Refused

PLACE = [*TRAIL, ("Dubletten", "/schreibtisch/integration/import/dubletten/")]
FIELDS = {
    "actor": (
        "name", "short_name", "description", "kind", "website", "email", "phone", "legal_status", "register_number",
        "languages", "self_managed", "place", "confirmed_on", "confirmed_by", "note",
    ),
    "offer": (
        "name", "description", "status", "form", "fields", "groups", "cost", "ages", "access", "access_note", "mode",
        "area", "languages", "sites", "website", "email", "phone", "capacity", "confirmed_on", "confirmed_by", "note",
    ),
    "place": (
        "name", "kind", "street_address", "url", "transportation", "accessible", "accessibility",
    ),
}  # fmt: skip
_WITH = {
    ("offer", "ages"): ("age_from", "age_to"), ("offer", "cost"): ("cost_amount", "cost_note"),
    ("offer", "groups"): ("groups_known",), ("offer", "fields"): ("fields_known",),
    ("offer", "languages"): ("languages_known",), ("actor", "languages"): ("languages_known",),
    ("place", "street_address"): ("postal_code", "locality", "latitude", "longitude"),
}  # fmt: skip
"""Fields that only make sense together."""
_WHOLE = {("place", "street_address"): "Anschrift und Lage auf der Karte (Breite, Länge)"}
"""Fields that are shown as one choice with those that go with them."""
_NOTHING: tuple[Any, ...] = (None, "", [])
_ADDRESS = {
    "actor": "desk_landscape:actor", "offer": "desk_landscape:offer", "place": "desk_landscape:place",
}  # fmt: skip
_VERBS: Mapping[str, Callable[..., Any]] = {
    "actor": landscape.merge_actors, "offer": landscape.merge_offers, "place": landscape.merge_places,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One field in which the two differ. `preferred`: 'other' where that only adds to what the kept one says."""

    name: str
    label: str
    kept: str
    other: str
    preferred: str


@require_http_methods(["GET", "HEAD", "POST"])
@door("actor.merge", "offer.merge", "place.merge")
def pair(request: HttpRequest, kind: str, public_id: str, other: str) -> HttpResponse:
    """Two rows beside each other: choose field by field and merge, or say that they are not the same."""
    if kind not in _VERBS:
        raise Http404
    first, second = (queries.entry(actor(request), kind, key) for key in (public_id, other))
    if first == second:
        raise Http404
    if request.POST.get("schritt") == "verschieden":
        actions.declare_different(actor(request), the_body(), kind=kind, first=public_id, second=other)
        return said(request, "Gemerkt: Das sind zwei verschiedene.", go=reverse("desk_importing:duplicates"))
    error = ""
    if request.method == "POST":
        try:
            return _merge(request, kind, first, second)
        except Forbidden:
            raise
        except Refused as refusal:
            error = refusal.message
    context = {
        "title": f"{first.name} und {second.name}",
        "kind": kind,
        "first": first,
        "second": second,
        "addresses": [reverse(_ADDRESS[kind], args=[row.public_id]) for row in (first, second)],
        "choices": _choices(kind, first, second),
        "error": error,
    }
    return page(request, "desk_importing/pair.html", context, trail=PLACE)


def _merge(request: HttpRequest, kind: str, first: Any, second: Any) -> HttpResponse:
    """The first stays; each chosen field of the second is taken."""
    taken = [name for name in FIELDS[kind] if request.POST.get(name) == "other"]
    names = [each for name in taken for each in (name, *_WITH.get((kind, name), ()))]
    take = {name: restored(type(first), name, standing_value(second, name)) for name in names}
    _VERBS[kind](actor(request), first, other=second, take=take)
    sentence = (
        f"Zusammengeführt. „{second}“ führt jetzt zu „{first}“, beide Kennungen gelten weiter. "
        "Weiter unten auf dieser Seite lässt es sich rückgängig machen."
    )
    return said(request, sentence, go=reverse(_ADDRESS[kind], args=[first.public_id]))


def _choices(kind: str, first: Any, second: Any) -> list[Choice]:
    names = queries.names_of(first, second)
    found = (_choice(kind, name, first, second, names) for name in FIELDS[kind])
    return [each for each in found if each is not None]


def _choice(kind: str, name: str, first: Any, second: Any, names: Mapping[str, str]) -> Choice | None:
    """What to choose in this field; None where the other row says the same or nothing."""
    parts = (name, *_WITH[kind, name]) if (kind, name) in _WHOLE else (name,)
    mine, theirs = ([standing_value(row, part) for part in parts] for row in (first, second))
    if mine == theirs or all(each in _NOTHING for each in theirs):
        return None
    kept, other = (
        _joined({part: in_words(kind, part, each, names) for part, each in zip(parts, said, strict=True)})
        for said in (mine, theirs)
    )
    if kept == other:
        return None
    adds = all(here in (*_NOTHING, there) for here, there in zip(mine, theirs, strict=True))
    label = _WHOLE.get((kind, name)) or label_of(kind, name)
    return Choice(name=name, label=label, kept=kept, other=other, preferred="other" if adds else "kept")


def _joined(said: Mapping[str, str]) -> str:
    """What is said in several fields on one line: 'Lindenweg 3, 59999 Lindenhagen, 51.77, 8.05'."""
    town = f"{said.get('postal_code', '')} {said.get('locality', '')}".strip()
    others = [text for part, text in said.items() if part not in ("postal_code", "locality")]
    return ", ".join(filter(None, (*others[:1], town, *others[1:])))

"""Duplicates among what is there: all pairs with their reasons; many at once are said not to be the same."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, attempt, door, page
from ratslinde.desk.landscape.importing.showing import GRADES
from ratslinde.desk.landscape.importing.views import TRAIL
from ratslinde.desk.lists import one_page
from ratslinde.integration.importing import actions, queries

MOST_PLACES = 50
"""Pairs of places on the page: the next ones come when these are settled."""
_PARTED = "Gemerkt: nicht dasselbe ({number}). Unten auf dieser Seite lässt sich das zurücknehmen."


@dataclass(frozen=True)
class Shown:
    """A pair with what its tick sends."""

    pair: queries.Pair

    @property
    def value(self) -> str:
        """'actor:ID:ID'."""
        return f"{self.pair.kind}:{self.pair.first.public_id}:{self.pair.second.public_id}"

    @property
    def address(self) -> str:
        """The page of the two beside each other."""
        both = (self.pair.first.public_id, self.pair.second.public_id)
        return reverse("desk_importing:pair", args=[self.pair.kind, *both])

    @property
    def grade(self) -> str:
        """How sure it is, in words."""
        return GRADES[self.pair.grade]


@require_http_methods(["GET", "HEAD", "POST"])
@door("actor.merge", "offer.merge", "place.merge")
def pairs(request: HttpRequest) -> HttpResponse:
    """The pairs of actors and offers that may be the same, those of places, and those that somebody has parted."""
    if request.method == "POST":
        return _decide(request)
    person, body = actor(request), the_body()
    found = [pair for kind in queries.MERGED for pair in queries.duplicates(person, body, kind=kind)]
    shown, paging = one_page(request, found)
    places = queries.duplicates(person, body, kind="place")
    context = {
        "title": "Dubletten",
        "places": [Shown(pair) for pair in places[:MOST_PLACES]],
        "more_places": max(0, len(places) - MOST_PLACES),
        "pairs": [Shown(pair) for pair in shown],
        "paging": paging,
        "parted": [Shown(pair) for pair in queries.parted(person, body)],
    }
    return page(request, "desk_importing/duplicates.html", context, trail=TRAIL)


def _decide(request: HttpRequest) -> HttpResponse:
    chosen = [each.split(":") for each in request.POST.getlist("paar")]
    several = [(each[0], each[1], each[2]) for each in chosen if len(each) == 3]
    again = request.POST.get("schritt") == "wieder"
    act = actions.ask_again if again else actions.declare_all_different
    done = "Diese Paare werden wieder vorgeschlagen." if again else _PARTED.format(number=len(several))
    return attempt(
        request,
        lambda: act(actor(request), the_body(), pairs=several),
        done=done,
        back=reverse("desk_importing:duplicates"),
    )

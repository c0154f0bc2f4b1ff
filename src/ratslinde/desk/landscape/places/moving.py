"""Offers and activities that are still for a social space that has ended, and for which ones they are now."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.controls import offer
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.landscape.bulk.forms import ManyForm
from ratslinde.desk.landscape.bulk.views import Many, chosen_ids, step
from ratslinde.desk.landscape.places.spaces import SPACES
from ratslinde.integration.landscape.models import Actor, Offer, SocialSpace
from ratslinde.integration.landscape.queries import places as queries
from ratslinde.integration.landscape.queries.many import actors_of, offers_of
from ratslinde.integration.landscape.restoring import restored
from ratslinde.integration.landscape.values import GivenActivity, PlacedSite, plain
from ratslinde.kernel import clock


class MoveForm(ManyForm):
    """Base: for which spaces the chosen entries are instead of one."""

    spaces = forms.ModelMultipleChoiceField(
        label="Wofür gelten sie jetzt?",
        queryset=SocialSpace.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, space: SocialSpace) -> None:
        super().__init__(data)
        self.space = space
        offer(self, "spaces", queries.followers_of(space))
        self.fields["spaces"].help_text = f"Statt „{space.name}“. Gilt etwas für mehrere, alle ankreuzen."

    def instead(self, spaces: tuple[SocialSpace, ...]) -> tuple[SocialSpace, ...]:
        """The spaces with the chosen ones in the place of the one; all else stays."""
        if self.space not in spaces:
            return spaces
        chosen = tuple(self.cleaned_data["spaces"])
        return tuple(dict.fromkeys((*(each for each in spaces if each != self.space), *chosen)))


class MoveOffersForm(MoveForm):
    """Of offers it is their sites."""

    def changes(self, row: Offer) -> dict[str, Any]:
        """Its sites, for the chosen spaces."""
        given: list[PlacedSite] = restored(Offer, "sites", plain(row, "sites"))
        ids = row.sites.values_list("standard_id", flat=True)
        return {
            "sites": [
                dataclasses.replace(site, spaces=self.instead(site.spaces), standard_id=standard_id)
                for site, standard_id in zip(given, ids, strict=True)
            ]
        }


class MoveActivitiesForm(MoveForm):
    """Of actors it is what they do in a field."""

    def changes(self, row: Actor) -> dict[str, Any]:
        """What it does, for the chosen spaces; what has ended stays as it was."""
        stand = [GivenActivity.of(each) for each in row.activities.all()]
        today = clock.today()
        return {
            "activities": [
                each if each.until and each.until < today
                else dataclasses.replace(each, spaces=self.instead(each.spaces))
                for each in stand
            ]
        }  # fmt: skip


@require_GET
@door("landscape.read")
def space_offers(request: HttpRequest, public_id: str) -> HttpResponse:
    """What is for a social space; where it has ended, it can be assigned to others."""
    found = queries.space(account(request), public_id)
    context = {
        "title": f"Angebote und Tätigkeiten für „{found.name}“", "found": found,
        "offers": queries.offers_for(account(request), found),
        "actors": queries.active_in(account(request), found),
        "followers": list(queries.followers_of(found)), "places": queries.places_by_hand(account(request), found),
    }  # fmt: skip
    return page(request, "desk/landscape/space_offers.html", context, trail=[*SPACES, _crumb(found)])


@require_POST
@door("offer.edit")
def move_offers(request: HttpRequest, public_id: str) -> HttpResponse:
    """Assign the chosen offers to other spaces: what is to be set, what that changes, and the act."""
    found = queries.space(account(request), public_id)
    rows = offers_of(account(request), the_body(), chosen_ids(request))
    back = reverse("desk_landscape:space_offers", args=[public_id])
    return step(request, Many(rows=[*rows], form=partial(MoveOffersForm, space=found), back=back))


@require_POST
@door("actor.edit")
def move_activities(request: HttpRequest, public_id: str) -> HttpResponse:
    """Assign what the chosen actors do to other spaces, as with offers."""
    found = queries.space(account(request), public_id)
    rows = actors_of(account(request), the_body(), chosen_ids(request))
    back = reverse("desk_landscape:space_offers", args=[public_id])
    form = partial(MoveActivitiesForm, space=found)
    return step(request, Many(rows=[*rows], form=form, back=back))


def _crumb(found: SocialSpace) -> tuple[str, str]:
    return found.name, reverse("desk_landscape:space", args=[found.public_id])

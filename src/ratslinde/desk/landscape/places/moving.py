"""Offers that are still for a social space that has ended: which they are, and for which ones they are now."""

from __future__ import annotations

import dataclasses
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
from ratslinde.integration.landscape.models import Offer, SocialSpace
from ratslinde.integration.landscape.queries import places as queries
from ratslinde.integration.landscape.queries.many import offers_of
from ratslinde.integration.landscape.restoring import restored
from ratslinde.integration.landscape.values import PlacedSite, plain


class MoveForm(ManyForm):
    """For which spaces the chosen offers are instead of one."""

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
        self.fields[
            "spaces"
        ].help_text = f"Statt „{space.name}“. Gilt ein Angebot für mehrere, alle ankreuzen."

    def changes(self, row: Offer) -> dict[str, Any]:
        """The sites with the chosen spaces in the place of the one; all else stays."""
        chosen = tuple(self.cleaned_data["spaces"])
        given: list[PlacedSite] = restored(Offer, "sites", plain(row, "sites"))
        ids = row.sites.values_list("standard_id", flat=True)
        return {
            "sites": [
                dataclasses.replace(site, spaces=self._instead(site, chosen), standard_id=standard_id)
                for site, standard_id in zip(given, ids, strict=True)
            ]
        }

    def _instead(self, site: PlacedSite, chosen: tuple[SocialSpace, ...]) -> tuple[SocialSpace, ...]:
        if self.space not in site.spaces:
            return site.spaces
        return tuple(dict.fromkeys((*(each for each in site.spaces if each != self.space), *chosen)))


@require_GET
@door("landscape.read")
def space_offers(request: HttpRequest, public_id: str) -> HttpResponse:
    """The offers that are for a social space; where it has ended, they can be assigned to others."""
    found = queries.space(account(request), public_id)
    context = {
        "title": f"Angebote für „{found.name}“", "found": found, "offers": queries.offers_for(account(request), found),
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
    return step(request, Many(rows=[*rows], form=lambda data: MoveForm(data, space=found), back=back))


def _crumb(found: SocialSpace) -> tuple[str, str]:
    return found.name, reverse("desk_landscape:space", args=[found.public_id])

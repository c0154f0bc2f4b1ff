"""Where and when an offer takes place: a few rows of a form, with one empty row more than there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from ratslinde.council.bodies.models import Body
from ratslinde.desk.landscape.offers.days_off import in_spans
from ratslinde.desk.landscape.offers.month_days import as_boxes
from ratslinde.desk.landscape.offers.site import SiteForm
from ratslinde.integration.landscape.models import Offer, OfferSite, Schedule, SocialSpace
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.verbs import Actor as Account

MOST = 20


if TYPE_CHECKING:
    _Rows = forms.BaseFormSet[SiteForm]
else:
    _Rows = forms.BaseFormSet  # Django's knows no type of its forms when it runs


class SiteForms(_Rows):
    """All rows of an offer. What `forms.formset_factory` would put into a class that nobody can name is said here."""

    form = SiteForm
    extra = 1
    can_order = False
    can_delete = True
    can_delete_extra = False
    min_num = 0
    max_num = MOST
    absolute_max = MOST + 5
    validate_min = False
    validate_max = False
    renderer = None

    def kept(self) -> list[SiteForm]:
        """The rows with something in them that nobody removes."""
        removed = self.deleted_forms
        return [form for form in self.forms if not (form in removed or form.is_empty())]

    def given(self) -> list[GivenSite]:
        """The places with their times; rows of the same place and room are one place with several times."""
        found: dict[tuple[Any, str, tuple[SocialSpace, ...]], list[GivenSchedule]] = {}
        for form in self.kept():
            data = form.cleaned_data
            times = found.setdefault((data["place"], data["note"], tuple(data["spaces"])), [])
            times += [each for each in [form.schedule()] if each is not None]
        return [
            GivenSite(place=place, note=note, spaces=spaces, schedules=tuple(times))
            for (place, note, spaces), times in found.items()
        ]


def site_forms(data: Any, *, account: Account, body: Body, offer: Offer | None) -> SiteForms:
    """The rows of an offer, and an empty one."""
    sites = offer.sites.prefetch_related("spaces", "schedules") if offer else ()
    initial = [shown for site in sites for row in _rows(site) for shown in _shown(site, row)]
    found = SiteForms(data, initial=initial, prefix="orte", form_kwargs={"account": account, "body": body})
    for form in found.initial_forms:
        form.fields["DELETE"].label = "Diese Zeile entfernen"
    return found


def _rows(site: OfferSite) -> list[Schedule | None]:
    """The rows of times; None for a place without any."""
    return list(site.schedules.all()) or [None]


def _shown(site: OfferSite, row: Schedule | None) -> list[dict[str, Any]]:
    """What a row of the form shows; of days that no row of boxes can say together, several."""
    shown = {"place": site.place, "note": site.note, "spaces": list(site.spaces.all())}
    if row is None:
        return [shown]
    times = {
        "start": row.start, "opens_at": row.opens_at, "closes_at": row.closes_at, "frequency": row.frequency,
        "interval": row.interval, "until": row.until, "cancelled": in_spans(row.cancelled),
        "description": row.description, "days": row.days,
    }  # fmt: skip
    boxes = as_boxes(row.days) or [([], [])]
    return [{**shown, **times, "weekdays": weekdays, "in_month": weeks} for weekdays, weeks in boxes]

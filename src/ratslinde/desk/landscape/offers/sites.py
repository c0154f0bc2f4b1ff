"""Where and when an offer takes place: a few rows of a form, with one empty row more than there are."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from ratslinde.council.bodies.models import Body
from ratslinde.desk.controls import offer
from ratslinde.integration.landscape.models import Frequency, Offer, OfferSite, Place, Schedule, SocialSpace
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.kernel.recurrence import WEEKDAYS

_DAYS = dict(
    zip(
        WEEKDAYS,
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        strict=True,
    )
)
_PLACES_IN_MONTH = [("", "jede Woche"), ("1", "1."), ("2", "2."), ("3", "3."), ("4", "4."), ("-1", "letzter")]
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_HOUR = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
MOST = 20


class SiteForm(forms.Form):
    """One place with one row of times; the same place in two rows has two rows of times."""

    place = forms.ModelChoiceField(
        label="Ort", queryset=Place.objects.none(), required=False, empty_label="– kein fester Ort –"
    )
    note = forms.CharField(label="Raum oder Hinweis", max_length=200, required=False)
    spaces = forms.ModelMultipleChoiceField(
        label="Nur für diese Sozialräume", queryset=SocialSpace.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Nichts angekreuzt: der Sozialraum des Ortes.",
    )  # fmt: skip
    start = forms.DateField(label="Erster Tag", required=False, widget=_DAY)
    opens_at = forms.TimeField(label="Von", required=False, widget=_HOUR)
    closes_at = forms.TimeField(label="Bis", required=False, widget=_HOUR)
    frequency = forms.ChoiceField(label="Wiederholung", choices=Frequency.choices, required=False)
    interval = forms.IntegerField(
        label="alle … Wochen oder Monate", min_value=1, max_value=52, required=False
    )
    weekdays = forms.MultipleChoiceField(
        label="Wochentage", choices=list(_DAYS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    in_month = forms.ChoiceField(
        label="Im Monat jeweils", choices=_PLACES_IN_MONTH, required=False, help_text="Nur bei „monatlich“."
    )
    until = forms.DateField(label="Letzter Tag", required=False, widget=_DAY)
    cancelled = forms.CharField(
        label="Fällt aus am",
        required=False,
        help_text="Tage mit Komma, zum Beispiel: 24.12.2026, 31.12.2026.",
    )
    description = forms.CharField(label="Hinweis zu den Zeiten", max_length=200, required=False)

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spaces = SocialSpace.objects.filter(body=body, archived_at=None, valid_until=None)
        offer(self, "place", Place.objects.filter(body=body, archived_at=None))
        offer(self, "spaces", spaces)

    def clean_cancelled(self) -> tuple[str, ...]:
        """The days as ISO dates."""
        texts = self.cleaned_data["cancelled"].replace(";", ",").split(",")
        return tuple(sorted(_day(text.strip()) for text in texts if text.strip()))

    def clean(self) -> dict[str, Any]:
        """Times need a first day; monthly times a weekday."""
        cleaned = super().clean() or {}
        if cleaned.get("opens_at") and not cleaned.get("start"):
            self.add_error("start", "Ab wann gilt diese Zeit?")
        if cleaned.get("frequency") == Frequency.MONTHLY and not cleaned.get("weekdays"):
            self.add_error("weekdays", "Bitte einen Wochentag wählen.")
        if cleaned.get("frequency") == Frequency.MONTHLY and not cleaned.get("in_month"):
            self.add_error("in_month", "Der wievielte im Monat?")
        return cleaned

    def is_empty(self) -> bool:
        """Whether nothing was entered: the row is dropped."""
        return not any(self.cleaned_data.get(name) for name in self.fields if name != "interval")

    def schedule(self) -> GivenSchedule | None:
        """The row of times, or None when there is none."""
        data = self.cleaned_data
        if not data["start"]:
            return None
        in_month = data["in_month"] if data["frequency"] == Frequency.MONTHLY else ""
        days = ",".join(in_month + day for day in data["weekdays"]) if data["frequency"] else ""
        return GivenSchedule(
            start=data["start"], opens_at=data["opens_at"], closes_at=data["closes_at"], frequency=data["frequency"],
            interval=data["interval"] or 1, days=days, until=data["until"], cancelled=data["cancelled"],
            description=data["description"],
        )  # fmt: skip


def _day(text: str) -> str:
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise forms.ValidationError(f"„{text}“ ist kein Tag. Bitte so schreiben: 24.12.2026.")


class SiteForms(forms.BaseFormSet):  # type: ignore[type-arg]
    """All rows of an offer."""

    def given(self) -> list[GivenSite]:
        """The places with their times; rows of the same place and room are one place with several times."""
        found: dict[tuple[Any, str, tuple[SocialSpace, ...]], list[GivenSchedule]] = {}
        for form in self.forms:
            if form.is_empty() or (self.can_delete and form.cleaned_data.get("DELETE")):
                continue
            data = form.cleaned_data
            times = found.setdefault((data["place"], data["note"], tuple(data["spaces"])), [])
            times += [each for each in [form.schedule()] if each is not None]
        return [
            GivenSite(place=place, note=note, spaces=spaces, schedules=tuple(times))
            for (place, note, spaces), times in found.items()
        ]


def site_forms(data: Any, *, body: Body, offer: Offer | None) -> SiteForms:
    """The rows of an offer, and an empty one."""
    made = forms.formset_factory(
        SiteForm, formset=SiteForms, extra=1, can_delete=True, max_num=MOST, absolute_max=MOST + 5
    )
    sites = offer.sites.prefetch_related("spaces", "schedules") if offer else ()
    initial = [_shown(site, row) for site in sites for row in _rows(site)]
    found: SiteForms = made(data, initial=initial, prefix="orte", form_kwargs={"body": body})  # type: ignore[assignment]
    for form in found.forms:
        form.fields["DELETE"].label = "Diese Zeile entfernen"
    return found


def _rows(site: OfferSite) -> list[Schedule | None]:
    """The rows of times; None for a place without any."""
    return list(site.schedules.all()) or [None]


def _shown(site: OfferSite, row: Schedule | None) -> dict[str, Any]:
    shown = {"place": site.place, "note": site.note, "spaces": list(site.spaces.all())}
    if row is None:
        return shown
    days = [day for day in row.days.split(",") if day]
    return shown | {
        "start": row.start, "opens_at": row.opens_at, "closes_at": row.closes_at, "frequency": row.frequency,
        "interval": row.interval, "weekdays": [day[-2:] for day in days], "in_month": days[0][:-2] if days else "",
        "until": row.until, "cancelled": ", ".join(map(_german, row.cancelled)), "description": row.description,
    }  # fmt: skip


def _german(day: str) -> str:
    return f"{datetime.date.fromisoformat(day):%d.%m.%Y}"

"""Where and when an offer takes place: one row of the form. What nearly every row needs stands first."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.council.bodies.models import Body
from ratslinde.desk.controls import choice, offer
from ratslinde.desk.landscape.offers import month_days
from ratslinde.desk.landscape.offers.days_off import days_off
from ratslinde.desk.landscape.places.missing import NamesPlace
from ratslinde.integration.landscape.models import Frequency, Place, SocialSpace
from ratslinde.integration.landscape.values import GivenSchedule
from ratslinde.kernel.recurrence import WEEKDAYS
from ratslinde.verbs import Actor as Account

_DAYS = dict(
    zip(
        WEEKDAYS,
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        strict=True,
    )
)
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_HOUR = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
_SELDOM = ("interval", "until", "cancelled", "description", "spaces")


class SiteForm(NamesPlace):
    """One place with one row of times; the same place in two rows has two rows of times."""

    place = forms.ModelChoiceField(
        label="Ort", queryset=Place.objects.none(), required=False, empty_label="– kein fester Ort –"
    )
    note = forms.CharField(
        label="Raum oder Hinweis",
        max_length=200,
        required=False,
        help_text="Zum Beispiel: Raum 2, Eingang am Hof.",
    )
    weekdays = forms.MultipleChoiceField(
        label="Wochentage", choices=list(_DAYS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    opens_at = forms.TimeField(label="Von", required=False, widget=_HOUR)
    closes_at = forms.TimeField(label="Bis", required=False, widget=_HOUR)
    frequency = forms.ChoiceField(
        label="Wie oft?", choices=Frequency.choices, required=False,
        help_text="Mit einem Wochentag: jede Woche, wenn Sie nichts anderes wählen.",
    )  # fmt: skip
    in_month = forms.MultipleChoiceField(
        label="Der wievielte im Monat?", choices=month_days.USUAL, required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Nur bei „monatlich“. Mehrere gehen auch: 1. und 3. heißt jeden ersten und dritten im Monat.",
    )  # fmt: skip
    start = forms.DateField(
        label="Erster Tag",
        required=False,
        widget=_DAY,
        help_text="Leer heißt: läuft schon. Bei „alle 2 Wochen“ bitte einen Tag nennen, an dem es stattfindet, "
        "sonst kann niemand die nächsten Termine zeigen.",
    )
    interval = forms.IntegerField(
        label="Nur alle … Wochen oder Monate", min_value=1, max_value=52, required=False,
        help_text="Zum Beispiel 2: jede zweite Woche.",
    )  # fmt: skip
    until = forms.DateField(label="Letzter Tag", required=False, widget=_DAY)
    cancelled = forms.CharField(
        label="Fällt aus am",
        required=False,
        help_text="Tage und Zeiträume mit Komma, zum Beispiel: 1.5.2026, 21.12.2026 – 6.1.2027.",
    )
    description = forms.CharField(
        label="Hinweis zu den Zeiten",
        max_length=200,
        required=False,
        help_text="Zum Beispiel: nicht in den Ferien.",
    )
    spaces = forms.ModelMultipleChoiceField(
        label="Nur für diese Sozialräume", queryset=SocialSpace.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Nichts angekreuzt: der Sozialraum des Ortes.",
    )  # fmt: skip

    def __init__(self, *args: Any, account: Account, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.let_name_place(account, body)
        spaces = SocialSpace.objects.filter(body=body, archived_at=None, valid_until=None)
        offer(self, "place", Place.objects.filter(body=body, archived_at=None))
        offer(self, "spaces", spaces)
        if "5" in self.initial.get("in_month", ()):
            choice(self, "in_month").choices = month_days.WEEKS

    def clean_cancelled(self) -> tuple[str, ...]:
        """The days as ISO dates."""
        return days_off(self.cleaned_data["cancelled"])

    def clean(self) -> dict[str, Any]:
        """Times need a day, or weekdays, which are weekly when nothing else was entered."""
        cleaned = super().clean() or {}
        if cleaned.get("weekdays"):
            usual = Frequency.MONTHLY if cleaned.get("in_month") else Frequency.WEEKLY
            cleaned["frequency"] = cleaned.get("frequency") or usual
        elif cleaned.get("opens_at") and not cleaned.get("start"):
            self.add_error("start", "Ab wann gilt diese Zeit? Bitte einen Wochentag oder einen Tag wählen.")
        elif cleaned.get("frequency") == Frequency.WEEKLY and not cleaned.get("start"):
            self.add_error("weekdays", "Bitte einen Wochentag wählen.")
        self._check_month(cleaned)
        return cleaned

    def _check_month(self, cleaned: dict[str, Any]) -> None:
        """A month needs weekdays and their places in it, or a first day: then it is always the day of that number."""
        monthly, weekdays = cleaned.get("frequency") == Frequency.MONTHLY, cleaned.get("weekdays")
        in_month = cleaned.get("in_month")
        if not weekdays and (in_month or (monthly and not cleaned.get("start"))):
            self.add_error("weekdays", "Bitte einen Wochentag wählen.")
        if weekdays and monthly and not in_month:
            self.add_error("in_month", "Der wievielte im Monat?")
        if weekdays and in_month and not monthly:
            self.add_error("frequency", "Der wievielte im Monat passt nur zu „monatlich“.")

    def usual(self) -> list[forms.BoundField]:
        """The fields that nearly every row needs."""
        below = self.missing_place()
        return [field for field in self.visible_fields() if field.name not in _SELDOM and field not in below]

    def seldom(self) -> list[forms.BoundField]:
        """The fields that few rows need."""
        return [self[name] for name in _SELDOM]

    def seldom_is_open(self) -> bool:
        """Whether one of those few is filled in or was refused."""
        return any(field.errors or field.value() not in (None, "", [], 1, "1") for field in self.seldom())

    def is_empty(self) -> bool:
        """Whether nothing was entered: the row is dropped."""
        unasked = {"interval", *(field.name for field in self.missing_place())}
        return not any(self.cleaned_data.get(name) for name in self.fields if name not in unasked)

    def schedule(self) -> GivenSchedule | None:
        """The row of times, or None when there is none."""
        data = self.cleaned_data
        if not (data["start"] or data["weekdays"]):
            return None
        days = month_days.days_of(data["weekdays"], data["in_month"]) if data["frequency"] else ""
        days = month_days.as_they_stood(days, self.initial.get("days", ""))
        return GivenSchedule(
            start=data["start"], opens_at=data["opens_at"], closes_at=data["closes_at"], frequency=data["frequency"],
            interval=data["interval"] or 1, days=days, until=data["until"], cancelled=data["cancelled"],
            description=data["description"],
        )  # fmt: skip

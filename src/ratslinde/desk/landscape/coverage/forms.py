"""What is entered about the coverage matrix."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.integration.landscape.models import CoverageRule
from ratslinde.integration.landscape.rules.completeness import Limits
from ratslinde.kernel import clock


class MarkForm(forms.Form):
    """Why no offer is meant to be in a cell."""

    reason = forms.CharField(
        label="Grund",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Zum Beispiel: Das macht der Kreis für alle Städte.",
    )


class LimitsForm(forms.Form):
    """The limits of the matrix from a day on; the share is entered in percent."""

    valid_from = forms.DateField(
        label="Gilt ab",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Davor gelten die früheren Grenzen weiter.",
    )
    completeness = forms.IntegerField(
        label="Ab welchem Anteil ein Handlungsfeld erhoben ist (Prozent)",
        min_value=0,
        max_value=100,
        help_text="So viele der bekannten Akteure eines Feldes müssen geantwortet haben, bevor „kein Angebot“ "
        "eine Lücke ist.",
    )
    asked_months = forms.IntegerField(label="Antworten gelten so viele Monate", min_value=1, max_value=120)
    outdated_months = forms.IntegerField(label="Angebote veralten nach Monaten", min_value=1, max_value=120)
    funding_months = forms.IntegerField(
        label="Auslaufende Finanzierung: so viele Monate vorher", min_value=0, max_value=120
    )

    @classmethod
    def of(cls, rule: CoverageRule | None, data: Any = None) -> LimitsForm:
        """The form with what holds today."""
        limits = rule or Limits()
        names = ("asked_months", "outdated_months", "funding_months")
        first = {name: getattr(limits, name) for name in names}
        share = round(limits.completeness * 100)
        return cls(data, initial={"valid_from": clock.today(), "completeness": share, **first})

    def limits(self) -> dict[str, Any]:
        """What the verb takes."""
        return {**self.cleaned_data, "completeness": self.cleaned_data["completeness"] / 100}

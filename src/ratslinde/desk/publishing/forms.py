"""What is asked before something disappears from the public."""

from __future__ import annotations

from django import forms

INSIDE = "Der Grund bleibt in der Verwaltung."


class ReasonForm(forms.Form):
    """Why something is taken back or erased."""

    reason = forms.CharField(
        label="Grund",
        max_length=1000,
        help_text=f"{INSIDE} Öffentlich steht nur, dass etwas zurückgenommen wurde.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Bitte einen Grund angeben. Er bleibt in der Verwaltung."},
    )

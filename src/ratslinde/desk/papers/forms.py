"""What is entered about papers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from ratslinde.council import profiles
from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.bodies.queries import bodies_to_meet, departments
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.council.papers.queries import leads
from ratslinde.desk.controls import choice, offer
from ratslinde.desk.forms import RowForm
from ratslinde.kernel import clock
from ratslinde.verbs import Actor, may


class PaperForm(RowForm):
    """A paper's blocks in the order of the printed form; its way and its attachments stand on its page."""

    model = Paper
    groups = (
        ("Vorlage", ("title", "reference", "paper_type", "date", "public")),
        (
            "Zuständigkeit",
            ("lead", "participants", "contact_name", "contact_phone", "contact_email", "contact_public"),
        ),
        ("Inhalt", ("proposal_heading", "proposal", "costs", "financing", "explanation")),
    )
    many = ("participants",)
    one_line = ("title", "proposal_heading", "contact_name")
    hints: ClassVar[Mapping[str, str]] = {
        "title": "So steht die Vorlage auf der Tagesordnung.",
        "public": "Ohne Häkchen ist es eine nichtöffentliche Vorlage; von ihr wird nichts veröffentlicht.",
        "contact_public": "Nur mit Einwilligung. Ohne Häkchen erscheinen öffentlich weder Name noch Kontakt.",
        "proposal_heading": "Zum Beispiel: Sachentscheidung.",
        "proposal": "Leere Zeile: neuer Absatz. „- “ am Anfang: Aufzählung. „## “: Zwischenüberschrift.",
    }

    def __init__(self, data: Any = None, *, body: Body, actor: Actor, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        everybody = may(actor, "meeting.draft")
        self.fields["lead"].required = not everybody
        self.choose("lead", leads(actor, body))
        self.choose("participants", departments(body))


class StepForm(RowForm):
    """One step of the paper's way."""

    model = Consultation
    groups = (("Schritt der Beratungsfolge", ("organization", "date", "role")),)

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.choose("organization", bodies_to_meet(body))
        roles = profiles.value(body.profile, "consultation.roles", day=clock.today()).value
        role = self.fields["role"]
        role.widget = forms.TextInput(attrs={"list": "rollen", "autocomplete": "off"})
        role.help_text = f"Üblich: {', '.join(roles)}."
        self.suggestions = roles


class ReportForm(forms.Form):
    """A later presentation that the paper announces."""

    organization = forms.ModelChoiceField(
        label="Gremium", queryset=Organization.objects.none(), empty_label="– bitte wählen –"
    )
    date = forms.DateField(
        label="Termin", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    certain = forms.BooleanField(label="Steht fest", required=False)
    text = forms.CharField(label="Worum es geht", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        offer(self, "organization", bodies_to_meet(body))


class MeetingChoice(forms.Form):
    """The meeting on whose agenda the paper is put."""

    meeting = forms.ChoiceField(label="Sitzung")

    def __init__(self, data: Any = None, *, meetings: list[Meeting], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.meetings = {each.public_id: each for each in meetings}
        choice(self, "meeting").choices = [(key, str(each)) for key, each in self.meetings.items()]

    def chosen(self) -> Meeting:
        """The meeting; call it when the form is valid."""
        return self.meetings[self.cleaned_data["meeting"]]

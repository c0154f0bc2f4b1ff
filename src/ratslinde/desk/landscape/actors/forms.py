"""What is entered about an actor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from ratslinde.council.bodies.models import Body
from ratslinde.desk.controls import offer
from ratslinde.desk.forms import RowForm
from ratslinde.desk.landscape.saving import TextForm
from ratslinde.integration.landscape.models import (
    Activity,
    ActivityRole,
    Actor,
    ContactPerson,
    CooperationKind,
    Place,
    SocialSpace,
    TaxonomyKey,
    Term,
)
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.kernel.languages import OFFERED, is_known, name_of


class ActorForm(TextForm):
    """An actor: first what everybody knows, then what helps to reach it."""

    model = Actor
    groups = (
        ("Wer ist das?", ("name", "short_name", "kind", "description")),
        ("So erreicht man den Akteur", ("place", "website", "email", "phone")),
        (
            "Mehr dazu",
            ("languages", "self_managed", "parent", "organization", "legal_status", "register_number"),
        ),
        ("Nur für den Schreibtisch", ("note",)),
    )
    hints: ClassVar[Mapping[str, str]] = {
        "description": "Ein bis drei Sätze, die jeder versteht. Ohne sie kann nichts öffentlich werden.",
        "email": "Am besten die Adresse der Stelle, nicht die einer Person.",
        "languages": "Kürzel mit Leerzeichen, zum Beispiel: de ar tr. Leer heißt: nicht bekannt.",
        "organization": "Nur für Ämter und Gremien der Kommune: Der Fachbereich kann den Eintrag dann selbst pflegen.",
        "place": "Fehlt der Ort? Er lässt sich unter „Orte“ anlegen.",
    }
    one_line = ("name", "website")

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        others = Actor.objects.filter(body=body, archived_at=None)
        self.choose("kind", terms_of(body, TaxonomyKey.ACTOR_KINDS), empty="– nicht bekannt –")
        self.choose("parent", others.exclude(pk=self.row.pk) if self.row else others, empty="– zu keinem –")
        self.choose("place", Place.objects.filter(body=body, archived_at=None), empty="– kein Ort –")
        self.choose("organization", body.organizations.order_by("pk"), empty="– keine –")
        self.fields["languages"].widget = forms.TextInput()

    def clean_languages(self) -> str | None:
        """The codes with single blanks; None when nothing was entered."""
        codes = (self.cleaned_data["languages"] or "").replace(",", " ").lower().split()
        for code in codes:
            if not is_known(code):
                raise forms.ValidationError(f"„{code}“ ist kein Kürzel einer Sprache.")
        return " ".join(dict.fromkeys(codes)) or None


class ActivityForm(forms.Form):
    """What an actor does in a field."""

    field = forms.ModelChoiceField(
        label="Handlungsfeld", queryset=Term.objects.none(), empty_label="– bitte wählen –"
    )
    role = forms.ChoiceField(label="Rolle", choices=[("", "– bitte wählen –"), *ActivityRole.choices])
    source = forms.CharField(
        label="Quelle",
        max_length=200,
        required=False,
        help_text="Zum Beispiel: Gespräch am 3. März, Internetseite.",
    )

    def __init__(self, data: Any = None, *, body: Body) -> None:
        super().__init__(data)
        offer(self, "field", terms_of(body, TaxonomyKey.FIELDS))


class ActivityRowForm(RowForm):
    """An activity in detail: where, since when, until when."""

    model = Activity
    groups = (("Tätigkeit", ("whole_town", "spaces", "since", "until", "source", "note")),)
    many = ("spaces",)
    hints: ClassVar[Mapping[str, str]] = {"spaces": "Nur wenn es nicht die ganze Kommune ist."}

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.choose("spaces", SocialSpace.objects.filter(body=body, archived_at=None))


class TieForm(forms.Form):
    """What this actor says about another one."""

    target = forms.ModelChoiceField(
        label="Mit wem", queryset=Actor.objects.none(), empty_label="– bitte wählen –"
    )
    kind = forms.ChoiceField(label="Art", choices=[("", "– bitte wählen –"), *CooperationKind.choices])
    strength = forms.TypedChoiceField(
        label="Wie eng",
        choices=[("", "nicht bekannt"), (1, "lose"), (2, "regelmäßig"), (3, "eng")],
        coerce=int,
        empty_value=None,
        required=False,
    )
    confirmed = forms.TypedChoiceField(
        label="Was sagt dieser Akteur dazu?",
        choices=[("", "nicht gefragt"), ("ja", "ja, wir arbeiten zusammen"), ("nein", "nein")],
        coerce=lambda text: {"ja": True, "nein": False}[text],
        empty_value=None,
        required=False,
    )

    def __init__(self, data: Any = None, *, actor: Actor) -> None:
        super().__init__(data)
        others = Actor.objects.filter(body=actor.body, archived_at=None).exclude(pk=actor.pk)
        offer(self, "target", others)


class ContactForm(RowForm):
    """Whom to ask: the office first, a name only when it must be."""

    model = ContactPerson
    groups = (
        ("Stelle", ("function", "email", "phone")),
        ("Name", ("given_name", "family_name", "name_consent_on", "keep_until")),
    )
    hints: ClassVar[Mapping[str, str]] = {
        "function": "Zum Beispiel: Vorstand, Beratung, Sekretariat.",
        "name_consent_on": "Ohne Datum bleiben Name, E-Mail und Telefon in der Verwaltung.",
        "keep_until": "An diesem Tag wird der Kontakt gelöscht. Leer lassen heißt: in zwei Jahren.",
    }

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["keep_until"].required = self.row is not None


LANGUAGES = [(code, name_of(code)) for code in OFFERED]

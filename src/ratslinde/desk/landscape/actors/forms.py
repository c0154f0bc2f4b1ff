"""What is entered about an actor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from ratslinde.council.bodies.models import Body
from ratslinde.desk.controls import offer
from ratslinde.desk.forms import RowForm
from ratslinde.desk.landscape.languages import SpokenField, in_order
from ratslinde.desk.landscape.places.missing import NamesPlace
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
from ratslinde.verbs import Actor as Account
from ratslinde.verbs.rows import DeskRow

MORE, NOTE = "Weitere Angaben", "Nur für den Schreibtisch"
SPOKEN = "Sprachen, die dort gesprochen werden"


class ActorForm(NamesPlace, TextForm):
    """An actor: what everybody knows stands open, what few need is folded."""

    model = Actor
    groups = (
        ("Wer ist das?", ("name", "kind", "description")),
        ("So erreicht man den Akteur", ("email", "phone", "website", "place")),
        ("In welchen Sprachen?", ("languages", "languages_known")),
        ("Handlungsfelder", ("fields_known",)),
        (MORE, ("short_name", "self_managed", "parent", "organization", "legal_status", "register_number")),
        (NOTE, ("note",)),
    )
    folded: ClassVar[Mapping[str, str]] = {
        MORE: "Kurzname, Träger, Zugehörigkeit, Rechtsform",
        NOTE: "Wird nie veröffentlicht",
    }
    hints: ClassVar[Mapping[str, str]] = {
        "description": "Ein bis drei Sätze, die jeder versteht. Ohne sie kann nichts öffentlich werden.",
        "email": "Am besten die Adresse der Stelle, nicht die einer Person.",
        "kind": "Zum Beispiel Verein, Schule, Amt oder Initiative.",
        "fields_known": "Gemeint sind die Handlungsfelder, die unter „Wo der Akteur tätig ist“ stehen.",
        "website": "Zum Beispiel: www.lindenverein.example",
        "short_name": "Wie man im Alltag sagt, zum Beispiel: GGS Lindenweg.",
        "parent": "Zum Beispiel: die Ortsgruppe zum Verband.",
        "organization": "Nur für Ämter und Gremien der Kommune: Der Fachbereich kann den Eintrag dann selbst pflegen.",
    }
    one_line = ("name", "website")

    def __init__(self, data: Any = None, *, account: Account, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.let_name_place(account, body)
        others = Actor.objects.filter(body=body, archived_at=None)
        self.choose("kind", terms_of(body, TaxonomyKey.ACTOR_KINDS), empty="– nicht bekannt –")
        self.choose("parent", others.exclude(pk=self.row.pk) if self.row else others, empty="– zu keinem –")
        self.choose("place", Place.objects.filter(body=body, archived_at=None), empty="– kein Ort –")
        self.choose("organization", body.organizations.order_by("pk"), empty="– keine –")
        self.fields["languages"] = SpokenField(
            label=SPOKEN, help_text="Nichts angekreuzt heißt: nicht bekannt."
        )

    @classmethod
    def values_of(cls, row: DeskRow) -> dict[str, Any]:
        """The row's values, the languages in the order of the boxes: ticking none anew is no change."""
        values = super().values_of(row)
        return values | {"languages": " ".join(in_order((values["languages"] or "").split())) or None}


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

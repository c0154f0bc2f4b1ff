"""A place that is not in the list yet is named right below the choice: one way for every form that has one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.forms.models import fields_for_model

from ratslinde.council.bodies.models import Body
from ratslinde.desk import words
from ratslinde.desk.controls import control
from ratslinde.integration.landscape.models import Place
from ratslinde.integration.landscape.queries import places as queries
from ratslinde.integration.landscape.values import GivenPlace
from ratslinde.kernel.text import collapse
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may

BEGINNING = "place_"
"""Of the names of the fields below the choice."""

_LACKING = "Fehlt der Ort in der Liste? Das Integrationsmanagement trägt ihn ein."


def _field(name: str, **options: Any) -> forms.Field:
    label = options.pop("label", words.field("Place", name))
    made: dict[str, forms.Field] = fields_for_model(
        Place,
        fields=[name],
        formfield_callback=lambda column: control(column, label=label, required=False, **options),
    )
    return made[name]


class NamesPlace(forms.Form):
    """A form with a choice `place` and, below it, fields for one that is missing there.

    What is typed there counts instead of the choice: then `cleaned_data["place"]` is a GivenPlace. `standing_place` is
    the place of the list that it turns out to be, or None.
    """

    below: ClassVar[Mapping[str, str]] = {"place": "desk/landscape/missing_place.html"}

    place_name = _field("name", label="Name des Ortes", help_text="Zum Beispiel: Haus der Kulturen.")
    place_street_address = _field("street_address")
    place_postal_code = _field("postal_code")
    place_locality = _field("locality", label="Stadt oder Gemeinde")
    place_accessible = _field("accessible")

    standing_place: Place | None = None
    _account: Account
    _body: Body

    def let_name_place(self, account: Account, body: Body) -> None:
        """Whoever may add places is shown the fields; who may not is told who does."""
        self._account, self._body = account, body
        self.may_name_place = may(account, "place.edit", body)
        self.fields["place_locality"].initial = body.short_name
        if not self.may_name_place:
            self.fields["place"].help_text = _LACKING

    def missing_place(self) -> list[forms.BoundField]:
        """The fields below the choice."""
        return [self[name] for name in self.fields if _is_below(name)]

    def missing_place_is_open(self) -> bool:
        """Whether something was typed there."""
        return self.is_bound and any(
            field.errors or field.name in self.changed_data for field in self.missing_place()
        )

    def clean(self) -> dict[str, Any]:
        """What was typed below the choice becomes the place. No right is looked at here: the verb does."""
        cleaned = super().clean() or self.cleaned_data
        if not self._is_typed(cleaned) or "place_name" in self.errors:
            return cleaned
        if not cleaned["place_name"]:
            self.add_error("place_name", "Wie heißt der Ort?")
            return cleaned
        given = _given(cleaned)
        self.standing_place = queries.standing_place(self._account, self._body, given)
        return cleaned | {"place": given}

    def _is_typed(self, cleaned: Mapping[str, Any]) -> bool:
        """Whether more stands there than the name of the town, which the page proposes."""
        asked = [name for name in self.fields if _is_below(name)]
        if "place_locality" not in self.changed_data:
            asked.remove("place_locality")
        return any(cleaned.get(name) not in (None, "") for name in asked)


def _given(cleaned: Mapping[str, Any]) -> GivenPlace:
    return GivenPlace(
        name=collapse(cleaned["place_name"]),
        street_address=collapse(cleaned.get("place_street_address", "")),
        postal_code=collapse(cleaned.get("place_postal_code", "")),
        locality=collapse(cleaned.get("place_locality", "")),
        accessible=cleaned.get("place_accessible"),
    )


def _is_below(name: str) -> bool:
    return name.startswith(BEGINNING)


def found_words(forms_: Iterable[NamesPlace]) -> str:
    """What is said after saving about places that were typed and stood in the list already, or ''."""
    names = dict.fromkeys(str(form.standing_place) for form in forms_ if form.standing_place)
    return "".join(f" Der Ort „{name}“ stand schon in der Liste und ist eingetragen." for name in names)

"""What may be ticked on the page of a link: few boxes at each offer, and a line to write what has none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import forms

from ratslinde.council.bodies.models import Body
from ratslinde.desk.landscape import languages
from ratslinde.integration.importing.rules.collecting.spoken import language_codes
from ratslinde.integration.keeping.queries import languages_in_use
from ratslinde.integration.keeping.updates import EVERYONE
from ratslinde.integration.landscape.models import TaxonomyKey
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.kernel.languages import name_of
from ratslinde.kernel.text import fold

MOST_BOXES = 20
"""Languages with a box: the page of an association with fifty offers has all of them fifty times."""

MOST_WRITTEN = 200


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the town's offers are held in and meant for: (code or public id, name)."""

    languages: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]


def choices_of(body: Body) -> Choices:
    """The usual languages and those that the town's offers have most; everyone, and the town's target groups."""
    used = [code for code in languages_in_use(body) if code not in languages.USUAL]
    codes = [*languages.USUAL, *used][:MOST_BOXES]
    groups = [(term.public_id, term.name) for term in terms_of(body, TaxonomyKey.GROUPS)]
    topics = [(term.public_id, term.name) for term in terms_of(body, TaxonomyKey.FIELDS)]
    return Choices(
        languages=tuple((code, name_of(code)) for code in codes), groups=((EVERYONE, "Alle"), *groups),
        topics=tuple(topics),
    )  # fmt: skip


class SpokenBoxes(languages.LanguagesField):
    """The languages of one offer, as boxes without a fold."""

    def __init__(self) -> None:
        super().__init__(
            label="In welchen Sprachen findet es statt?", widget=forms.CheckboxSelectMultiple,
            help_text="Kreuzen Sie alle an, die passen. Nichts angekreuzt heißt: Das weiß ich nicht.",
            error_messages={"invalid_choice": "Eine dieser Sprachen kennen wir nicht."},
        )  # fmt: skip

    def offer(self, choices: Choices, ticked: tuple[str, ...]) -> None:
        """Offer the town's languages and those that are ticked now."""
        known = {code for code, _ in choices.languages}
        self.choices = [*choices.languages, *((code, name_of(code)) for code in ticked if code not in known)]


class WrittenLanguages(forms.CharField):
    """Languages by their names, between commas; as codes. Each that is no language is named."""

    def __init__(self) -> None:
        super().__init__(
            label="Weitere Sprachen", required=False, max_length=MOST_WRITTEN,
            widget=forms.TextInput({"list": "sprachen", "autocomplete": "off"}),
            help_text="Mit Komma dazwischen. Zum Beispiel: Tigrinya, Suaheli.",
        )  # fmt: skip

    def clean(self, value: Any) -> list[str]:
        """The codes."""
        words = [
            word.strip() for word in str(super().clean(value)).replace(";", ",").split(",") if word.strip()
        ]
        found = {word: _code(word) for word in words}
        strange = [word for word, code in found.items() if code is None]
        if strange:
            named = ", ".join(f"„{word}“" for word in strange)
            raise forms.ValidationError(
                f"Diese Sprache kennen wir nicht: {named}. Bitte auf Deutsch schreiben."
            )
        return list(dict.fromkeys(code for code in found.values() if code))


class GroupBoxes(forms.MultipleChoiceField):
    """Whom an offer is for: everyone, or some of the town's target groups."""

    def __init__(self) -> None:
        super().__init__(
            label="Für wen ist es?", required=False, widget=forms.CheckboxSelectMultiple,
            help_text="Kreuzen Sie „Alle“ an oder einzelne Gruppen. Nichts angekreuzt heißt: Das weiß ich nicht.",
            error_messages={"invalid_choice": "Eine dieser Gruppen gibt es hier nicht."},
        )  # fmt: skip

    def clean(self, value: Any) -> list[str]:
        """The public ids in the order of the boxes, which is the one that browsers send, or `EVERYONE` alone."""
        ticked = list(dict.fromkeys(super().clean(value)))
        if EVERYONE in ticked and len(ticked) > 1:
            raise forms.ValidationError("Bitte kreuzen Sie „Alle“ an oder einzelne Gruppen, nicht beides.")
        return ticked


@lru_cache(maxsize=1)
def every_language() -> dict[str, str]:
    """The German name of each language that can be written → its code."""
    return {name: code for code, name in (*languages.choices(), *languages.rare())}


@lru_cache(maxsize=1)
def _folded() -> dict[str, str]:
    return {fold(name): code for name, code in every_language().items()}


def _code(word: str) -> str | None:
    codes, _ = language_codes(word)
    return _folded().get(fold(word)) or (codes[0] if len(codes) == 1 else None)

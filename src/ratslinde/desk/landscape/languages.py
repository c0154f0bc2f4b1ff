"""Languages as boxes to tick: the usual ones at once, the others folded, one that is missing out of a list of all."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from babel import Locale
from django import forms

from ratslinde.kernel.languages import OFFERED, SIMPLE, is_known, name_of

USUAL = ("de", SIMPLE, "de-sign", "ar", "en", "fa", "fr", "kmr", "pl", "ro", "ru", "tr", "uk")
"""What most towns' offers are held in; only the order and the folding depend on it."""

LONGEST = 12
"""Characters of a code, as `OfferLanguage` keeps it."""


def choices() -> list[tuple[str, str]]:
    """(code, German name): the usual ones in their order, the others by name."""
    others = sorted(set(OFFERED) - set(USUAL), key=name_of)
    return [(code, name_of(code)) for code in (*USUAL, *others)]


@lru_cache(maxsize=1)
def rare() -> tuple[tuple[str, str], ...]:
    """(code, German name) of the languages with a code of two letters that have no box, by name."""
    codes = {str(code) for code in Locale("de").languages if len(str(code)) == 2} - set(OFFERED)
    return tuple(sorted(((code, name_of(code)) for code in codes), key=lambda each: each[1]))


class LanguageBoxes(forms.CheckboxSelectMultiple):
    """Boxes of which those that are neither usual nor ticked stand in a fold, with a list of all other languages.

    The list has the name of the boxes: what is chosen there comes in like a box that was ticked.
    """

    template_name = "desk/landscape/language_boxes.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Besides Django's own: `shown` and `folded`, the options of both parts, and `rare`, what the list offers."""
        ticked = [str(code) for code in value or () if code]
        offered = choices()
        known = {code for code, _ in offered}
        self.choices = [*offered, *((code, name_of(code)) for code in ticked if code not in known)]
        context = super().get_context(name, ticked, attrs)
        options = [option for _, some, _ in context["widget"]["optgroups"] for option in some]
        shown = [each for each in options if each["value"] in USUAL or each["selected"]]
        context["widget"]["shown"] = shown
        context["widget"]["folded"] = [each for each in options if each not in shown]
        context["widget"]["rare"] = [each for each in rare() if each[0] not in ticked]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """The codes that were ticked or chosen, each once."""
        return list(
            dict.fromkeys(code for code in super().value_from_datadict(data, files, name) or () if code)
        )


class LanguagesField(forms.MultipleChoiceField):
    """Languages by their codes, in the order of the boxes. Any that has a name is valid, also one without a box."""

    widget = LanguageBoxes

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=choices, required=False, **kwargs)

    def valid_value(self, value: Any) -> bool:
        """Whether it is the code of a language."""
        return len(str(value)) <= LONGEST and is_known(str(value))

    def clean(self, value: Any) -> list[str]:
        """The codes in the order of the boxes, whatever the order in which they came."""
        return in_order(super().clean(value))


class SpokenField(LanguagesField):
    """The same for a row that keeps the codes in one text between blanks; None when nobody has said."""

    def prepare_value(self, value: Any) -> Any:
        """The codes of the text as a list."""
        return value.split() if isinstance(value, str) else value

    def clean(self, value: Any) -> str | None:  # type: ignore[override]
        """The codes between blanks, or None."""
        return " ".join(super().clean(self.prepare_value(value))) or None


def in_order(codes: list[str]) -> list[str]:
    """The codes in the order of the boxes, those without a box last."""
    places = {code: place for place, (code, _) in enumerate(choices())}
    return sorted(codes, key=lambda code: (places.get(code, len(places)), code))

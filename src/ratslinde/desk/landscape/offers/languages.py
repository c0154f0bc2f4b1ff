"""The boxes of an offer's languages: the usual ones at once, the others folded."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.kernel.languages import OFFERED, SIMPLE, name_of

USUAL = ("de", SIMPLE, "de-sign", "ar", "en", "fa", "fr", "kmr", "pl", "ro", "ru", "tr", "uk")
"""What most towns' offers are held in; only the order and the folding depend on it."""


def choices() -> list[tuple[str, str]]:
    """(code, German name): the usual ones in their order, the others by name."""
    others = sorted(set(OFFERED) - set(USUAL), key=name_of)
    return [(code, name_of(code)) for code in (*USUAL, *others)]


class LanguageBoxes(forms.CheckboxSelectMultiple):
    """Boxes of which those that are neither usual nor ticked stand in a fold."""

    template_name = "desk/landscape/language_boxes.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Besides Django's own: `shown` and `folded`, the options of both parts."""
        context = super().get_context(name, value, attrs)
        options = [option for _, some, _ in context["widget"]["optgroups"] for option in some]
        shown = [each for each in options if each["value"] in USUAL or each["selected"]]
        context["widget"]["shown"] = shown
        context["widget"]["folded"] = [each for each in options if each not in shown]
        return context

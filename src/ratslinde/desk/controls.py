"""Form fields for a desk, and the values in them as marks, as texts and as a person reads them."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any, TypeVar

from django import forms
from django.db import models

from ratslinde.kernel import clock
from ratslinde.kernel.phone_numbers import NO_NUMBER, is_phone_number
from ratslinde.kernel.web_addresses import is_web_address
from ratslinde.verbs.rows import DeskRow

Kind = TypeVar("Kind", bound=forms.Field)
MOMENT = "%Y-%m-%dT%H:%M"
LONG = 250  # characters; a field that may be longer gets a box of several lines
PHONES = ("phone", "contact_phone")
"""What fields for telephone numbers are called, in all models."""


def control(field: models.Field[Any, Any], **options: Any) -> forms.Field | None:
    """The form field of a model field, with the control that fits a desk."""
    if isinstance(field, models.URLField):
        options.update(assume_scheme="https", validators=[check_web_address])
    if field.name in PHONES:
        options.update(validators=[check_phone_number])
    if isinstance(field, models.DateTimeField):
        options["widget"] = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    elif isinstance(field, models.DateField):
        options["widget"] = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    elif isinstance(field, models.TextField):
        options["widget"] = forms.Textarea(attrs={"rows": 6})
    elif _is_long(field):
        options["widget"] = forms.Textarea(attrs={"rows": 2})
    return field.formfield(**options)


def check_web_address(text: str) -> None:
    """Raise ValidationError for what no page has as its address: Django takes quotes and angle brackets in it."""
    if not is_web_address(text):
        raise forms.ValidationError(
            "Das ist keine Internetadresse. Erwartet wird zum Beispiel https://verein.example."
        )


def check_phone_number(text: str) -> None:
    """Raise ValidationError for what nobody can dial."""
    if not is_phone_number(text):
        raise forms.ValidationError(NO_NUMBER)


def _is_long(field: models.Field[Any, Any]) -> bool:
    """Whether the text may be too long for one line; an address (of a mail, of a page) has no lines."""
    if not isinstance(field, models.CharField) or isinstance(field, models.EmailField | models.URLField):
        return False
    return not field.choices and (field.max_length or 0) >= LONG


def field_of(form: forms.BaseForm, name: str, kind: type[Kind]) -> Kind:
    """The form's own field of that name and kind. Raises TypeError for another kind: a defect of the form."""
    field = form.fields[name]
    if not isinstance(field, kind):
        raise TypeError(f"{name} is no {kind.__name__}")
    return field


def choice(form: forms.Form, name: str) -> forms.ChoiceField:
    """The field of the form, which offers choices. Raises TypeError for one that does not."""
    return field_of(form, name, forms.ChoiceField)


def offer(form: forms.Form, name: str, rows: models.QuerySet[Any]) -> None:
    """Offer these rows in a field of the form that chooses among rows."""
    field_of(form, name, forms.ModelChoiceField).queryset = rows


def mark(value: Any) -> str:
    """A short mark by which two values are told apart, whatever the browser does to line ends and seconds."""
    return hashlib.sha256(_plain(value).encode()).hexdigest()[:12]


def readable(value: Any) -> str:
    """The value as a person reads it."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime.datetime):
        return f"{clock.town_time(value):%d.%m.%Y, %H:%M} Uhr"
    if isinstance(value, datetime.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _plain(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return clock.town_time(value).strftime(MOMENT)
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, list | tuple | models.QuerySet):
        return " ".join(sorted(_plain(each) for each in value))
    return "" if value is None or value is False else str(value).replace("\r\n", "\n").strip()


def shown(row: DeskRow, name: str) -> Any:
    """The row's value of a field, chosen lists as lists."""
    value = getattr(row, name)
    return list(value.all()) if isinstance(row._meta.get_field(name), models.ManyToManyField) else value


def as_text(field: forms.Field, value: Any) -> str:
    """The value as the browser sends it."""
    if isinstance(value, datetime.datetime):
        return clock.town_time(value).strftime(MOMENT)
    if isinstance(value, bool):
        return "on" if value else ""
    prepared = field.prepare_value(value)
    return "" if prepared is None else str(prepared)


def as_texts(field: forms.Field, value: Any) -> list[str]:
    """The value as the browser sends it, one text for each box that is ticked."""
    if isinstance(field, forms.MultipleChoiceField):
        return [str(each) for each in field.prepare_value(value) or ()]
    return [as_text(field, value)]

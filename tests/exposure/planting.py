"""Canaries: a mark in every text field of every row that is not published, found by introspection.

A new model or field is planted without anybody thinking of it; what cannot be planted must be named below.
"""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.utils import IntegrityError

from ratslinde.files import storage
from ratslinde.integration.landscape.models import Actor
from ratslinde.kernel import clock

MARK = "7431902"
WORD = "Zaunkoenigin"
# The one town of an installation is published whole, and each of its taxonomies is there once: planted as an edit.
NOT_PLANTED_ANEW = {"Body", "StoredFile", "Taxonomy"}
# Values with a fixed vocabulary, hashes, and what is encrypted; none can hold somebody's text.
NO_TEXT = {
    "sha256",
    "sha512",
    "secret_hash",
    "password",
    "public_id",
    "publication",
    "official_key",
    "profile",
    "sealed",
}
# The ids of other rows: a new row names published ones, so that it belongs to what is public.
REFERRING = {
    ("Translation", "subject"): "Offer", ("FieldChange", "subject"): "Offer", ("NotTheSame", "first"): "",
    ("NotTheSame", "second"): "",
}  # fmt: skip
# Where choosing freely would break a constraint, or would plant what is public.
CHOSEN = {
    ("FormerId", "offer"): lambda: None,
    ("FormerId", "place"): lambda: None,
    ("Cooperation", "target"): lambda: Actor.objects.order_by("pk").last(),
    ("Translation", "state"): lambda: "draft",
    ("Translation", "field"): lambda: "description",
    ("Translation", "language"): lambda: "ar",
    ("NotTheSame", "first"): lambda: f"a{next(_count)}",
    ("NotTheSame", "second"): lambda: f"b{next(_count)}",
}
_count = itertools.count()


def our_models() -> list[type[models.Model]]:
    """Every table of ours outside the record, which holds what was published and versions of what was withdrawn."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("ratslinde.")]
    return [model for model in ours if model._meta.app_label != "record"]


def text_fields(model: type[models.Model]) -> list[models.Field]:
    """The fields that can hold somebody's text."""
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and field.name not in NO_TEXT
        and (model.__name__, field.name) not in REFERRING
        and not field.choices
    ]


def canary(field: models.Field) -> Any:
    """A value with the mark that the field can hold."""
    unique = f"{MARK}x{next(_count)}"
    if isinstance(field, models.JSONField):
        return [f"{WORD} {unique}"]
    if isinstance(field, models.EmailField):
        return f"{WORD.lower()}{unique}@lindenhagen.example"
    if isinstance(field, models.URLField):
        return f"https://lindenhagen.example/{unique}"
    if isinstance(field, models.SlugField):
        return f"{WORD.lower()}-{unique}"
    return f"{WORD} {unique}" if (field.max_length or 100) > 30 else unique[: field.max_length]


def edit_everything() -> None:
    """Overwrite every text field of every row, as an edit that nobody has published."""
    for model in our_models():
        for row in model._default_manager.all():
            for field in text_fields(model):
                if field.name != "slug" or model.__name__ == "Body":
                    _try(lambda row=row, field=field: _set(row, field))


def _set(row: models.Model, field: models.Field) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**{field.name: canary(field)})


def add_everywhere() -> Iterator[models.Model]:
    """Add one new row to every table, beside and below the published rows; yields the rows."""
    for model in our_models():
        if model.__name__ not in NOT_PLANTED_ANEW:
            row = _new(model)
            _join(row)
            yield row


def _new(model: type[models.Model]) -> models.Model:
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.auto_created or field.name == "public_id":
            continue
        values[field.name] = _value(field)
    values = {name: value for name, value in values.items() if value is not ...}
    return model._default_manager.create(**values)


def _value(field: models.Field) -> Any:
    named = (field.model.__name__, field.name)
    if named in CHOSEN:
        return CHOSEN[named]()
    if named in REFERRING:
        return apps.get_model("landscape", REFERRING[named]).objects.earliest("pk").public_id
    if isinstance(field, models.ForeignKey):
        return _other(field)
    if field.choices:
        return field.choices[-1][0] if field.name != "publication" else "draft"
    if isinstance(field, models.JSONField | models.CharField | models.TextField):
        return ... if field.name in NO_TEXT and field.has_default() else _text(field)
    return _no_text(field)


def _other(field: models.ForeignKey) -> Any:
    """The oldest row it may name, which is a published twin; nothing where one must be the only one."""
    itself_or_account = field.related_model is field.model or field.related_model.__name__ == "User"
    if field.null and (field.unique or itself_or_account):
        return None
    if field.related_model.__name__ == "StoredFile":
        return storage.store(f"{WORD} {MARK} {next(_count)}".encode())
    return field.related_model._default_manager.order_by("pk").first()


def _no_text(field: models.Field) -> Any:
    if isinstance(field, models.DateTimeField):
        return clock.now() if not field.null else None
    if isinstance(field, models.DateField):
        return clock.today() if not field.null else None
    if field.null or field.has_default():
        return ...
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    return 1000 + next(_count) if isinstance(field, models.PositiveIntegerField) else ...


def _text(field: models.Field) -> Any:
    if field.name in NO_TEXT:
        return f"{next(_count):064d}"[: field.max_length or 64] if field.unique else ""
    return canary(field)


def _join(row: models.Model) -> None:
    """Tie the new row to published rows by every many-to-many field, from both sides."""
    for model in our_models():
        for field in model._meta.many_to_many:
            if field.related_model is type(row):
                for holder in model._default_manager.exclude(pk=getattr(row, "pk", None)):
                    getattr(holder, field.name).add(row)


def _try(step: Any) -> None:
    """A constraint may forbid a text in one place (a number must be a number): then that place holds none."""
    try:
        with transaction.atomic():
            step()
    except IntegrityError:
        return


def planted() -> set[tuple[str, str]]:
    """(model, field) of every text field that holds the mark in some row."""
    found = set()
    for model in our_models():
        for field in text_fields(model):
            if any(MARK in str(value) for value in model._default_manager.values_list(field.name, flat=True)):
                found.add((model.__name__, field.name))
    return found

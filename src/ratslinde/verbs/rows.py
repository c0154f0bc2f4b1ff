"""What every row that is edited at the desk has: a public id, a revision, a state, and what nobody has checked yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models

from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.kernel.identifiers import new_public_id
from ratslinde.kernel.text import clean
from ratslinde.kernel.web_addresses import is_web_address


class Publication(models.TextChoices):
    """Where a row stands towards the public."""

    DRAFT = "draft", "Entwurf"
    PUBLISHED = "published", "veröffentlicht"
    WITHDRAWN = "withdrawn", "zurückgenommen"


class DeskRow(models.Model):
    """A row that is edited at the desk and may be published.

    `unchecked` names fields that were read from a document and that nobody has looked at yet.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    publication = models.CharField(
        max_length=10, choices=Publication.choices, default=Publication.DRAFT, editable=False
    )
    unchecked = models.JSONField(default=list, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new row's texts lose control characters: in a published value one would pass for a link.

        Raises Refused for what is no web address in a field for one.
        """
        if self._state.adding:
            for field in self._meta.concrete_fields:
                value = getattr(self, field.attname)
                if isinstance(value, str):
                    setattr(self, field.attname, _clean(field, value))
        super().save(*args, **kwargs)


Row = TypeVar("Row", bound=DeskRow)


def change(row: Row, changes: Mapping[str, Any], *, revision: int) -> Row:
    """Save the changed fields if nobody saved the row since `revision`; checked fields are unchecked no more.

    Raises Conflict with the values that stand now, and Refused for text that a field cannot hold.
    """
    model = type(row)
    values = {name: _cleaned(model, name, value) for name, value in changes.items()}
    current = model._default_manager.select_for_update().get(pk=row.pk)
    if current.revision != revision:
        raise Conflict(
            "Diesen Eintrag hat inzwischen jemand anderes geändert. Ihre Eingaben stehen noch im Formular.",
            theirs={name: getattr(current, name) for name in changes},
        )
    for name, value in values.items():
        setattr(current, name, value)
    current.unchecked = [name for name in current.unchecked if name not in changes]
    current.revision += 1
    current.save()
    return current


def refuse_unchecked(rows: list[DeskRow]) -> None:
    """Raise Refused while one of the rows has fields that were read and that nobody has looked at."""
    waiting = sum(len(row.unchecked) for row in rows)
    if waiting == 1:
        raise Refused(
            "Eine eingelesene Angabe ist noch nicht geprüft. Veröffentlicht wird erst, was jemand angesehen hat."
        )
    if waiting:
        raise Refused(
            f"{waiting} eingelesene Angaben sind noch nicht geprüft. "
            "Veröffentlicht wird erst, was jemand angesehen hat."
        )


def _cleaned(model: type[DeskRow], name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    field = model._meta.get_field(name)
    text = _clean(field, value)
    limit = getattr(field, "max_length", None)
    if limit and len(text) > limit:
        raise Refused(f"Bitte kürzen: höchstens {limit} Zeichen.", field=name)
    return text


def _clean(field: Any, value: str) -> str:
    text = clean(value)
    if text and isinstance(field, models.URLField) and not is_web_address(text):
        raise Refused(f"„{text}“ ist keine Internetadresse.", field=field.name)
    return text

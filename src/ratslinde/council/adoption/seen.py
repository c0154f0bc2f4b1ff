"""What somebody saw when they said that a value is right: another file may have written over it since."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from django.db import models

from ratslinde.council.adoption.filling import plain
from ratslinde.verbs.rows import DeskRow

Seen = Mapping[str, str]
"""The field → the mark of the value that was shown."""


def mark_of(row: DeskRow, name: str) -> str:
    """A mark of the value as it stands in the row; two looks have the same one when they show the same."""
    value = getattr(row, name)
    if isinstance(value, models.Manager):
        said = repr([str(each) for each in value.all()])
    elif isinstance(value, models.Model):
        said = f"{value.pk} {value}"
    else:
        said = repr(plain(value))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def as_seen(row: DeskRow, fields: Sequence[str], seen: Seen | None) -> list[str]:
    """Those of the fields that still say what was seen; all of them where nobody looked, as in a command."""
    return [name for name in fields if seen is None or seen.get(name) == mark_of(row, name)]

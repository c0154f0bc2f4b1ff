"""What a file says of a row that was there before: filled in so that it can be put back."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from ratslinde.council.adoption.drafting import Adoption, mark
from ratslinde.council.adoption.models import Origin
from ratslinde.reading import Field
from ratslinde.verbs.rows import Row, change


def filled_fields(adoption: Adoption, row: Row) -> set[str]:
    """The fields of the row that this file has spoken of already."""
    return set(
        Origin.objects.filter(source=adoption.source, subject=row.public_id).values_list("field", flat=True)
    )


def fill(adoption: Adoption, row: Row, values: Mapping[str, Any], *, read: Mapping[str, Field | None]) -> Row:
    """Put the values into the row and note what stood there before. The first word of a file on a field counts.

    `read`: where each value was read.
    """
    said = filled_fields(adoption, row)
    fresh = {name: value for name, value in values.items() if name not in said}
    before, waited = {name: plain(getattr(row, name)) for name in fresh}, set(row.unchecked)
    row = change(row, fresh, revision=row.revision)
    mark(adoption, row, {name: read[name] for name in fresh})
    _note(adoption, row, before=before, waited=waited)
    return row


def plain(value: Any) -> Any:
    """The value as JSON holds it: moments and days as text in UTC."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else value


def _note(adoption: Adoption, row: Row, *, before: Mapping[str, Any], waited: Collection[str]) -> None:
    origins = list(
        Origin.objects.filter(source=adoption.source, subject=row.public_id, field__in=list(before))
    )
    for origin in origins:
        origin.before = before[origin.field]
        origin.after = plain(getattr(row, origin.field))
        origin.waited = origin.field in waited
    Origin.objects.bulk_update(origins, ["before", "after", "waited"])

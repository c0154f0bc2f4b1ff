"""What happened to a row, by whom: read for the desk."""

from __future__ import annotations

from collections.abc import Sequence

from ratslinde.journal.models import Entry

MOST = 200


def entries_of(subjects: Sequence[str], *, most: int = MOST) -> list[Entry]:
    """The entries about the rows of these public ids, newest first, with their actors."""
    rows = Entry.objects.filter(subject__in=list(subjects)).select_related("actor")
    return list(rows.order_by("-at", "-pk")[:most])

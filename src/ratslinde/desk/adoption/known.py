"""What was there before a file: the way to it, beside the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.queries import rows_there
from ratslinde.council.meetings.models import Meeting
from ratslinde.kernel.text import shortened
from ratslinde.verbs.rows import DeskRow


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a link to it says, and the address of its page."""

    text: str
    page: str


@dataclass(frozen=True, kw_only=True)
class Hint:
    """One hint of a source; `known`, where it says of something that it was there before."""

    text: str
    known: Known | None


def hints(source: Source) -> list[Hint]:
    """The hints of the source in their order; what was deleted since has no page to lead to."""
    there = rows_there(source)
    return [
        Hint(text=text, known=_known(there[place]) if place in there else None)
        for place, text in enumerate(source.warnings)
    ]


def ways(rows: Iterable[DeskRow | Source]) -> list[Known]:
    """The ways to these rows, each once."""
    return list(dict.fromkeys(_known(row) for row in rows))


def _known(row: DeskRow | Source) -> Known:
    if isinstance(row, Source):
        return Known(text=f"Zur Datei „{row.name}“", page=reverse("desk:source", args=[row.public_id]))
    if isinstance(row, Meeting):
        return Known(text=f"Zur Sitzung: {row}", page=reverse("desk:meeting", args=[row.public_id]))
    return Known(
        text=f"Zur Vorlage: {shortened(str(row), most=80)}", page=reverse("desk:paper", args=[row.public_id])
    )

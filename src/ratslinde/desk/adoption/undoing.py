"""What throwing a file away would do, in words."""

from __future__ import annotations

from collections.abc import Sequence

from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.undoing import Filled, undoing
from ratslinde.council.meetings.models import AgendaItem
from ratslinde.desk import words
from ratslinde.verbs.rows import DeskRow, Publication


def shown_undoing(source: Source) -> dict[str, object]:
    """What the page shows before it asks: drafts that go, or stay with another file, values that are put back or stay,
    and what stands in the way.

    `again`: whether something public would have to be published once more.
    """
    found = undoing(source)
    return {
        "drafts": found.drafts,
        "inherited": [(_where(each.row), each.heir) for each in found.inherited],
        "back": _named(found.back),
        "kept": _named(found.kept),
        "shared": _named(found.shared),
        "again": any(each.row.publication == Publication.PUBLISHED for each in found.back),
        "obstacle": found.obstacle,
    }


def _named(filled: Sequence[Filled]) -> list[tuple[str, list[str]]]:
    return [
        (_where(each.row), [words.field(type(each.row).__name__, one.field) for one in each.origins])
        for each in filled
    ]


def _where(row: DeskRow) -> str:
    return f"{row.meeting}, {row}" if isinstance(row, AgendaItem) else str(row)

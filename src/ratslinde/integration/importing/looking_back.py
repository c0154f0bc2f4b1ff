"""What taking a run back would do, for the page that asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.integration import rights  # noqa: F401 - registered before anybody is asked for them
from ratslinde.integration.importing.models import ImportRow, ImportRun, Verdict
from ratslinde.integration.importing.remaining import remaining
from ratslinde.integration.importing.reverting import changes_of
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


@dataclass(frozen=True, kw_only=True)
class TakingBack:
    """What taking a run back would do: rows that go, rows that stay and why, and how many fields stand as before.

    `kept`: fields of rows that stood before the run, which somebody has changed since.
    """

    going: Sequence[ImportRow]
    staying: Sequence[tuple[ImportRow, str]]
    fields: int
    kept: Sequence[str]


def taking_back(account: Account, of: ImportRun) -> TakingBack:
    """What would happen if the run were taken back now; nothing is changed by looking."""
    require(account, "landscape.import")
    changes = changes_of(of)
    rows = list(of.rows.filter(verdict=Verdict.NEW).exclude(result="").order_by("-position", "-number"))
    found = remaining(of, rows, reverted=changes.reverted)
    return TakingBack(
        going=[row for row, _ in found.going],
        staying=[(row, found.staying[row.number]) for row in rows if row.number in found.staying],
        fields=changes.fields,
        kept=changes.kept,
    )

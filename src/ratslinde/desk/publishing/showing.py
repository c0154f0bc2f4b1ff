"""Differences as the publish page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.desk.publishing import wording
from ratslinde.desk.publishing.marking import Piece, marked
from ratslinde.record.preview import Difference


@dataclass(frozen=True, kw_only=True)
class Row:
    """One attribute with what is public now and what would be."""

    label: str
    before: list[Piece]
    after: list[Piece]


@dataclass(frozen=True, kw_only=True)
class Change:
    """What would change about one object. `details`: what programs read, shown folded."""

    kind: str
    title: str
    state: str
    rows: list[Row]
    details: list[Row]

    @property
    def reprinted(self) -> bool:
        """Whether a document changes in nothing but its bytes."""
        return self.state == "changed" and not self.rows and self.kind == wording.KINDS["file"]

    @property
    def sorted_anew(self) -> bool:
        """Whether nothing that is said changes: it only stands in another place, as under another day in the search."""
        return self.state == "changed" and not self.rows and not self.details and not self.reprinted


def changes(found: Sequence[Difference]) -> list[Change]:
    """Each difference in words, what it is about first and its documents last."""
    names, kinds = wording.titles(found), list(wording.KINDS)
    return [_change(each, names) for each in sorted(found, key=lambda each: kinds.index(each.kind))]


def summary(found: Sequence[Difference]) -> str:
    """'3 neu, 1 geändert, 1 nicht mehr öffentlich'."""
    words = {"new": "neu", "changed": "geändert", "withdrawn": "nicht mehr öffentlich"}
    counts = {state: sum(each.state == state for each in found) for state in words}
    return ", ".join(f"{counts[state]} {word}" for state, word in words.items() if counts[state])


def _change(found: Difference, names: dict[str, str]) -> Change:
    rows: list[Row] = []
    details: list[Row] = []
    for line in sorted(found.lines, key=lambda line: wording.place(found.kind, line.attribute)):
        before, after = (
            wording.said(wording.value(found.kind, line.attribute, text), names)
            for text in (line.before, line.after)
        )
        old, new = marked(before, after) if found.state == "changed" else ([], [Piece(after, changed=False)])
        row = Row(label=wording.label(found.kind, line.attribute), before=old, after=new)
        (details if wording.folded(found.kind, line.attribute) else rows).append(row)
    kind = wording.KINDS[found.kind]
    return Change(kind=kind, title=found.title, state=found.state, rows=rows, details=details)

"""Small tables of counts below an item: "Ja", "Nein", "Enthaltung" over three numbers."""

from __future__ import annotations

import msgspec

from ratslinde.reading.agenda.table_head import COUNTS, is_strength, key_of
from ratslinde.reading.text.lines import Line


def vote_table_at(lines: list[Line], index: int) -> Line | None:
    """Return the table of counts that begins at a line as one line with a label, None when none does.

    Columns that tell how many could vote ("anwesend") are no part of the vote.
    """
    heads = lines[index].cells
    counts = lines[index + 1].cells if index + 1 < len(lines) else ()
    voting = [key_of(cell.text) in COUNTS for cell in heads]
    known = all(vote or is_strength(cell.text) for vote, cell in zip(voting, heads, strict=True))
    if sum(voting) < 2 or not known or len(counts) != len(heads):
        return None
    if not all(cell.text.isdigit() for cell in counts):
        return None
    pairs = zip(voting, heads, counts, strict=True)
    told = ", ".join(f"{head.text}: {count.text}" for vote, head, count in pairs if vote)
    return msgspec.structs.replace(lines[index], text=f"Abstimmungsergebnis: {told}", cells=())

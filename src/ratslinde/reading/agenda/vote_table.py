"""Small tables of counts below an item: "Ja", "Nein", "Enthaltung" over three numbers."""

from __future__ import annotations

import msgspec

from ratslinde.reading.agenda.table_head import COUNTS, key_of
from ratslinde.reading.text.lines import Line


def vote_table_at(lines: list[Line], index: int) -> Line | None:
    """Return the table of counts that begins at a line as one line with a label, None when none does."""
    heads = lines[index].cells
    counts = lines[index + 1].cells if index + 1 < len(lines) else ()
    voting = [key_of(cell.text) in COUNTS for cell in heads]
    if len(heads) < 2 or not all(voting) or len(counts) != len(heads):
        return None
    if not all(cell.text.isdigit() for cell in counts):
        return None
    told = ", ".join(f"{head.text}: {count.text}" for head, count in zip(heads, counts, strict=True))
    return msgspec.structs.replace(lines[index], text=f"Abstimmungsergebnis: {told}", cells=())

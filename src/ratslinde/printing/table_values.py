"""A table of a report as the value that its template reads; a table too wide for a page goes on in further parts."""

from __future__ import annotations

from typing import Any

from ratslinde.printing.characters import Characters
from ratslinde.printing.dates import long_date
from ratslinde.printing.documents import TableDocument

MOST_COLUMNS = 18  # on one sheet across
ROOM = 14  # characters that a cell of the widest table holds on a line

Values = dict[str, Any]


def table_values(document: TableDocument, to: Characters) -> Values:
    """Return what `table.typ` reads: `parts` are [{columns: [{title, share}], rows: [[[line]]]}]."""
    title = to.line(document.title) or "Tabelle"
    return {
        "title": title,
        "footer": " · ".join(filter(None, (title[:90], long_date(document.day)))),
        "body": to.line(document.body),
        "heading": title,
        "subtitle": to.line(document.subtitle),
        "day": long_date(document.day),
        "dense": len(document.columns) > MOST_COLUMNS // 2,
        "parts": [_part(document, chosen, to) for chosen in _parts(document)],
        "legend": [
            {"term": to.line(entry.term), "meaning": to.line(entry.meaning)} for entry in document.legend
        ],
        "notes": [to.line(note) for note in document.notes],
        "source": to.line(document.source),
    }


def _parts(document: TableDocument) -> list[list[int]]:
    """The columns of each part; the fixed ones stand in every part."""
    fixed, rest = list(range(document.fixed)), list(range(document.fixed, len(document.columns)))
    room = MOST_COLUMNS - document.fixed
    return [fixed + rest[start : start + room] for start in range(0, max(1, len(rest)), room)]


def _part(document: TableDocument, chosen: list[int], to: Characters) -> Values:
    columns = [document.columns[number] for number in chosen]
    return {
        "columns": [
            {"title": to.narrow(column.title, room=ROOM), "share": column.share} for column in columns
        ],
        "rows": [
            [[to.narrow(line, room=ROOM) for line in row[number].split("\n")] for number in chosen]
            for row in document.rows
        ],
    }

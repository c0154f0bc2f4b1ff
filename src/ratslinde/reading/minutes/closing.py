"""The end of minutes below the last item: place, day and names are no part of its text."""

from __future__ import annotations

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.outcome import Entry
from ratslinde.reading.sessions.signatures import closes
from ratslinde.reading.text.lines import Line

CLOSING_LINES = 8  # printed lines at the end in which names and day are looked for


def without_closing(items: list[Item], signed: tuple[Entry, ...]) -> list[Item]:
    """Return the items, the last one's text ended above the signatures and above their place and day."""
    if not items:
        return items
    last = items[-1]
    end = closing_line([line for line in last.body if line.text][-CLOSING_LINES:], signed)
    if end is not None:
        last.body = [line for line in last.body if line.number < end]
    return items


def closing_line(lines: list[Line], signed: tuple[Entry, ...]) -> int | None:
    """Return the number of the first line that closes the document, None when its text goes on to the end."""
    named = {entry.span.first_line for entry in signed if entry.span}
    return next((line.number for line in lines if line.number in named or closes(line)), None)

"""Who signed, and as what."""

from __future__ import annotations

from ratslinde.reading.outcome import Entry
from ratslinde.reading.sessions.issues import issue_of
from ratslinde.reading.sessions.labelled_signatures import labelled_signatures
from ratslinde.reading.sessions.marked_signatures import is_marked, marked_signatures
from ratslinde.reading.sessions.unmarked_signatures import unmarked_signatures
from ratslinde.reading.text.lines import Line


def closes(line: Line) -> bool:
    """Return whether a line begins the end of a document: place and date, or a mark such as "gez."."""
    return is_marked(line) or issue_of([line]) is not None


def signatures_of(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the signatures (name, role): those with a mark such as "gez.", else names with a function at the end."""
    marked = (*marked_signatures(lines), *labelled_signatures(lines))
    return marked or unmarked_signatures(lines)

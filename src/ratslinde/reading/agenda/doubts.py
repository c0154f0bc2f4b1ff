"""German sentences about what stands in the lines of an agenda and became no part of an item."""

from __future__ import annotations

from collections.abc import Iterator

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.agenda.item_lines import heads_columns, is_beside
from ratslinde.reading.sessions.signatures import closes
from ratslinde.reading.text.lines import Line
from ratslinde.reading.text.quoting import quoted

VOTING = frozenset(("decision", "result", "counts", "yes", "no", "abstain", "ticked"))


def doubts_of(items: list[Item], *, read: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return sentences about lines that look like items and about columns; those with a key in `read` are read."""
    return (*(doubt for item in items for doubt in item.doubts()), *_columns(items, read), *_rows(items))


def texts_below(items: list[Item]) -> tuple[str, ...]:
    """Return a sentence with its words for each text that stands below an item of an agenda."""
    return tuple(_texts_below(items))


def _columns(items: list[Item], read: frozenset[str]) -> Iterator[str]:
    filled: dict[str, dict[str, None]] = {}
    for item in items:
        for one in item.beside:
            if one.key not in read and one.key != "row":
                filled.setdefault(one.heading or "ohne Überschrift", {})[item.number.text] = None
    for heading, numbers in filled.items():
        yield f"Die Spalte „{heading}“ wird nicht übernommen; gefüllt ist sie bei TOP {', '.join(numbers)}."


def _rows(items: list[Item]) -> Iterator[str]:
    for item in items:
        if told := [one.text for one in item.beside if one.key == "row"]:
            words = quoted("; ".join(told).split("\n"))
            yield f"Unter TOP {item.number.text} steht in der Tabelle ohne Nummer und wird nicht übernommen: „{words}“."


def _texts_below(items: list[Item]) -> Iterator[str]:
    for item in items:
        lines = item.body if item is not items[-1] else _until_gap(item)
        told = [
            line.text for line in lines if line.text and not heads_columns(line.text) and not is_beside(line)
        ]
        if told:
            yield f"Unter TOP {item.number.text} steht Text, der nicht übernommen wird: „{quoted(told)}“."


def _until_gap(item: Item) -> list[Line]:
    """The lines right below the last item: behind a gap the end of the document begins."""
    found: list[Line] = []
    for line in item.body:
        if not line.text or closes(line):
            break
        found.append(line)
    return found

"""What documents belong to: the papers, sessions and items that show them."""

from __future__ import annotations

from collections.abc import Iterable

from ratslinde.record import outlet
from ratslinde.record.outlet import Entry

_HOLDERS = ("meeting", "agendaItem", "paper")


def owners(documents: Iterable[Entry]) -> dict[str, list[Entry]]:
    """What each document belongs to and has a page, by the document's id; asked for all of them at once."""
    named = {each.id: [key for holder in _HOLDERS for key in each.linked(holder)] for each in documents}
    asked = {key for keys in named.values() for key in keys}
    found = outlet.by_ids(asked) if asked else {}
    return {
        document: [found[key] for key in keys if key in found and found[key].path]
        for document, keys in named.items()
    }

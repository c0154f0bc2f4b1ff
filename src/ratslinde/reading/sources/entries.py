"""The numbers of ordered lists in HTML pages: browsers count them, they are not in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html

_COUNTS_ITSELF = re.compile(r"\s*(?:[(]?\d{1,3}[.):\s]|[a-zA-Z][.)]\s|TOP\b|[ÖN]\s?\d|§)")
_NO_NUMBERS = re.compile(r"list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)", re.IGNORECASE)
_DECIMAL = ("", "1")
_LETTERS = {kind: [chr(ord(kind) + place) for place in range(26)] for kind in "aA"}


def numbered(node: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, str | None]]:
    """Yield the children of an element, entries of an ordered list with the number that a browser shows ("2. ")."""
    shown = node.tag == "ol" and not _NO_NUMBERS.search(node.get("style") or "")
    count = (_number(node.get("start")) or 1) - 1
    for child in node:
        if not shown or child.tag != "li":
            yield child, None
            continue
        said = _number(child.get("value"))
        count = count + 1 if said is None else said
        yield child, None if _COUNTS_ITSELF.match(_beginning(child)) else _mark(node.get("type") or "", count)


def _number(said: str | None) -> int | None:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) <= 3 else None


def _beginning(entry: lxml.html.HtmlElement) -> str:
    """The first text of an entry."""
    return next((text for text in entry.itertext() if text.strip()), "")


def _mark(kind: str, count: int) -> str | None:
    letters = _LETTERS.get(kind, [])
    if kind in _DECIMAL:
        return f"{count}. "
    return f"{letters[count - 1]}. " if 0 < count <= len(letters) else None

"""Words of a document inside a German sentence about them."""

from __future__ import annotations

from collections.abc import Iterable

from ratslinde.reading.text.joining import join_all

LONGEST = 160


def quoted(lines: Iterable[str]) -> str:
    """Return printed lines as one text to stand in quotation marks, cut where it is long."""
    text = join_all(lines).replace("„", "‚").replace("“", "‘").rstrip(".")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

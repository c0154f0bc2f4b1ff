"""Blocks of running text as the press can set them: levels in order, portions that set quickly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ratslinde.kernel.blocks import Block, Heading, ItemList
from ratslinde.printing.characters import Characters

MAX_PARAGRAPH = 6_000  # characters; a longer paragraph goes on in a next one
MAX_BREAKS = 200  # kept line breaks of one paragraph or item
DEEPEST = 3


def flow(blocks: Iterable[Block], to: Characters) -> list[dict[str, Any]]:
    """Return the blocks for a template.

    `type` is "heading" (`level` from 1, `text`), "paragraph" (`text`) or "list" (`ordered`, `items`). What
    has no visible character is left out: a heading of nothing is an error in PDF/UA.
    """
    values: list[dict[str, Any]] = []
    level = 0
    for block in blocks:
        if isinstance(block, ItemList):
            items = [item for item in (_calm(to.text(item)) for item in block.items) if item]
            values += [{"type": "list", "ordered": block.ordered, "items": items}] if items else []
        elif not isinstance(block, Heading):
            values += [{"type": "paragraph", "text": part} for part in _portions(_calm(to.text(block.text)))]
        elif text := to.line(block.text):
            level = max(1, min(block.level, level + 1, DEEPEST))
            values.append({"type": "heading", "level": level, "text": text})
    return values


def _calm(text: str) -> str:
    return " ".join(text.split()) if text.count("\n") > MAX_BREAKS else text.strip()


def _portions(text: str) -> Iterator[str]:
    """Yield `text` whole, or in portions that end at a blank where one is near."""
    while len(text) > MAX_PARAGRAPH:
        end = text.rfind(" ", MAX_PARAGRAPH // 2, MAX_PARAGRAPH)
        end = end if end > 0 else MAX_PARAGRAPH
        yield text[:end]
        text = text[end:].lstrip()
    if text:
        yield text

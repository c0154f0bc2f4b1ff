"""Light text to a tree of blocks: the form of a longer text that the record, the pages and the printer share.

A text has paragraphs (blank line), headings ("## ", "### "), lists ("- ", "• ") and numbered lists ("1. ",
"2. "), and nothing inline: every asterisk or underscore is a character of the text ("Migrant*innen").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct

from ratslinde.kernel.errors import Refused
from ratslinde.kernel.lines import joined
from ratslinde.kernel.text import clean

MAX_CHARACTERS = 300_000
MAX_BLOCKS = 4_000


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """Running text; a newline in it is a line break that somebody meant."""

    text: str


class Heading(Struct, frozen=True, tag="heading"):
    """`level` counts from 1 within the text and never skips one; an outlet adds the level of its section."""

    level: int
    text: str


class ItemList(Struct, frozen=True, tag="list"):
    """A flat list; a numbered one counts from 1."""

    ordered: bool
    items: tuple[str, ...]


Block = Paragraph | Heading | ItemList


class TextTooLong(Refused):
    """More than `MAX_CHARACTERS`: refused as a whole, because cutting an official text would change it."""


class _Mark(NamedTuple):
    indent: int
    number: int  # 0 for a bullet
    text: str


_HEADING = re.compile(r"(#{2,3}) +(\S.*)")
_MARK = re.compile(r"( *)(?:[-•]|(\d{1,3})[.)]) +(\S.*)")
_SOFT_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")


def parse(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text`; no visible character but list and heading marks is lost.

    What follows `MAX_BLOCKS` blocks and items becomes one last paragraph. Raises TextTooLong.
    """
    if len(text) > MAX_CHARACTERS:
        raise TextTooLong(f"Der Text ist zu lang: {len(text)} Zeichen, möglich sind {MAX_CHARACTERS}.")
    lines = [line.rstrip() for line in clean(_SOFT_BREAKS.sub("\n", text)).replace("\t", "    ").split("\n")]
    blocks: list[Block] = []
    position = room = 0
    while position < len(lines):
        if not lines[position].strip():
            position += 1
            continue
        if room >= MAX_BLOCKS:
            blocks.append(Paragraph(" ".join(" ".join(lines[position:]).split())))
            break
        block, position = _block(lines, position, above=_level_above(blocks))
        blocks.append(block)
        room += len(block.items) if isinstance(block, ItemList) else 1
    return tuple(blocks)


def plain(blocks: tuple[Block, ...]) -> str:
    """Return the text of `blocks` for readers of plain text: search, mail, open data."""
    return "\n\n".join(_plain_block(block) for block in blocks)


def _plain_block(block: Block) -> str:
    if not isinstance(block, ItemList):
        return block.text
    marks = (f"{number}." if block.ordered else "-" for number in range(1, len(block.items) + 1))
    return "\n".join(f"{mark} {item}" for mark, item in zip(marks, block.items, strict=True))


def _level_above(blocks: list[Block]) -> int:
    return next((block.level for block in reversed(blocks) if isinstance(block, Heading)), 0)


def _block(lines: list[str], start: int, *, above: int) -> tuple[Block, int]:
    """Return the block that begins at line `start` and the line after it."""
    if heading := _HEADING.fullmatch(lines[start]):
        return Heading(min(len(heading[1]) - 1, above + 1), heading[2]), start + 1
    if found := _list(lines, start):
        return found
    end = start + 1
    while end < len(lines) and lines[end].strip() and not _begins_block(lines, end):
        end += 1
    return Paragraph(joined(lines[start:end])), end


def _begins_block(lines: list[str], position: int) -> bool:
    return bool(_HEADING.fullmatch(lines[position])) or _list(lines, position, at_most=2) is not None


def _mark(line: str) -> _Mark | None:
    found = _MARK.fullmatch(line)
    return _Mark(len(found[1]), int(found[2] or 0), found[3]) if found else None


def _list(lines: list[str], start: int, *, at_most: int = MAX_BLOCKS) -> tuple[ItemList, int] | None:
    """Return the list that begins at line `start`, or None.

    One numbered line alone is none ("1. Mai", "3. Sitzung"): a numbered list has a 1 and then a 2.
    """
    first = _mark(lines[start])
    if first is None or first.number > 1:
        return None
    items: list[str] = []
    mark: _Mark | None = first
    position = end = start
    while mark is not None and len(items) < at_most:
        end = _item_end(lines, position, indent=first.indent)
        items.append(joined([mark.text, *lines[position + 1 : end]]))
        position = _next_line(lines, end)
        mark = _following(lines, position, first=first, count=len(items))
    if first.number and len(items) < 2:
        return None
    return ItemList(bool(first.number), tuple(items)), end


def _next_line(lines: list[str], position: int) -> int:
    while position < len(lines) and not lines[position].strip():
        position += 1
    return position


def _following(lines: list[str], position: int, *, first: _Mark, count: int) -> _Mark | None:
    mark = _mark(lines[position]) if position < len(lines) else None
    if mark is None or mark.indent > first.indent + 1:
        return None
    return mark if mark.number == (count + 1 if first.number else 0) else None


def _item_end(lines: list[str], start: int, *, indent: int) -> int:
    """Return the line after the item: what is indented deeper, or goes on in lower case, belongs to it."""
    end = start + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        deeper = len(line) - len(line.lstrip()) > indent + 1
        if not deeper and (_mark(line) or not line.lstrip()[0].islower()):
            break
        end += 1
    return end

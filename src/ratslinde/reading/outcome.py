"""What reading gives back: documents made of entries, entries made of fields, each with its origin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import msgspec

Value: TypeAlias = str | int | bool | tuple[str, ...] | None


class Cell(msgspec.Struct, frozen=True):
    """A piece of a line that stands in a column of its own; `left` counts characters from the margin."""

    text: str
    left: float


class SourceLine(msgspec.Struct, frozen=True):
    """One line as it is shown: its cells joined by tabs. `heading` when it is set in bold or as a heading."""

    text: str
    page: int
    cells: tuple[Cell, ...] = ()
    heading: bool = False


class SourceText(msgspec.Struct, frozen=True):
    """The whole text of a file. Line n of a span is `lines[n - 1]`; pages count from 1.

    `restored`: the file had no line breaks; those here were put back by its words.
    """

    lines: tuple[SourceLine, ...]
    pages: int = 1
    restored: bool = False

    def excerpt(self, span: Span) -> str:
        """Return the lines of a span, joined by line ends."""
        return "\n".join(line.text for line in self.lines[span.first_line - 1 : span.last_line])


class Span(msgspec.Struct, frozen=True):
    """Where something stands: page of its first line, first and last line, all counted from 1."""

    page: int
    first_line: int
    last_line: int


class Field(msgspec.Struct, frozen=True):
    """One value. `sure` is false where somebody should check it; `rule` and `reason` say why.

    `value` is None when the document does not state it; `span` is None when there is nothing to point at.
    """

    value: Value
    rule: str
    reason: str
    span: Span | None = None
    sure: bool = True


class Entry(msgspec.Struct, frozen=True):
    """Something with fields: an agenda item, a consultation, a vote, a contact, a person present.

    `parts` holds what consists of entries itself: a tuple for lists, one entry or None for single things.
    """

    values: dict[str, Field]
    parts: dict[str, tuple[Entry, ...] | Entry | None] = {}
    span: Span | None = None

    def value(self, name: str) -> Value:
        """Return the plain value of a field, None when it is not stated or not part of this entry."""
        field = self.values.get(name)
        return field.value if field else None

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Return the entries below `name` as a tuple, whether it is a list or a single thing."""
        part = self.parts.get(name)
        if isinstance(part, Entry):
            return (part,)
        return part or ()

    def walk(self, path: str = "") -> Iterator[tuple[str, Field]]:
        """Yield every field of this entry and of all below it, with a path such as `agenda[2].title`."""
        for name, field in self.values.items():
            yield path + name, field
        for name, part in self.parts.items():
            if isinstance(part, Entry):
                yield from part.walk(f"{path}{name}.")
                continue
            for index, entry in enumerate(part or ()):
                yield from entry.walk(f"{path}{name}[{index}].")


class Document(Entry, frozen=True):
    """One document of a file; `kind` is one of ratslinde.reading.kinds.KINDS.

    `doubts`: German sentences about lines that may belong elsewhere.
    """

    kind: str = "other"
    doubts: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """All documents of one file, what the reader could not do (German sentences), and the text itself."""

    documents: tuple[Document, ...]
    warnings: tuple[str, ...]
    source: SourceText

"""A reading in German words for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ratslinde.reading.expectations import uncertain
from ratslinde.reading.outcome import Document, Entry, Field, Reading
from ratslinde.reading.rules import load

_KINDS = load("expected")["kinds"]
_NAMES = load("summary")
_WIDTH = 100


def summary(reading: Reading) -> str:
    """Return what was understood: one block for each document, "?" in front of what should be checked."""
    blocks = ["\n".join(_document(number, document)) for number, document in enumerate(reading.documents, 1)]
    if reading.warnings:
        blocks.append("\n".join(f"! {warning}" for warning in reading.warnings))
    return "\n\n".join(blocks)


def _document(number: int, document: Document) -> Iterator[str]:
    where = f", Zeilen {document.span.first_line} bis {document.span.last_line}" if document.span else ""
    yield f"{number}. {_KINDS[document.kind]}{where}, {uncertain(document)} Angaben bitte prüfen"
    for name, field in document.values.items():
        if field.value is not None and name != "kind":
            yield f"   {_mark(field)} {_NAMES['fields'].get(name, name)}: {_text(field)}"
    for name in document.parts:
        entries = document.entries(name)
        if entries:
            yield f"     {_NAMES['parts'].get(name, name)}:"
        for entry in entries:
            yield f"       {_row(entry)}"


def _row(entry: Entry) -> str:
    pieces = [
        f"{'' if field.sure else '? '}{_word(name, field)}"
        for name, field in entry.values.items()
        if field.value is not None
    ]
    for part in entry.parts:
        pieces += [f"[{_counts(below)}]" for below in entry.entries(part)]
    return " | ".join(pieces)


def _word(name: str, field: Field) -> str:
    """A yes or no of a row as the word that it stands for."""
    words = _NAMES["words"].get(name)
    return str(words[0 if field.value else 1]) if words else _text(field)


def _counts(vote: Entry) -> str:
    return ", ".join(
        f"{_NAMES['fields'].get(name, name)} {_text(field)}"
        for name, field in vote.values.items()
        if field.value is not None
    )


def _mark(field: Field) -> str:
    return " " if field.sure else "?"


def _text(field: Field) -> str:
    value = field.value
    if isinstance(value, bool):
        return "ja" if value else "nein"
    text = ", ".join(value) or "keine" if isinstance(value, tuple) else " ".join(str(value).split())
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"

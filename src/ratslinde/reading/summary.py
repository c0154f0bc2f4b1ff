"""A reading in words for the terminal: German ones, or those of a translator that the caller brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ratslinde.reading.expectations import uncertain
from ratslinde.reading.outcome import Document, Entry, Field, Reading
from ratslinde.reading.rules import load

Translate = Callable[[str], str]
"""A German text in, the text to show out. `%(name)s` in both stands for a value that is put in afterwards."""

_KINDS = load("expected")["kinds"]
_NAMES = load("summary")
_LINES = "Zeilen %(first)s bis %(last)s"
_TO_CHECK = {0: "nichts zu prüfen", 1: "eine Angabe bitte prüfen"}
_MANY_TO_CHECK = "%(count)s Angaben bitte prüfen"
_YES, _NO, _NONE = "ja", "nein", "keine"
_WIDTH = 100


def phrases() -> tuple[str, ...]:
    """Every German text that a translator may be asked for, warnings apart."""
    words = [word for pair in _NAMES["words"].values() for word in pair]
    names = [
        *_KINDS.values(),
        *_NAMES["fields"].values(),
        *_NAMES["parts"].values(),
        *_NAMES["values"].values(),
    ]
    return (_LINES, *_TO_CHECK.values(), _MANY_TO_CHECK, _YES, _NO, _NONE, *words, *names)


def summary(reading: Reading, *, translate: Translate = str) -> str:
    """Return what was understood: one block for each document, "?" in front of what should be checked."""
    words = _Words(translate)
    blocks = ["\n".join(words.document(number, each)) for number, each in enumerate(reading.documents, 1)]
    if reading.warnings:
        blocks.append("\n".join(f"! {translate(warning)}" for warning in reading.warnings))
    return "\n\n".join(blocks)


class _Words:
    """The lines of a summary in the words of one translator."""

    def __init__(self, translate: Translate) -> None:
        self._say = translate

    def document(self, number: int, document: Document) -> Iterator[str]:
        """The heading, then the values, then the rows of each part."""
        yield f"{number}. {', '.join(self._heading(document))}"
        for name, field in document.values.items():
            if field.value is not None and name != "kind":
                yield f"   {' ' if field.sure else '?'} {self._name(name)}: {self._value(name, field)}"
        for name in document.parts:
            entries = document.entries(name)
            if entries:
                yield f"     {self._say(_NAMES['parts'].get(name, name))}:"
            for entry in entries:
                yield f"       {self._row(entry)}"

    def _heading(self, document: Document) -> Iterator[str]:
        kind = document.values.get("kind")
        yield (_mark(kind) if kind else "") + self._say(_KINDS[document.kind])
        if document.span:
            span = {"first": document.span.first_line, "last": document.span.last_line}
            yield self._say(_LINES) % span
        count = uncertain(document)
        yield self._say(_TO_CHECK.get(count, _MANY_TO_CHECK)) % {"count": count}

    def _row(self, entry: Entry) -> str:
        pieces = [
            f"{_mark(field)}{self._word(name, field)}"
            for name, field in entry.values.items()
            if field.value is not None
        ]
        for part in entry.parts:
            pieces += [f"[{self._counts(below) or '?'}]" for below in entry.entries(part)]
        return " | ".join(pieces)

    def _word(self, name: str, field: Field) -> str:
        """A yes or no of a row as the word that it stands for."""
        words = _NAMES["words"].get(name)
        return self._say(words[0 if field.value else 1]) if words else self._text(field)

    def _counts(self, vote: Entry) -> str:
        return ", ".join(
            f"{_mark(field)}{self._name(name)} {self._text(field)}"
            for name, field in vote.values.items()
            if field.value is not None
        )

    def _name(self, name: str) -> str:
        return self._say(_NAMES["fields"].get(name, name))

    def _value(self, name: str, field: Field) -> str:
        word = _NAMES["values"].get(field.value) if name == "subtype" else None
        return self._say(word) if word else self._text(field)

    def _text(self, field: Field) -> str:
        value = field.value
        if isinstance(value, bool):
            return self._say(_YES if value else _NO)
        text = (
            ", ".join(value) or self._say(_NONE) if isinstance(value, tuple) else " ".join(str(value).split())
        )
        return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"


def _mark(field: Field) -> str:
    return "" if field.sure else "? "

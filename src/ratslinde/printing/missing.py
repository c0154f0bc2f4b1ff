"""Letters that a document would lack, before it is printed: Chinese, Japanese and Korean ones, rare signs, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ratslinde.printing.characters import Characters
from ratslinde.printing.documents import Document
from ratslinde.printing.fonts import fonts_folder


def missing_characters(document: Document, *, fonts: Path | None = None) -> tuple[str, ...]:
    """Return the characters of `document` that no font of the printer has, each once, as they come.

    In the PDF each of them is "\ufffd". Raises FontsMissingError.
    """
    characters = Characters(fonts or fonts_folder())
    found = (each for text in _texts(msgspec.to_builtins(document)) for each in characters.missing(text))
    return tuple(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)

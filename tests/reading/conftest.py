"""Reading a text as the tests want it: straight from a string."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.reading.files import word_rows

from ratslinde.reading import Document, Reading, read_bytes


@pytest.fixture
def read() -> Callable[[str], Reading]:
    return lambda text: read_bytes(text.encode(), name="unterlage.txt")


@pytest.fixture
def document(read) -> Callable[[str], Document]:
    def only(text: str) -> Document:
        (found,) = read(text).documents
        return found

    return only


@pytest.fixture
def read_html() -> Callable[[str], Document]:
    def only(body: str) -> Document:
        (found,) = read_bytes(f"<html><body>{body}</body></html>".encode(), name="unterlage.html").documents
        return found

    return only


@pytest.fixture
def read_docx() -> Callable[..., Document]:
    def only(*blocks: tuple[str, ...]) -> Document:
        (found,) = read_bytes(word_rows(*blocks), name="unterlage.docx").documents
        return found

    return only

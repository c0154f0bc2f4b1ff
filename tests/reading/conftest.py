"""Reading a text as the tests want it: straight from a string."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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

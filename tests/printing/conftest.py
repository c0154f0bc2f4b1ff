"""The moment that all test documents carry."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.printing import Document, render


@pytest.fixture(scope="session")
def created() -> datetime.datetime:
    return datetime.datetime(2026, 5, 5, 9, 30, tzinfo=datetime.UTC)


@pytest.fixture(scope="session")
def printed(created):
    """A document as PDF."""

    def printed(document: Document) -> bytes:
        return render(document, created=created)

    return printed

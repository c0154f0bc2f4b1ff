"""The town of these tests stands once for all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ratslinde.site.serving.working import work_all
from tests.exposure import town
from tests.standing import standing


@pytest.fixture(scope="package")
def built_once(django_db_setup, django_db_blocker) -> Iterator[None]:
    with standing(django_db_blocker):
        town.build()
        work_all()
        yield


@pytest.fixture
def built(built_once, db) -> None:
    """The town of `tests.exposure.town`, published, with nothing left to do."""

"""The demo town, built once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies.models import Body
from ratslinde.site.demo.building import build
from tests.standing import standing


@pytest.fixture(scope="package", autouse=True)
def demo(django_db_setup, django_db_blocker) -> Iterator[Body]:
    with standing(django_db_blocker):
        yield build(progress=lambda _step: None)


@pytest.fixture
def manager(db) -> User:
    """Who manages integration in it."""
    return User.objects.get(grants__role=Role.INTEGRATION_MANAGER)

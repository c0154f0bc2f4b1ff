"""The little landscape of integration management, published."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape import actions
from tests.integration.conftest import (  # noqa: F401 - fixtures
    administrator,
    association,
    body,
    cafe,
    house,
    language_field,
    manager,
    north,
    rich,
    south,
    vocabulary,
)


@pytest.fixture
def published(manager, association, cafe):  # noqa: F811 - fixtures
    actions.set_activity(manager, association, field=cafe.fields.get(), role="refers")
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    return cafe

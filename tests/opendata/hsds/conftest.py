"""The little landscape of integration management, published."""

from __future__ import annotations

from pathlib import Path

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
    stage,
    stage_once,
    vocabulary,
)

SCHEMAS = Path(__file__).parents[3].parent / "shared" / "hsds-schema"
"""The standard's own schemas lie beside the checkout, not in it."""


@pytest.fixture
def schemas(request) -> Path:
    """Where the schemas are. Without them nothing is checked, and the terminal says so, whatever it is told to show."""
    if not SCHEMAS.exists():
        message = (
            f"HSDS was not checked against the standard: its schemas are not beside the checkout ({SCHEMAS})"
        )
        terminal = request.config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None:
            terminal.write_line(message, yellow=True)
        pytest.skip(message)
    return SCHEMAS


@pytest.fixture
def published(manager, association, cafe):  # noqa: F811 - fixtures
    actions.set_activity(manager, association, field=cafe.fields.get(), role="refers")
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    return cafe

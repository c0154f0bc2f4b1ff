"""The cast of integration management at the desk."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer
from tests.desk.conftest import at_desk
from tests.desk.test_in_browser import open_page
from tests.integration.conftest import (
    administrator,
    association,
    body,
    cafe,
    department,
    house,
    language_field,
    manager,
    north,
    office,
    planner,
    reader,
    south,
    stage,
    stage_once,
    vocabulary,
)

__all__ = [
    "administrator",
    "association",
    "body",
    "cafe",
    "department",
    "house",
    "language_field",
    "manager",
    "north",
    "office",
    "open_page",
    "planner",
    "reader",
    "south",
    "stage",
    "stage_once",
    "vocabulary",
]


@pytest.fixture
def desk(manager, body):
    """The browser of an integration manager who is signed in."""
    return at_desk(manager)


@pytest.fixture
def paid(manager, association) -> Offer:
    """An offer that cannot simply be said to be free: it has a price."""
    return actions.add_offer(manager, association, name="Elterngruppe", cost="paid", cost_amount="5.00")


@pytest.fixture
def public(manager, association, cafe) -> Offer:
    """The offer as it is published."""
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    return Offer.objects.get(pk=cafe.pk)

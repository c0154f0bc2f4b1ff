"""The cast of integration management at the desk."""

from __future__ import annotations

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
    "vocabulary",
]

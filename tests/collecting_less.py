"""Loaded with the tests (`-p` in pyproject): Python looks for garbage less often.

Thousands of tests, their modules and their tables are there from the beginning to the end, and each look went through
all of them.
"""

from __future__ import annotations

import gc

gc.set_threshold(100_000, 50, 50)


def pytest_collection_finish() -> None:
    """What is there now stays to the end."""
    gc.freeze()

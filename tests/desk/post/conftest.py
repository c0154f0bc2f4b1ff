"""Letters at the desk."""

from __future__ import annotations

from tests.post.conftest import letter_to, reminder, work

__all__ = ["letter_to", "reminder", "work"]

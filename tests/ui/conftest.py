"""Plain names of static files: nothing was collected for a test."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _static_files_under_their_own_names(settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }

"""The Django app of importing."""

from __future__ import annotations

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """Runs of an import, remembered columns, pairs that are not the same."""

    name = "ratslinde.integration.importing"
    label = "importing"

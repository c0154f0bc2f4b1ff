"""The Django app of keeping."""

from __future__ import annotations

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """Links for actors, reminders, what they send in, and what is forgotten in time."""

    name = "ratslinde.integration.keeping"
    label = "keeping"

    def ready(self) -> None:
        """What actors send in is a kind of submission; what they are sent is a kind of letter."""
        from ratslinde.integration.keeping import registering

        registering.register()

"""The Django app of the landscape."""

from __future__ import annotations

from django.apps import AppConfig


class LandscapeConfig(AppConfig):
    """Actors, offers, places, social spaces, fields of action."""

    name = "ratslinde.integration.landscape"
    label = "landscape"

    def ready(self) -> None:
        """Open the counter for searches without a result."""
        from ratslinde.inbox.kinds import register_counted
        from ratslinde.integration.landscape.queries.demand import UNMET_DEMAND

        register_counted(UNMET_DEMAND)

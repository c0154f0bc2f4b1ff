"""Who coordinates the network: what the town has set, from which day on."""

from __future__ import annotations

from django.db import models

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models.actors import Actor


class NetworkCoordination(models.Model):
    """The actor that coordinates the network from a day on; None: from then on nobody does."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="coordinations")
    valid_from = models.DateField("Gilt ab")
    actor = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="coordinations",
        verbose_name="Koordination",
    )

    class Meta:
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["body", "valid_from"], name="coordination_once_per_day"),
        ]

    def __str__(self) -> str:
        return f"ab {self.valid_from}: {self.actor or 'niemand'}"

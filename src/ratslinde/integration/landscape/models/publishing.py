"""Many entries on their way to the public."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from ratslinde.council.bodies.models import Body
from ratslinde.kernel.identifiers import new_public_id


class PublishingRun(models.Model):
    """Entries that somebody has looked at and that the worker publishes, some at a time.

    `rows`: their public ids, actors first. `seen`: the mark of each difference that was shown. `done`: how many rows
    were tried; `left`: [public id, name, sentence why] of each that stayed as it was.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    begun_at = models.DateTimeField()
    rows = models.JSONField(default=list)
    seen = models.JSONField(default=list)
    done = models.PositiveIntegerField(default=0)
    left = models.JSONField(default=list)

    class Meta:
        ordering = ["-begun_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.done} of {len(self.rows)}"

    @property
    def is_over(self) -> bool:
        """Whether each row had its turn."""
        return self.done >= len(self.rows)

"""Two entries that became one, so that it can be undone."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from ratslinde.council.bodies.models import Body
from ratslinde.kernel.identifiers import new_public_id


class Merger(models.Model):
    """That `other` was merged into `kept` (public ids of two rows of a `kind`).

    `batch`: of the fields that `kept` took. `traces`: the other rows that this changed, as
    `actions.tracing` has them. `stood`: field by field a digest of what `kept` said right after it.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    kept = models.CharField(max_length=20, db_index=True)
    other = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    batch = models.UUIDField(unique=True)
    traces = models.JSONField(default=list)
    stood = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.other} → {self.kept}"

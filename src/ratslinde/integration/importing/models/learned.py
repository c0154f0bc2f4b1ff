"""What was learned by earlier imports: columns, and pairs that are not the same."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ratslinde.council.bodies.models import Body


class ColumnMapping(models.Model):
    """Which column is what, remembered by the header's words. `columns`: number to field; '' for none."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    header = models.CharField(max_length=64)
    kind = models.CharField(max_length=10, blank=True)
    columns = models.JSONField(default=dict)
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "header"], name="column_mapping_once")]

    def __str__(self) -> str:
        return self.header[:12]


class NotTheSame(models.Model):
    """That somebody looked at two rows and said they are not the same. The public ids stand in their order."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    first = models.CharField(max_length=20)
    second = models.CharField(max_length=20)
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_the_same_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_the_same_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first} {self.second}"

"""The document that was read, and where each value of a draft came from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from ratslinde.council.bodies.models import Body
from ratslinde.files.models import StoredFile


class Source(models.Model):
    """A file that was read, with its text by lines as the check page shows it.

    `named`: the public ids of meetings and items that were there before, and that it speaks of. `known`: for a hint in
    `warnings` that says of a meeting or paper that it was there, its place in that list and the public id.
    """

    public_id = models.CharField(max_length=20, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sources")
    name = models.CharField(max_length=200)
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    lines = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    named = models.JSONField(default=list)
    known = models.JSONField(default=dict)
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "stored"], name="source_read_once")]

    def __str__(self) -> str:
        return self.name


class Origin(models.Model):
    """Where one value of a draft stands in the source, how sure the reader was, and who checked it.

    Where the source filled a row that was there before, `after` is what it wrote and `before` what stood there;
    `waited`: that was itself unchecked. They are plain JSON; `after` is null where the row was drafted with the value.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="origins")
    subject_kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=20)
    field = models.CharField(max_length=40)
    page = models.PositiveIntegerField(null=True)
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    sure = models.BooleanField()
    rule = models.CharField(max_length=100)
    reason = models.CharField(max_length=500, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    waited = models.BooleanField(default=False)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "subject", "field"], name="origin_one_per_value"),
            models.CheckConstraint(
                condition=Q(checked_at=None, checked_by=None)
                | Q(checked_at__isnull=False, checked_by__isnull=False),
                name="origin_checked_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["subject"], name="origin_of_subject")]

    def __str__(self) -> str:
        return f"{self.subject_kind}.{self.field}"

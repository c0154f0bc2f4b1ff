"""What stood in a field before: for the history of every field, and for taking a change back."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class FieldChange(models.Model):
    """One field of one row, before and after, as plain JSON values.

    `batch` is the same for everything that one verb changed, also over many rows: it is taken back as a whole.
    `through`: by which way somebody without an account did it, 'über den Link von …'; '' for all who have one.
    """

    batch = models.UUIDField(db_index=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    through = models.CharField(max_length=240, blank=True)
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=20)
    field = models.CharField(max_length=40)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["subject", "-at"], name="field_change_of_subject")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}.{self.field}"

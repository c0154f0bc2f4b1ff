"""The journal is the audit trail and the queue in one: a row says what happened and what follows from it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """One verb that was carried out. `detail` names fields and numbers, never contents.

    Its `through` is the way by which somebody without an account did it: 'über den Link von …'.
    """

    at = models.DateTimeField(db_index=True)
    verb = models.CharField(max_length=60)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=40, blank=True)
    subject = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["subject", "verb", "at"], name="journal_of_subject")]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"


class Task(models.Model):
    """Something that follows from an entry and is done by the worker: once, and again when it failed."""

    handler = models.CharField(max_length=60)
    key = models.CharField(max_length=80)
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(done_at=None), name="journal_task_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["handler", "key"], condition=models.Q(done_at=None), name="journal_task_waits_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handler} {self.key}"

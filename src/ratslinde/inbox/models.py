"""What came in, what was only counted, and how often somebody tried today."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from ratslinde.kernel.identifiers import new_public_id


class SubmissionState(models.TextChoices):
    """What became of a submission."""

    TAKEN_OVER = "taken_over", "übernommen"
    DECLINED = "declined", "abgelehnt"
    NEW = "new", "wartet"


class Submission(models.Model):
    """One thing that somebody sent in. No address, no browser, no account: who sent it is not known here.

    `payload`: the kind's struct as JSON, '' once it was erased. `about`: the public id of what it is about, or ''.
    `received_at`: midnight of the day when the sender is anonymous. `erase_on`: fixed when it is decided.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=20, blank=True)
    payload = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    received_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=SubmissionState.choices, default=SubmissionState.NEW, editable=False
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    erase_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "state", "received_at"], name="inbox_by_kind_and_state"),
            models.Index(
                fields=["erase_on"], condition=~models.Q(payload=""), name="inbox_submission_to_erase"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about", "sha256"],
                condition=models.Q(state=SubmissionState.NEW),
                name="inbox_waits_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state=SubmissionState.NEW, decided_at=None, decided_by=None, erase_on=None)
                | models.Q(
                    state__in=[SubmissionState.TAKEN_OVER, SubmissionState.DECLINED],
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                    erase_on__isnull=False,
                ),
                name="inbox_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=SubmissionState.DECLINED, reason=""),
                name="inbox_declined_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"


class Counted(models.Model):
    """How often something was asked for on a day: words and filters, never who."""

    day = models.DateField()
    kind = models.CharField(max_length=60)
    words = models.CharField(max_length=200, blank=True)
    filters = models.CharField(max_length=200, blank=True)
    number = models.PositiveIntegerField(default=0)
    erase_on = models.DateField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "day", "words", "filters"], name="inbox_counted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}: {self.words} {self.filters} × {self.number}"


class DailySalt(models.Model):
    """The random part of the key under which sources are counted today; gone tomorrow, and with it all meaning."""

    day = models.DateField(primary_key=True)
    salt = models.BinaryField()

    def __str__(self) -> str:
        return str(self.day)


class Attempts(models.Model):
    """How many forms came from one source within one stretch of a day. `source`: a keyed hash, or '' for all."""

    day = models.DateField()
    purpose = models.CharField(max_length=20)
    source = models.CharField(max_length=64, blank=True)
    minutes = models.PositiveIntegerField()
    stretch = models.PositiveIntegerField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "purpose", "source", "minutes", "stretch"], name="inbox_attempts_counted_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.purpose}: {self.number}"

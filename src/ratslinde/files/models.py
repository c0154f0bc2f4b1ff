"""What is known of stored bytes; the bytes themselves lie in the data folder."""

from __future__ import annotations

from django.db import models


class StoredFile(models.Model):
    """Bytes that were written once and never change: their name is their SHA-256."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    sha512 = models.CharField(max_length=128)
    size = models.BigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(size__gte=0), name="stored_file_size_not_negative"),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

"""Texts of the landscape in other languages, field by field."""

from __future__ import annotations

from django.db import models

from ratslinde.council.bodies.models import Body


class TranslationState(models.TextChoices):
    """How good a translation is; no row means it is missing."""

    DRAFT = "draft", "Entwurf"
    MACHINE = "machine", "maschinell"
    CHECKED = "checked", "geprüft"


class Translation(models.Model):
    """One text of one row in one language. `source` is the German text it was made from.

    `outdated_at`: since when the German text says something else; correcting a typo does not set it.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=20)
    field = models.CharField(max_length=40)
    language = models.CharField("Sprache", max_length=12)
    text = models.TextField("Text")
    state = models.CharField("Stand", max_length=10, choices=TranslationState.choices)
    source = models.TextField("Deutscher Text dazu")
    outdated_at = models.DateTimeField("Veraltet seit", null=True, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "field", "language"], name="translation_once"),
        ]
        indexes = [models.Index(fields=["language", "subject"], name="translation_by_language")]

    def __str__(self) -> str:
        return f"{self.subject}.{self.field} ({self.language})"

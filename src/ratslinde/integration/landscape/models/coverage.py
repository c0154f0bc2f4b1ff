"""What the town has decided about its picture: from when a gap is a gap, and where none is meant to be filled."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models.places import SocialSpace
from ratslinde.integration.landscape.models.rows import LandscapeRow
from ratslinde.integration.landscape.models.vocabulary import Term


class CoverageRule(models.Model):
    """The town's limits from a day on. `completeness`: the share of known actors of a field that must have answered
    before the absence of an offer counts as a gap.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="coverage_rules")
    valid_from = models.DateField("Gilt ab")
    completeness = models.FloatField("Vollständigkeit, ab der eine Lücke eine Lücke ist", default=0.6)
    asked_months = models.PositiveSmallIntegerField("Antworten gelten so viele Monate", default=18)
    outdated_months = models.PositiveSmallIntegerField("Angebote veralten nach Monaten", default=12)
    funding_months = models.PositiveSmallIntegerField("Auslaufende Finanzierung, Monate vorher", default=6)

    class Meta:
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["body", "valid_from"], name="coverage_rule_once_per_day"),
            models.CheckConstraint(
                condition=Q(completeness__gte=0, completeness__lte=1), name="coverage_completeness_0_to_1"
            ),
        ]

    def __str__(self) -> str:
        return f"ab {self.valid_from}"


class NotIntended(LandscapeRow):
    """That no offer is meant to be in a cell of the matrix, and why. What is None or blank covers all."""

    field = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="+", verbose_name="Handlungsfeld")
    space = models.ForeignKey(
        SocialSpace,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name="Sozialraum",
    )
    group = models.ForeignKey(
        Term, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name="Zielgruppe"
    )
    language = models.CharField("Sprache", max_length=12, blank=True)
    reason = models.CharField("Grund", max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("field"),
                Coalesce(F("space"), 0),
                Coalesce(F("group"), 0),
                F("language"),
                name="not_intended_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="not_intended_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"

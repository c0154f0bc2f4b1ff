"""With whom an actor works together, and which side has said so."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ratslinde.integration.landscape.models.actors import Actor
from ratslinde.integration.landscape.models.rows import LandscapeRow
from ratslinde.integration.landscape.models.vocabulary import Term


class CooperationKind(models.TextChoices):
    """What one does with, for or to the other."""

    COOPERATION = "cooperation", "arbeitet zusammen mit"
    REFERRAL = "referral", "verweist an"
    FUNDING = "funding", "finanziert"
    DIRECTION = "direction", "ist weisungsbefugt gegenüber"
    BODY = "body", "sitzt in einem Gremium mit"
    SHARED = "shared", "teilt Räume oder Mittel mit"


DIRECTED = (CooperationKind.REFERRAL, CooperationKind.FUNDING, CooperationKind.DIRECTION)


class Cooperation(LandscapeRow):
    """A tie between two actors. `reported_by_*`: True said so, False denied it, None was not asked or did not answer.

    A kind that has no direction stands once, with the older actor as `source`.
    """

    source = models.ForeignKey(
        Actor, on_delete=models.CASCADE, related_name="ties_out", verbose_name="Akteur"
    )
    target = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="ties_in", verbose_name="mit")
    kind = models.CharField("Art", max_length=12, choices=CooperationKind.choices)
    topic = models.ForeignKey(
        Term, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="Handlungsfeld"
    )
    strength = models.PositiveSmallIntegerField("Stärke (1 bis 3)", null=True, blank=True)
    start = models.DateField("Seit", null=True, blank=True)
    end = models.DateField("Bis", null=True, blank=True)
    reported_by_source = models.BooleanField("Vom ersten genannt", null=True, blank=True)
    reported_by_target = models.BooleanField("Vom zweiten genannt", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(source=F("target")), name="cooperation_needs_two"),
            models.UniqueConstraint(fields=["source", "target", "kind"], name="cooperation_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["referral", "funding", "direction"]) | Q(source__lt=F("target")),
                name="cooperation_undirected_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(strength=None) | Q(strength__gte=1, strength__lte=3),
                name="cooperation_strength_1_to_3",
            ),
            models.CheckConstraint(
                condition=Q(end=None) | Q(start=None) | Q(end__gte=F("start")),
                name="cooperation_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target}"

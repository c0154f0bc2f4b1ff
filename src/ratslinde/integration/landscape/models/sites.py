"""Where and when an offer takes place."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from ratslinde.integration.landscape.models.offers import Offer
from ratslinde.integration.landscape.models.places import Place, SocialSpace


class OfferSite(models.Model):
    """That an offer takes place somewhere, and which social spaces it is for from there.

    `standard_id` is the UUID that open data knows it by: a site keeps it when others come or go.
    """

    standard_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="sites")
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="sites", verbose_name="Ort"
    )
    spaces = models.ManyToManyField(
        SocialSpace, blank=True, related_name="sites", verbose_name="Für Sozialräume"
    )
    note = models.CharField("Raum oder Hinweis", max_length=200, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.offer}: {self.place or self.note}"


class Frequency(models.TextChoices):
    """How often; every day is weekly on all days (HSDS knows no more)."""

    ONCE = "", "einmal"
    WEEKLY = "WEEKLY", "wöchentlich"
    MONTHLY = "MONTHLY", "monatlich"


class Schedule(models.Model):
    """When it takes place there (RFC 5545 in HSDS's words). Hours are local; none known is None.

    `start` None is unknown too: it repeats already, and nobody said since when (`kernel.recurrence`).
    `days`: 'TU,TH' for weekly, '2TU' or '-1FR' for monthly. `cancelled`: ISO days on which it does not take place.
    """

    standard_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    site = models.ForeignKey(OfferSite, on_delete=models.CASCADE, related_name="schedules")
    start = models.DateField("Erster Tag", null=True, blank=True)
    opens_at = models.TimeField("Beginn", null=True, blank=True)
    closes_at = models.TimeField("Ende", null=True, blank=True)
    frequency = models.CharField("Wiederholung", max_length=8, choices=Frequency.choices, blank=True)
    interval = models.PositiveSmallIntegerField("alle … Wochen oder Monate", default=1)
    days = models.CharField("Tage", max_length=60, blank=True)
    until = models.DateField("Letzter Tag", null=True, blank=True)
    cancelled = models.JSONField("Ausfälle", default=list, blank=True)
    description = models.CharField("Hinweis", max_length=200, blank=True)

    class Meta:
        ordering = [F("start").asc(nulls_first=True), F("opens_at").asc(nulls_first=True), "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(interval__gte=1), name="schedule_interval_from_1"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(start=None) | Q(until__gte=F("start")),
                name="schedule_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=False) | (~Q(frequency="") & ~Q(days="")),
                name="schedule_without_start_has_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start or self.days} {self.opens_at or ''}".strip()

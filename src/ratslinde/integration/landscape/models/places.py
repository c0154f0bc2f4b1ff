"""Where: social spaces of the town, and the places in them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ratslinde.integration.landscape.models.rows import LandscapeRow


class SocialSpace(LandscapeRow):
    """A part of the town (Sozialraum). `geometry` is a GeoJSON MultiPolygon in WGS84, or None while it is not drawn.

    A boundary that changes is a new row that names what it follows: what was counted in the old one stays true.
    """

    code = models.SlugField("Kennung", max_length=30)
    name = models.CharField("Name", max_length=120)
    description = models.TextField("Beschreibung", blank=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name="Liegt in",
    )
    predecessors = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="successors", verbose_name="Hervorgegangen aus"
    )
    valid_from = models.DateField("Gültig ab", null=True, blank=True)
    valid_until = models.DateField("Gültig bis", null=True, blank=True)
    geometry = models.JSONField("Grenze (GeoJSON)", null=True, blank=True)
    population = models.PositiveIntegerField("Einwohnerzahl", null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "code"], name="social_space_code_once"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gte=F("valid_from")),
                name="social_space_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PlaceKind(models.TextChoices):
    """HSDS's location types."""

    PHYSICAL = "physical", "Ort zum Hingehen"
    POSTAL = "postal", "Postanschrift"
    VIRTUAL = "virtual", "Im Internet"


class Place(LandscapeRow):
    """Where an actor sits or an offer takes place. `accessible` is None while nobody has said.

    `space` is found from the coordinates unless `space_by_hand`.
    """

    name = models.CharField("Name", max_length=200)
    kind = models.CharField("Art", max_length=10, choices=PlaceKind.choices, default=PlaceKind.PHYSICAL)
    street_address = models.CharField("Straße und Hausnummer", max_length=200, blank=True)
    postal_code = models.CharField("Postleitzahl", max_length=10, blank=True)
    locality = models.CharField("Ort", max_length=100, blank=True)
    latitude = models.FloatField("Breite", null=True, blank=True)
    longitude = models.FloatField("Länge", null=True, blank=True)
    url = models.URLField("Internetadresse", blank=True)
    transportation = models.CharField("Anfahrt", max_length=300, blank=True)
    accessible = models.BooleanField("Barrierefrei", null=True, blank=True)
    accessibility = models.TextField("Zugang im Einzelnen", blank=True)
    space = models.ForeignKey(
        SocialSpace,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="places",
        verbose_name="Sozialraum",
    )
    space_by_hand = models.BooleanField("Sozialraum von Hand gesetzt", default=False)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="place_has_both_coordinates",
            ),
        ]

    def __str__(self) -> str:
        return self.name

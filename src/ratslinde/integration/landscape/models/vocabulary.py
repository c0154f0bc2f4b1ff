"""The words that the town sorts its landscape by, and how they are called elsewhere."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ratslinde.integration.landscape.models.rows import LandscapeRow


class TaxonomyKey(models.TextChoices):
    """The taxonomies that the landscape uses; their terms are the town's."""

    FIELDS = "handlungsfeld", "Handlungsfelder"
    GROUPS = "zielgruppe", "Zielgruppen"
    ACTOR_KINDS = "akteurstyp", "Arten von Akteuren"
    FORMS = "angebotsform", "Formen von Angeboten"
    BARRIERS = "zugangsbarriere", "Zugangsbarrieren"


class Taxonomy(LandscapeRow):
    """A list of words that belong together."""

    key = models.CharField("Kennung", max_length=30, choices=TaxonomyKey.choices)
    name = models.CharField("Name", max_length=200)
    description = models.TextField("Beschreibung")
    uri = models.URLField("Adresse des Vorbilds", blank=True)
    version = models.CharField("Fassung", max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "key"], name="taxonomy_once_per_body")]

    def __str__(self) -> str:
        return self.name


class Term(LandscapeRow):
    """One word of a taxonomy, e.g. a field of action. `position` orders it; `active` ends it without losing it."""

    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.CASCADE, related_name="terms")
    code = models.SlugField("Kennung", max_length=60)
    name = models.CharField("Name", max_length=120)
    description = models.TextField("Beschreibung", blank=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name="Gehört zu",
    )
    position = models.PositiveIntegerField("Reihenfolge", default=0)
    active = models.BooleanField("In Gebrauch", default=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["taxonomy", "code"], name="term_code_once_per_taxonomy"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="term_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class MappingRelation(models.TextChoices):
    """How a term relates to one of another scheme (SKOS)."""

    EXACT = "exact", "entspricht"
    BROAD = "broad", "ist enger als"
    NARROW = "narrow", "ist weiter als"


class TermMapping(models.Model):
    """What a term is called in another scheme, e.g. KGSt or the Länder's monitoring."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="mappings")
    scheme = models.CharField("Schema", max_length=60)
    code = models.CharField("Kennung dort", max_length=60)
    relation = models.CharField(
        "Verhältnis", max_length=10, choices=MappingRelation.choices, default=MappingRelation.EXACT
    )

    class Meta:
        ordering = ["scheme", "code"]
        constraints = [
            models.UniqueConstraint(fields=["term", "scheme", "code"], name="term_mapping_once"),
        ]

    def __str__(self) -> str:
        return f"{self.term} = {self.scheme} {self.code}"

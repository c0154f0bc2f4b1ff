"""What the administration itself has for integration: never public."""

from __future__ import annotations

from django.db import models

from ratslinde.integration.landscape.models.actors import Actor
from ratslinde.integration.landscape.models.rows import LandscapeRow
from ratslinde.integration.landscape.models.vocabulary import Term


class ResourceKind(models.TextChoices):
    """What it is."""

    POSTS = "posts", "Stellen (Vollzeit)"
    BUDGET = "budget", "Haushaltsmittel"
    ROOM = "room", "Raum"
    LANGUAGES = "languages", "Sprachkenntnis"
    DATA = "data", "Daten"
    EXPERTISE = "expertise", "Fachwissen"
    PROCEDURE = "procedure", "Verfahren"


class Binding(models.TextChoices):
    """How long it is there; blank is unknown."""

    PERMANENT = "permanent", "dauerhaft"
    LIMITED = "limited", "befristet"


class Resource(LandscapeRow):
    """Posts, money, rooms or skills of an office. `amount` is None while nobody has said, which is not 0.

    Language skills are those of an office, never of a named person.
    """

    office = models.ForeignKey(
        Actor, on_delete=models.CASCADE, related_name="resources", verbose_name="Stelle"
    )
    kind = models.CharField("Art", max_length=12, choices=ResourceKind.choices)
    name = models.CharField("Bezeichnung", max_length=200)
    amount = models.DecimalField("Menge", max_digits=12, decimal_places=2, null=True, blank=True)
    unit = models.CharField("Einheit", max_length=40, blank=True)
    year = models.PositiveSmallIntegerField("Jahr", null=True, blank=True)
    fields = models.ManyToManyField(
        Term, blank=True, related_name="resources", verbose_name="Handlungsfelder"
    )
    binding = models.CharField("Dauer", max_length=10, choices=Binding.choices, blank=True)
    until = models.DateField("Befristet bis", null=True, blank=True)
    note = models.TextField("Notiz", blank=True)

    class Meta:
        ordering = ["kind", "name", "pk"]

    def __str__(self) -> str:
        return self.name

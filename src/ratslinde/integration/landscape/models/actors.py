"""Who: actors, whom to ask there, what they do in which field, and with whom they work."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ratslinde.council.bodies.models import Organization
from ratslinde.integration.landscape.models.places import Place, SocialSpace
from ratslinde.integration.landscape.models.rows import LandscapeRow
from ratslinde.integration.landscape.models.vocabulary import Term


class Extent(models.TextChoices):
    """Whether a list names all there are; blank is unknown."""

    ALL = "all", "das sind alle"
    MORE = "more", "es gibt weitere, die hier fehlen"


class Actor(LandscapeRow):
    """An office, authority, body, association, migrant organisation, school, firm or initiative.

    `organization`: the body or department of the council's half that it is. `languages`: BCP 47 codes between blanks;
    None is unknown. `languages_known`: whether they are all; `fields_known`: whether its activities name all its fields
    of action.
    `asked_on`: when it was last asked what it does; `network_*`: the same about whom it works with.
    """

    name = models.CharField("Name", max_length=200)
    short_name = models.CharField("Kurzname", max_length=60, blank=True)
    description = models.TextField("Beschreibung", blank=True)
    kind = models.ForeignKey(
        Term, null=True, blank=True, on_delete=models.PROTECT, related_name="actors", verbose_name="Art"
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        verbose_name="Gehört zu",
    )
    organization = models.OneToOneField(
        Organization, null=True, blank=True, on_delete=models.SET_NULL, related_name="actor",
        verbose_name="Stelle oder Gremium der Kommune",
    )  # fmt: skip
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.SET_NULL, related_name="actors", verbose_name="Sitz"
    )
    website = models.URLField("Internetseite", blank=True)
    email = models.EmailField("E-Mail", blank=True)
    phone = models.CharField("Telefon", max_length=60, blank=True)
    legal_status = models.CharField("Rechtsform", max_length=80, blank=True)
    register_number = models.CharField("Registernummer", max_length=60, blank=True)
    languages = models.CharField("Sprachen", max_length=300, null=True, blank=True)
    languages_known = models.CharField(
        "Sind das alle Sprachen?", max_length=4, choices=Extent.choices, blank=True
    )
    fields_known = models.CharField(
        "Sind das alle Handlungsfelder?", max_length=4, choices=Extent.choices, blank=True
    )
    self_managed = models.BooleanField("Wird vor allem von Eingewanderten getragen", null=True, blank=True)
    asked_on = models.DateField("Zuletzt gefragt am", null=True, blank=True)
    confirmed_on = models.DateField("Bestätigt am", null=True, blank=True)
    confirmed_by = models.CharField("Bestätigt durch", max_length=200, blank=True)
    network_asked_on = models.DateField("Nach Zusammenarbeit gefragt am", null=True, blank=True)
    network_answered_on = models.DateField("Zur Zusammenarbeit geantwortet am", null=True, blank=True)
    note = models.TextField("Notiz (nur für den Schreibtisch)", blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="actor_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FormerId(models.Model):
    """That a row took over another one: addresses and open data know both ids."""

    actor = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="former_ids")
    offer = models.ForeignKey(
        "landscape.Offer", null=True, on_delete=models.CASCADE, related_name="former_ids"
    )
    place = models.ForeignKey(Place, null=True, on_delete=models.CASCADE, related_name="former_ids")
    public_id = models.CharField(max_length=20, unique=True)
    standard_id = models.UUIDField(unique=True)
    merged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(actor=None, offer__isnull=False, place=None)
                | Q(actor__isnull=False, offer=None, place=None)
                | Q(actor=None, offer=None, place__isnull=False),
                name="former_id_of_one_row",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class ContactPerson(LandscapeRow):
    """Whom to ask at an actor. The name is public only with a dated consent; the row goes when `keep_until` is over."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="contacts")
    function = models.CharField("Funktion", max_length=120)
    given_name = models.CharField("Vorname", max_length=100, blank=True)
    family_name = models.CharField("Nachname", max_length=100, blank=True)
    email = models.EmailField("E-Mail", blank=True)
    phone = models.CharField("Telefon", max_length=60, blank=True)
    name_consent_on = models.DateField("Einwilligung, den Namen zu zeigen, vom", null=True, blank=True)
    keep_until = models.DateField("Aufbewahren bis")

    class Meta:
        ordering = ["function", "pk"]

    def __str__(self) -> str:
        return " ".join(part for part in (self.given_name, self.family_name) if part) or self.function


class ActivityRole(models.TextChoices):
    """What an actor does in a field, also without an offer of its own."""

    OFFERS = "offers", "bietet an"
    LEADS = "leads", "leitet"
    ADVISES = "advises", "berät"
    FUNDS = "funds", "finanziert"
    REFERS = "refers", "vermittelt"
    REPRESENTS = "represents", "vertritt"


class Activity(LandscapeRow):
    """That an actor is active in a field, in which role, since when, and who said so.

    `whole_town`: True for the whole town, False for the `spaces`, None while nobody has said.
    """

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="activities")
    field = models.ForeignKey(
        Term, on_delete=models.PROTECT, related_name="activities", verbose_name="Handlungsfeld"
    )
    role = models.CharField("Rolle", max_length=12, choices=ActivityRole.choices)
    whole_town = models.BooleanField("In der ganzen Kommune", null=True, blank=True)
    spaces = models.ManyToManyField(
        SocialSpace, blank=True, related_name="activities", verbose_name="Sozialräume"
    )
    since = models.DateField("Seit", null=True, blank=True)
    until = models.DateField("Bis", null=True, blank=True)
    source = models.CharField("Quelle", max_length=200, blank=True)
    note = models.CharField("Notiz", max_length=300, blank=True)

    class Meta:
        ordering = ["field__position", "role"]
        constraints = [
            models.UniqueConstraint(fields=["actor", "field", "role"], name="activity_once"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="activity_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.get_role_display()}: {self.field}"

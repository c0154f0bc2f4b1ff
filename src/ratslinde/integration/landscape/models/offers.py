"""What is offered: to whom, where, when, in which languages. A blank choice is "unknown", never "no"."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ratslinde.integration.landscape.models.actors import Actor, ContactPerson
from ratslinde.integration.landscape.models.rows import LandscapeRow
from ratslinde.integration.landscape.models.vocabulary import Term


class OfferStatus(models.TextChoices):
    """HSDS's service status."""

    ACTIVE = "active", "läuft"
    PAUSED = "temporarily closed", "pausiert"
    ENDED = "defunct", "beendet"


class Cost(models.TextChoices):
    """Whether it costs something; blank is unknown."""

    FREE = "free", "kostenfrei"
    PAID = "paid", "kostet etwas"


class Ages(models.TextChoices):
    """For which ages; blank is unknown."""

    ALL = "all", "jedes Alter"
    RANGE = "range", "von … bis …"


class Groups(models.TextChoices):
    """For whom; blank is unknown."""

    EVERYONE = "everyone", "alle"
    LISTED = "listed", "bestimmte Zielgruppen"


class Access(models.TextChoices):
    """How somebody gets in; blank is unknown."""

    OPEN = "open", "offen, ohne Anmeldung"
    REGISTRATION = "registration", "mit Anmeldung"
    REFERRAL = "referral", "nur mit Vermittlung"


class Mode(models.TextChoices):
    """Where it reaches people; blank is unknown."""

    ON_SITE = "on_site", "vor Ort"
    ONLINE = "online", "online"
    OUTREACH = "outreach", "aufsuchend"
    HYBRID = "hybrid", "vor Ort und online"


class Area(models.TextChoices):
    """For which part of the town; blank is unknown."""

    TOWN = "town", "die ganze Kommune"
    SPACES = "spaces", "bestimmte Sozialräume"


class Funding(models.TextChoices):
    """Until when it is paid for; blank is unknown."""

    PERMANENT = "permanent", "dauerhaft"
    LIMITED = "limited", "befristet"


class Offer(LandscapeRow):
    """An offer of an actor (HSDS: service). Numbers that nobody gave are None, never 0."""

    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="offers", verbose_name="Anbieter")
    name = models.CharField("Name", max_length=200)
    description = models.TextField("Beschreibung", blank=True)
    status = models.CharField("Stand", max_length=20, choices=OfferStatus.choices, default=OfferStatus.ACTIVE)
    form = models.ForeignKey(
        Term, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="Form"
    )
    fields = models.ManyToManyField(
        Term, blank=True, related_name="field_offers", verbose_name="Handlungsfelder"
    )
    fields_known = models.BooleanField("Handlungsfelder sind vollständig", default=False)
    groups_known = models.CharField("Für wen", max_length=10, choices=Groups.choices, blank=True)
    groups = models.ManyToManyField(Term, blank=True, related_name="group_offers", verbose_name="Zielgruppen")
    barriers = models.ManyToManyField(
        Term, blank=True, related_name="barrier_offers", verbose_name="Bekannte Zugangsbarrieren"
    )
    cost = models.CharField("Kosten", max_length=10, choices=Cost.choices, blank=True)
    cost_amount = models.DecimalField("Betrag in Euro", max_digits=8, decimal_places=2, null=True, blank=True)
    cost_note = models.CharField("Hinweis zu den Kosten", max_length=200, blank=True)
    ages = models.CharField("Alter", max_length=10, choices=Ages.choices, blank=True)
    age_from = models.PositiveSmallIntegerField("ab Jahren", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("bis Jahre", null=True, blank=True)
    access = models.CharField("Zugang", max_length=14, choices=Access.choices, blank=True)
    access_note = models.TextField("So meldet man sich an", blank=True)
    eligibility = models.TextField("Voraussetzungen", blank=True)
    mode = models.CharField("Art der Durchführung", max_length=10, choices=Mode.choices, blank=True)
    area = models.CharField("Gilt für", max_length=10, choices=Area.choices, blank=True)
    languages_known = models.BooleanField("Sprachen sind erhoben", default=False)
    website = models.URLField("Internetseite", blank=True)
    email = models.EmailField("E-Mail", blank=True)
    phone = models.CharField("Telefon", max_length=60, blank=True)
    contact = models.ForeignKey(
        ContactPerson,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="offers",
        verbose_name="Kontakt",
    )
    alert = models.CharField("Aktueller Hinweis", max_length=300, blank=True)
    valid_from = models.DateField("Gibt es ab", null=True, blank=True)
    valid_until = models.DateField("Gibt es bis", null=True, blank=True)
    funding = models.CharField("Finanzierung", max_length=10, choices=Funding.choices, blank=True)
    funding_until = models.DateField("Finanziert bis", null=True, blank=True)
    volunteers_only = models.BooleanField("Nur ehrenamtlich getragen", null=True, blank=True)
    capacity = models.PositiveIntegerField("Plätze", null=True, blank=True)
    available = models.PositiveIntegerField("Davon frei", null=True, blank=True)
    waiting = models.PositiveIntegerField("Auf der Warteliste", null=True, blank=True)
    capacity_on = models.DateField("Stand der Plätze", null=True, blank=True)
    confirmed_on = models.DateField("Bestätigt am", null=True, blank=True)
    confirmed_by = models.CharField("Bestätigt durch", max_length=200, blank=True)
    note = models.TextField("Notiz (nur für den Schreibtisch)", blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_to__gte=F("age_from")),
                name="offer_ages_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ages="range") | Q(age_from=None, age_to=None), name="offer_ages_only_in_a_range"
            ),
            models.CheckConstraint(
                condition=Q(cost="paid") | Q(cost_amount=None), name="offer_amount_only_when_paid"
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(available=None) | Q(available__lte=F("capacity")),
                name="offer_not_more_free_than_places",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gte=F("valid_from")),
                name="offer_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OfferLanguage(models.Model):
    """A language in which an offer is held, or into which somebody interprets. `code` is BCP 47."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="languages")
    code = models.CharField("Sprache", max_length=12)
    interpreted = models.BooleanField("wird gedolmetscht", default=False)

    class Meta:
        ordering = ["interpreted", "code"]
        constraints = [models.UniqueConstraint(fields=["offer", "code"], name="offer_language_once")]

    def __str__(self) -> str:
        return self.code

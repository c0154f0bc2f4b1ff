"""The town, its council bodies and departments, the people in them and the places where they meet."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q

from ratslinde.council.bodies.rules import name_on
from ratslinde.kernel import clock
from ratslinde.verbs.rows import DeskRow


class Body(DeskRow):
    """The municipality (Kommune, Körperschaft). One installation serves one."""

    name = models.CharField("Name", max_length=200)
    short_name = models.CharField("Kurzname", max_length=60, blank=True)
    slug = models.SlugField(max_length=60, unique=True)
    official_key = models.CharField("Amtlicher Gemeindeschlüssel", max_length=8, blank=True)
    website = models.URLField("Internetseite", blank=True)
    contact_name = models.CharField("Ansprechstelle", max_length=200, blank=True)
    contact_email = models.EmailField("E-Mail der Ansprechstelle", blank=True)
    license = models.URLField("Lizenz der offenen Daten", blank=True)
    license_since = models.DateField("Die Lizenz gilt seit", null=True, blank=True)
    imprint = models.TextField("Impressum", blank=True)
    privacy = models.TextField("Datenschutzerklärung", blank=True)
    accessibility = models.TextField("Erklärung zur Barrierefreiheit", blank=True)
    legal_notice = models.TextField("Hinweis, wo amtlich bekannt gemacht wird", blank=True)
    print_notice = models.TextField("Hinweis auf gedruckten Bekanntmachungen", blank=True)
    papers_place = models.CharField("Wo die Vorlagen ausliegen", max_length=300, blank=True)
    profile = models.CharField("Regelprofil", max_length=60, default="nrw")
    second_factor_required = models.BooleanField("Zweiter Faktor ist Pflicht", default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(official_key="") | Q(official_key__regex=r"^[0-9]{5}([0-9]{3})?$"),
                name="body_official_key_has_5_or_8_digits",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Location(DeskRow):
    """A place where a body meets (Sitzungsort), also the house of a partner."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="locations")
    description = models.CharField("Bezeichnung", max_length=200)
    room = models.CharField("Raum", max_length=100, blank=True)
    street_address = models.CharField("Straße und Hausnummer", max_length=200, blank=True)
    postal_code = models.CharField("Postleitzahl", max_length=10, blank=True)
    locality = models.CharField("Ort", max_length=100, blank=True)
    access = models.CharField("Hinweis zum barrierefreien Zugang", max_length=300, blank=True)

    def __str__(self) -> str:
        town = f"{self.postal_code} {self.locality}".strip()
        return ", ".join(part for part in (self.description, self.room, self.street_address, town) if part)


class LegislativeTerm(DeskRow):
    """A term of office (Wahlperiode)."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="terms")
    name = models.CharField("Bezeichnung", max_length=100)
    start = models.DateField("Beginn")
    end = models.DateField("Ende", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")), name="term_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrganizationType(models.TextChoices):
    """OParl's organizationType, as far as it is needed."""

    COUNCIL_BODY = "Gremium", "Gremium"
    FACTION = "Fraktion", "Fraktion oder Liste"
    DEPARTMENT = "Verwaltungsbereich", "Fachbereich oder Amt"
    EXTERNAL = "Institution", "Externe Stelle"


class Organization(DeskRow):
    """A council body, its working group, a list or a department. Its names are dated rows."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="organizations")
    slug = models.SlugField(max_length=80, unique=True)
    organization_type = models.CharField("Art", max_length=30, choices=OrganizationType.choices)
    classification = models.CharField("Einordnung", max_length=80, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    description = models.TextField("Aufgaben", blank=True)
    start = models.DateField("Besteht seit", null=True, blank=True)
    end = models.DateField("Bestand bis", null=True, blank=True)
    statutory_size = models.PositiveIntegerField("Gesetzliche Mitgliederzahl", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(start=None) | Q(end__gte=F("start")),
                name="organization_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="organization_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name_on(clock.today())

    def name_on(self, day: datetime.date | None) -> str:
        """The name valid on that day; before the first and after the last name, the nearest; '' without names."""
        return name_on([(row.start, row.end, row.name) for row in self.names.all()], day)


class OrganizationName(models.Model):
    """A name with its first and last day: old papers keep the old name."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="names")
    name = models.CharField("Name", max_length=200)
    short_name = models.CharField("Kurzname", max_length=40, blank=True)
    start = models.DateField("Gültig ab", null=True, blank=True)
    end = models.DateField("Gültig bis", null=True, blank=True)

    class Meta:
        ordering = [F("start").asc(nulls_first=True)]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(start=None) | Q(end__gte=F("start")), name="name_ends_after_start"
            ),
            models.UniqueConstraint(fields=["organization", "start"], name="name_one_per_start"),
        ]

    def __str__(self) -> str:
        return self.name


class Person(DeskRow):
    """Somebody who holds an office. Nothing else about a person is stored (rules R315)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="people")
    form_of_address = models.CharField("Anrede", max_length=20, blank=True)
    academic_title = models.CharField("Titel", max_length=60, blank=True)
    given_name = models.CharField("Vorname", max_length=100, blank=True)
    family_name = models.CharField("Nachname", max_length=100)
    email = models.EmailField("E-Mail", blank=True)
    phone = models.CharField("Telefon", max_length=60, blank=True)
    contact_consent_on = models.DateField(
        "Einwilligung, die Kontaktdaten zu zeigen, vom", null=True, blank=True
    )

    def __str__(self) -> str:
        return " ".join(part for part in (self.academic_title, self.given_name, self.family_name) if part)


class Membership(DeskRow):
    """That a person belongs to an organization: in which role, for which list, as whose deputy, from when to when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField("Funktion", max_length=100, default="Mitglied")
    voting_right = models.BooleanField("Stimmberechtigt", default=True)
    on_behalf_of = models.ForeignKey(
        Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="sent_memberships"
    )
    deputy_for = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="deputies"
    )
    start = models.DateField("Von", null=True, blank=True)
    end = models.DateField("Bis", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(start=None) | Q(end__gte=F("start")),
                name="membership_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(deputy_for=None) | ~Q(deputy_for=F("id")), name="membership_is_not_its_own_deputy"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"

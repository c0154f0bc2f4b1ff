"""A paper with the blocks of its printed form, its consultations and its planned reports."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.verbs.rows import DeskRow


class PaperType(models.TextChoices):
    """What the paper wants from the body."""

    DECISION = "Beschlussvorlage", "Beschlussvorlage"
    INFORMATION = "Mitteilungsvorlage", "Mitteilungsvorlage"


class Paper(DeskRow):
    """A paper (Vorlage). Non-public ones need a neutral title before anything of them is shown."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="papers")
    title = models.CharField("Betreff", max_length=1000)
    reference = models.CharField("Vorlagennummer", max_length=50, blank=True)
    paper_type = models.CharField("Art", max_length=40, choices=PaperType.choices, default=PaperType.DECISION)
    date = models.DateField("Datum", null=True, blank=True)
    public = models.BooleanField("Öffentlich", default=True)
    lead = models.ForeignKey(
        Organization,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="led_papers",
        verbose_name="Federführung",
    )
    participants = models.ManyToManyField(
        Organization, blank=True, related_name="joined_papers", verbose_name="Beteiligungen"
    )
    contact_name = models.CharField("Auskunft erteilt", max_length=200, blank=True)
    contact_phone = models.CharField("Telefon", max_length=60, blank=True)
    contact_email = models.CharField("E-Mail", max_length=200, blank=True)
    contact_public = models.BooleanField("Name und Kontakt dürfen veröffentlicht werden", default=False)
    proposal_heading = models.CharField("Überschrift des Beschlussvorschlags", max_length=100, blank=True)
    proposal = models.TextField("Beschlussvorschlag", blank=True)
    costs = models.TextField("Kosten/Folgekosten", blank=True)
    financing = models.TextField("Finanzierung", blank=True)
    explanation = models.TextField("Erläuterungen", blank=True)
    stated_attachments = models.TextField("Anlagen, die das Dokument nennt", blank=True)
    main_document = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="main_of_papers",
        editable=False,
    )
    attachments = models.ManyToManyField(Document, blank=True, related_name="papers", verbose_name="Anlagen")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "reference"], condition=~Q(reference=""), name="paper_reference_once_in_body"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="paper_has_title"),
            models.CheckConstraint(
                condition=~Q(publication="published") | Q(public=True), name="paper_published_is_public"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}".strip()


class Consultation(DeskRow):
    """One step of a paper's way (Beratungsfolge): a body, the day, and its role."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="consultations")
    position = models.PositiveIntegerField()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="consultations")
    role = models.CharField("Zuständigkeit", max_length=100, blank=True)
    authoritative = models.BooleanField("Entscheidet", default=False)
    date = models.DateField("Termin", null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="consultations"
    )
    agenda_item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="consultations"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "position"], name="consultation_place"),
            models.CheckConstraint(
                condition=Q(agenda_item=None) | Q(meeting__isnull=False),
                name="consultation_item_needs_meeting",
            ),
        ]

    @property
    def lacks_item(self) -> bool:
        """Several items fit, and nobody has chosen yet; or the one that was proposed is gone."""
        return self.agenda_item_id is None and "agenda_item" in self.unchecked

    def __str__(self) -> str:
        return f"{self.organization}: {self.role}"


class PlannedReport(models.Model):
    """A later presentation that a paper only announces (“voraussichtlich in der Sitzung am …”)."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="planned_reports")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="planned_reports")
    date = models.DateField("Termin", null=True, blank=True)
    certain = models.BooleanField("Steht fest", default=False)
    text = models.TextField("Worum es geht", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "organization", "date"], name="planned_report_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.date}"

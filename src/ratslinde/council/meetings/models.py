"""A meeting and its agenda. Papers know their items, not the other way round."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q

from ratslinde.council.bodies.models import Body, Location, Organization
from ratslinde.council.documents.models import Document
from ratslinde.kernel import clock
from ratslinde.verbs.rows import DeskRow


class MeetingState(models.TextChoices):
    """OParl's recommended values of meetingState."""

    PLANNED = "terminiert", "terminiert"
    INVITED = "eingeladen", "eingeladen"
    HELD = "durchgeführt", "durchgeführt"


class Meeting(DeskRow):
    """A session (Sitzung) of one council body, or of several together."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="meetings")
    joint_with = models.ManyToManyField(Organization, blank=True, related_name="joint_meetings")
    number = models.PositiveIntegerField("Nummer in der Wahlperiode", null=True, blank=True)
    state = models.CharField(
        "Stand", max_length=20, choices=MeetingState.choices, default=MeetingState.PLANNED
    )
    start = models.DateTimeField("Beginn", null=True, blank=True)
    end = models.DateTimeField("Ende", null=True, blank=True)
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings"
    )
    hints = models.TextField("Hinweise für Einwohnerinnen und Einwohner", blank=True)
    issuer = models.CharField("Gezeichnet von", max_length=200, blank=True)
    issuer_role = models.CharField("Funktion", max_length=100, blank=True)
    issued_at = models.CharField("Ort der Bekanntmachung", max_length=100, blank=True)
    issued_on = models.DateField("Datum der Bekanntmachung", null=True, blank=True)
    cancelled = models.BooleanField("Abgesagt", default=False)
    cancelled_reason = models.CharField("Grund der Absage", max_length=300, blank=True)
    announcement = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="announced_meetings",
        editable=False,
    )
    agenda_document = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="agenda_of_meetings",
        editable=False,
    )
    minutes = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="minuted_meetings",
        editable=False,
    )
    documents = models.ManyToManyField(Document, blank=True, related_name="meetings")
    invitation = models.ForeignKey(  # one of `documents`
        Document,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="invited_meetings",
        editable=False,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(publication="published") | Q(start__isnull=False),
                name="meeting_published_has_start",
            ),
            models.CheckConstraint(
                condition=Q(end=None) | Q(start__isnull=False, end__gte=F("start")),
                name="meeting_ends_after_start",
            ),
        ]

    @property
    def room(self) -> str:
        """The room of its place, which is read and checked by itself; '' without one."""
        return self.location.room if self.location else ""

    @property
    def lacks_hour(self) -> bool:
        """A document stated the day without an hour, and nobody has entered it yet."""
        if self.start is None or "start" not in self.unchecked:
            return False
        return clock.town_time(self.start).time() == datetime.time(0)

    def __str__(self) -> str:
        if self.start is None:
            return f"{self.organization}, noch ohne Termin"
        day = clock.town_time(self.start).date()
        return f"{self.organization.name_on(day)} am {day:%d.%m.%Y}"


class AgendaItem(DeskRow):
    """An item of the agenda (TOP). `public_title` is the neutral title of a non-public item, if there is one."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    number = models.CharField("Nummer", max_length=20)
    title = models.CharField("Titel", max_length=1000)
    public = models.BooleanField("Öffentlich", default=True)
    public_title = models.CharField("Neutraler Titel für die Öffentlichkeit", max_length=500, blank=True)
    removed = models.BooleanField("Abgesetzt", default=False)
    removed_reason = models.CharField("Grund", max_length=300, blank=True)
    result = models.CharField("Ergebnis", max_length=200, blank=True)
    decision_text = models.TextField("Beschluss", blank=True)
    votes_yes = models.PositiveIntegerField("Ja", null=True, blank=True)
    votes_no = models.PositiveIntegerField("Nein", null=True, blank=True)
    votes_abstain = models.PositiveIntegerField("Enthaltungen", null=True, blank=True)
    vote_result = models.CharField("Abstimmungsergebnis in Worten", max_length=200, blank=True)
    documents = models.ManyToManyField(Document, blank=True, related_name="items")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="agenda_item_place"),
            models.CheckConstraint(
                condition=Q(removed=False) | Q(votes_yes=None, votes_no=None, votes_abstain=None),
                name="agenda_item_removed_has_no_vote",
            ),
        ]

    def __str__(self) -> str:
        return f"TOP {self.number} {self.title}"

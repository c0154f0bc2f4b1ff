"""What is stored of an import until it is carried out, and what became of each row."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from ratslinde.council.bodies.models import Body
from ratslinde.verbs.rows import DeskRow


class RunState(models.TextChoices):
    """How far an import is."""

    MAPPING = "mapping", "Spalten zuordnen"
    COMPARING = "comparing", "wird verglichen"
    REVIEW = "review", "Probelauf"
    CARRYING = "carrying", "wird übernommen"
    DONE = "done", "übernommen"
    DISCARDED = "discarded", "verworfen"
    UNDOING = "undoing", "wird zurückgenommen"
    UNDONE = "undone", "zurückgenommen"


class ImportRun(DeskRow):
    """One file on its way in. `tables` and the rows' values are there only until it is carried out or discarded.

    `tables`: sheets with kind, header, columns and rows; empty for HSDS. `left_out`: what the file has and no field
    takes, with how often. `words`: those that are none of the town's, as `rules.stated.Strange`. `batch`: the changes
    of rows that were there, taken back as a whole. `portions`: from when to when each portion was carried out; `total`:
    the rows of all of them. `failure`: why it stopped, in a sentence.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="import_runs")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField("Datei", max_length=200)
    state = models.CharField("Stand", max_length=10, choices=RunState.choices, default=RunState.MAPPING)
    tables = models.JSONField(default=list)
    left_out = models.JSONField(default=dict)
    words = models.JSONField(default=list)
    skipped = models.PositiveIntegerField("übersprungene Beispielzeilen", default=0)
    batch = models.UUIDField(null=True)
    portions = models.JSONField(default=list)
    total = models.PositiveIntegerField("Zeilen zum Übernehmen", default=0)
    failure = models.CharField("Fehler", max_length=300, blank=True)
    carried_out_at = models.DateTimeField("Übernommen am", null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_back_at = models.DateTimeField("Zurückgenommen am", null=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class Verdict(models.TextChoices):
    """What carrying out would do with a row as it stands."""

    NEW = "new", "neu"
    CHANGED = "changed", "geändert"
    UNCHANGED = "unchanged", "unverändert"
    BLOCKED = "blocked", "nicht möglich"
    OPEN = "open", "zu entscheiden"
    SKIPPED = "skipped", "übersprungen"
    TOGETHER = "together", "ergänzt andere Zeile"


class Decision(models.TextChoices):
    """What somebody chose for a row; blank is the proposal."""

    SAME = "same", "ist dasselbe"
    NEW = "new", "ist neu"
    SKIP = "skip", "überspringen"


class Newer(models.TextChoices):
    """What somebody chose where something newer stands than what the list says; kept in the row's `identity`."""

    KEEP = "keep", "Hier steht Neueres: bleibt"
    LIST = "list", "aus der Liste"


class ImportRow(models.Model):
    """What the file states about one row, and what it was found to be.

    `values`, `identity`: as `rules.stated.Stated`. `candidates`: rows that may be the same (key, label, grade, why).
    `target`: the public id of the row that it changes, or '@5' for the fifth row of the run. `differences`: field,
    label, before and after in words. `position`: when it is its turn; rows about the same have the same one. `result`:
    the public id of what it became. `added`: what it added to a row that stood (kind, public id, revision). `kept`: why
    it stayed when the run was taken back.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    sheet = models.CharField(max_length=120)
    line = models.PositiveIntegerField()
    label = models.CharField(max_length=200)
    origin = models.CharField(max_length=60, blank=True)
    own_id = models.CharField(max_length=200, blank=True)
    values = models.JSONField(default=dict)
    identity = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    candidates = models.JSONField(default=list)
    decision = models.CharField(max_length=4, choices=Decision.choices, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    target = models.CharField(max_length=20, blank=True)
    target_revision = models.PositiveIntegerField(null=True)
    differences = models.JSONField(default=list)
    position = models.PositiveIntegerField(null=True)
    carried_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=20, blank=True)
    added = models.JSONField(default=list)
    kept = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="import_row_once"),
        ]
        indexes = [
            models.Index(
                fields=["run", "position"],
                condition=Q(carried_at=None, position__isnull=False),
                name="import_row_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.line}: {self.label}"

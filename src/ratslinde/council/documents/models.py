"""A file with its name and whether it may become public."""

from __future__ import annotations

from django.db import models

from ratslinde.council.bodies.models import Body
from ratslinde.files.models import StoredFile
from ratslinde.verbs.rows import DeskRow


class Document(DeskRow):
    """A document (Anlage, Bekanntmachung, Vorlage als PDF). `public` is said for each one; the default is no.

    `text` is taken from the file by the worker; `text_read_at` is empty until then, `text_remark` says why there is
    none, or not all of it. `text_tries` is counted before each try: some files end the program that reads them.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField("Bezeichnung", max_length=200)
    file_name = models.CharField("Dateiname", max_length=200)
    media_type = models.CharField(max_length=100)
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    date = models.DateField("Datum", null=True, blank=True)
    text = models.TextField(blank=True, editable=False)
    text_read_at = models.DateTimeField(null=True, blank=True, editable=False)
    text_remark = models.CharField(max_length=300, blank=True, editable=False)
    text_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    public = models.BooleanField("Darf veröffentlicht werden", default=False)
    accessible = models.BooleanField("Barrierefrei", null=True, blank=True)

    def __str__(self) -> str:
        return self.name

"""The tables of the record.

Outlets read `Published`, `Listed`, `SearchEntry`, `SearchTerms`, `DailyHead` and `Chain` (through `record.outlet` and
`record.search`), and these are all that goes to public nodes. `Version`, `Reference` and `Standing` stay inside.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F

from ratslinde.kernel.database import IndexInOrder


class Chain(models.Model):
    """The chain of one Body: its row is the lock under which everything of that Body is published."""

    body = models.CharField(max_length=20, primary_key=True)
    length = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, default="0" * 64)
    generation = models.BigIntegerField(default=0)
    changed = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.body}: {self.length}"


class DailyHead(models.Model):
    """The head of the chain as it stood after the day's last publication: what somebody outside keeps."""

    body = models.CharField(max_length=20)
    day = models.DateField()
    length = models.BigIntegerField()
    head = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "day"], name="daily_head_once")]

    def __str__(self) -> str:
        return f"{self.day}: {self.head[:12]}"


class Version(models.Model):
    """One statement that was made public, or its withdrawal; the value has links instead of embedded objects."""

    body = models.CharField(max_length=20)
    sequence = models.BigIntegerField()
    kind = models.CharField(max_length=20)
    object_id = models.CharField(max_length=20)
    stamp = models.DateTimeField()
    deleted = models.BooleanField(default=False)
    value = models.TextField(null=True)
    salt = models.CharField(max_length=64, null=True)
    value_hash = models.CharField(max_length=64)
    chain_hash = models.CharField(max_length=64)
    erased_at = models.DateTimeField(null=True)
    erased_reason = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "sequence"], name="version_place_in_chain"),
            models.CheckConstraint(
                condition=models.Q(erased_at=None, value__isnull=False, salt__isnull=False)
                | models.Q(erased_at__isnull=False, value=None, salt=None),
                name="version_erased_has_no_value",
            ),
        ]
        indexes = [models.Index(fields=["object_id", "-sequence"], name="version_of_object")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} #{self.sequence}"


class Reference(models.Model):
    """That one object names another, published or not: what must be made anew when the other changes."""

    source = models.CharField(max_length=20)
    source_kind = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    attribute = models.CharField(max_length=40)
    part = models.BooleanField()
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "attribute", "position"], name="reference_place"),
        ]
        indexes = [models.Index(fields=["target", "source_kind", "attribute"], name="reference_by_target")]

    def __str__(self) -> str:
        return f"{self.source}.{self.attribute} → {self.target}"


class Standing(models.Model):
    """How an object last stood before the public, and since when: so that `Published` can be lost and made anew.

    `digest` is of what it says of itself, without its own `modified`; `owners` the lists it stands in, between blanks.
    """

    object_id = models.CharField(max_length=20, primary_key=True)
    modified = models.DateTimeField()
    digest = models.CharField(max_length=64)
    path = models.CharField(max_length=200, null=True)
    owners = models.TextField(default="")

    def __str__(self) -> str:
        return f"{self.object_id} since {self.modified:%Y-%m-%d %H:%M}"


class Published(models.Model):
    """The current public value of one object, ready to send, or its tombstone."""

    id = models.CharField(max_length=20, primary_key=True)
    body = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    sequence = models.BigIntegerField()
    created = models.DateTimeField()
    modified = models.DateTimeField()
    deleted = models.BooleanField(default=False)
    # What is sent stands before the other long texts: SQLite reads a row from its start.
    standalone = models.TextField()
    omit_internal = models.TextField()
    path = models.CharField(max_length=200, null=True, unique=True)
    date = models.DateTimeField(null=True)
    title = models.TextField(default="")
    text = models.TextField(default="")
    embedded = models.TextField(default="")
    page = models.TextField(default="{}")
    content = models.CharField(max_length=64, default="")
    media_type = models.CharField(max_length=100, default="")
    file_name = models.CharField(max_length=200, default="")
    standard_id = models.CharField(max_length=36, null=True, unique=True)  # the UUID that HSDS knows it by

    class Meta:
        constraints = [
            # The place first: so no planner takes this index for a list instead of `published_list`.
            models.UniqueConstraint(fields=["sequence", "kind", "body"], name="published_place_in_list"),
            models.CheckConstraint(
                condition=models.Q(deleted=False)
                | models.Q(deleted=True, page="{}", title="", text="", content="", file_name=""),
                name="published_tombstone_is_bare",
            ),
        ]
        indexes = [
            IndexInOrder(
                F("kind").asc(),
                F("date").desc(nulls_last=True),
                F("sequence").desc(),
                F("deleted").asc(),
                name="published_newest_first",
            ),
            models.Index(
                fields=["body", "kind", "-sequence", "modified", "created", "deleted"], name="published_list"
            ),
            models.Index(fields=["body", "kind", "modified"], name="published_by_modified"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Listed(models.Model):
    """That an object stands in a list of another one: the meetings and consultations of an Organization."""

    owner = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    sequence = models.BigIntegerField()
    published = models.ForeignKey(Published, on_delete=models.CASCADE, related_name="listed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "published"], name="listed_once"),
        ]
        indexes = [models.Index(fields=["owner", "kind", "-sequence"], name="listed_in_order")]

    def __str__(self) -> str:
        return f"{self.owner}/{self.kind}: {self.published_id}"


class SearchEntry(models.Model):
    """One published object that search can find. A higher `id` is newer (`searching.index.place`); `owners` are the
    public ids of organizations, between blanks.
    """

    id = models.BigIntegerField(primary_key=True)
    object_id = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField(null=True)
    owners = models.TextField(default="")

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchTerms(models.Model):
    """What an entry is found by: `terms` between blanks, and `compounds`, one word and its parts' terms per line.

    Apart from the entry, so that counting reads narrow rows. A full-text index over `terms` follows every change by
    itself (`kernel.database.WordIndex`).
    """

    entry = models.OneToOneField(
        SearchEntry, on_delete=models.CASCADE, primary_key=True, related_name="terms"
    )
    terms = models.TextField()
    compounds = models.TextField(default="")

    def __str__(self) -> str:
        return f"terms of {self.entry_id}"

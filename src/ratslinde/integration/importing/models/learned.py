"""What was learned by earlier imports: columns, words, other names, and pairs that are not the same."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.models.runs import ImportRun


class Taught(models.Model):
    """What somebody has said that something in a list means: it holds for every list until they say something else."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Decided(models.Model):
    """What somebody has decided about rows of a kind. `run`: the import by which it was said; taking that back
    unsays it.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    run = models.ForeignKey(ImportRun, null=True, on_delete=models.SET_NULL, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class ColumnMapping(Taught):
    """What the rows under a whole header are, and which of its columns is what: `columns`, number to field.

    What the columns of other headers are is known by their names (`LearnedColumn`).
    """

    header = models.CharField(max_length=64)
    kind = models.CharField(max_length=10, blank=True)
    columns = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "header"], name="column_mapping_once")]

    def __str__(self) -> str:
        return self.header[:12]


class LearnedColumn(Taught):
    """What a column of that name is, in whichever list it stands. `title`: folded. `field`: '' for none.

    `kind`: of the rows that the list has.
    """

    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    field = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "kind", "title"], name="learned_column_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title} → {self.field}"


class NotTheSame(Decided):
    """That somebody looked at two rows and said they are not the same. The public ids stand in their order."""

    first = models.CharField(max_length=20)
    second = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_the_same_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_the_same_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first} {self.second}"


class KnownAs(Decided):
    """That lists call a row so: somebody has said that a row of that name is the same as it.

    `name`: folded. `owner`: of an offer the public id of the actor under whom the list names it. `subject`: the row's
    public id, which leads on where the row was merged.
    """

    name = models.CharField(max_length=200)
    owner = models.CharField(max_length=20, blank=True)
    subject = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "kind", "name", "owner", "subject"], name="known_as_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} → {self.subject}"


class WordMapping(Taught):
    """What a word of a list means here. `among`: a taxonomy's key, 'spaces' or 'languages'; `word`: folded.

    `meaning`: the public id of the term or social space, or the language's code; '' for: leave it out.
    """

    among = models.CharField(max_length=60)
    word = models.CharField(max_length=200)
    meaning = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "among", "word"], name="word_mapping_once")]

    def __str__(self) -> str:
        return f"{self.word} → {self.meaning}"

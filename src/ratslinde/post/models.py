"""Letters: what was, is and will be sent; and how far the mailbox of returned mails has been read."""

from __future__ import annotations

from django.db import models

from ratslinde.kernel.identifiers import new_public_id
from ratslinde.post.kinds import kind_words
from ratslinde.post.languages import CHOICES, GERMAN


class State(models.TextChoices):
    """Where a letter stands. `SENDING` is committed before the mail server is asked; see `post.sending`."""

    HELD = "held", "zur Durchsicht"
    WRITTEN = "written", "wartet auf den Versand"
    SENDING = "sending", "wird gerade gesendet"
    SENT = "sent", "gesendet"
    UNCLEAR = "unclear", "unklar, ob gesendet"
    FAILED = "failed", "nicht gesendet"
    BOUNCED = "bounced", "zurückgekommen"
    DISCARDED = "discarded", "verworfen"


OPEN = (State.HELD, State.WRITTEN, State.SENDING)
"""States from which a letter may still be sent; in all others a secret is gone."""


class Letter(models.Model):
    """One mail to one address. (`kind`, `key`) says why it is written: for the same reason it is written once.

    `content` is a `post.content.Content`, or NULL once it is no longer kept; a link or code in it that opens something
    stands in `sealed` instead, encrypted. `token` is what returned mails are recognised by: the left half of the
    Message-ID, the same in every try. `batch` names what is released together.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
    recipient = models.EmailField("An", blank=True)
    reply_to = models.EmailField("Antworten an", blank=True)
    language = models.CharField("Sprache", max_length=2, choices=CHOICES, default=GERMAN)
    subject = models.CharField("Betreff", max_length=200, blank=True)
    content = models.JSONField("Inhalt", null=True)
    kind = models.CharField("Anlass", max_length=60)
    key = models.CharField(max_length=120)
    batch = models.CharField("Stapel", max_length=120, blank=True)
    sealed = models.TextField(blank=True, editable=False)
    state = models.CharField("Stand", max_length=10, choices=State.choices, default=State.WRITTEN)
    token = models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
    tries = models.PositiveSmallIntegerField("Versuche", default=0)
    diagnosis = models.CharField("Grund", max_length=500, blank=True)
    written_at = models.DateTimeField("geschrieben")
    expires_at = models.DateTimeField(null=True, blank=True)
    sending_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField("erledigt", null=True, blank=True)

    class Meta:
        ordering = ["-written_at", "-pk"]
        indexes = [models.Index(fields=["state", "-written_at"], name="post_letter_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="post_letter_written_once"),
            models.CheckConstraint(
                condition=models.Q(sealed="") | models.Q(state__in=OPEN),
                name="post_letter_keeps_no_secret",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="sending", sending_at=None), name="post_letter_sending_since"
            ),
        ]

    def __str__(self) -> str:
        return self.subject or self.kind_words

    @property
    def kind_words(self) -> str:
        """The German word for the occasion."""
        return kind_words(self.kind)


class ReturnBox(models.Model):
    """How far the mailbox of returned mails has been read. One row; the mailbox itself is left as it is.

    Messages are counted by `last_uid` as long as the server says the same `uid_validity` (RFC 3501, 2.3.1.1).
    """

    uid_validity = models.PositiveBigIntegerField(default=0)
    last_uid = models.PositiveBigIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"up to {self.last_uid}"

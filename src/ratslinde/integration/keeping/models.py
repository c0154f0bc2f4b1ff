"""The links by which an actor keeps its entry."""

from __future__ import annotations

from django.db import models

from ratslinde.integration.landscape.models import Actor
from ratslinde.kernel.identifiers import new_public_id


class Channel(models.TextChoices):
    """How a link reaches its actor."""

    MAIL = "mail", "per Mail"
    BY_HAND = "by_hand", "von Hand"


class KeeperLink(models.Model):
    """A link that opens one actor's entry and nothing else. Only the hash of its secret is kept.

    `email` is empty for one that somebody handed on: whom it reached is not kept.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="keeper_links")
    channel = models.CharField("Weg", max_length=8, choices=Channel.choices, default=Channel.MAIL)
    email = models.EmailField("Gesendet an", blank=True)
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField("Zuletzt benutzt", null=True)
    answered_at = models.DateTimeField("Geantwortet", null=True)

    class Meta:
        indexes = [models.Index(fields=["actor", "-created_at"], name="keeper_link_of_actor")]

    def __str__(self) -> str:
        return f"{self.actor_id} until {self.expires_at:%Y-%m-%d}"

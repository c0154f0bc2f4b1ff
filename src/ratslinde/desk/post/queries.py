"""The mails that somebody may see."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from ratslinde.desk.post import rights  # noqa: F401 - registered before anybody is asked for them
from ratslinde.post import queries
from ratslinde.post.kinds import SIGN_IN, kind_words
from ratslinde.post.models import Letter, State
from ratslinde.verbs import Actor, may, require


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """How many letters wait to be looked at before they are sent, and how many went wrong."""

    held: int
    bounced: int
    failed: int
    unclear: int

    @property
    def lost(self) -> int:
        """How many somebody should look at, because they may not have arrived."""
        return self.bounced + self.failed + self.unclear


def letters(
    actor: Actor, *, state: str = "", kind: str = "", batch: str = "", text: str = ""
) -> QuerySet[Letter]:
    """The letters that the person may see and that meet all that is given, newest first."""
    require(actor, "post.read")
    return _visible(actor, queries.letters(state=state, kind=kind, batch=batch, text=text))


def letter(actor: Actor, public_id: str) -> Letter:
    """The letter of that public id. Raises Letter.DoesNotExist, and Forbidden where it opens an account."""
    found = Letter.objects.get(public_id=public_id)
    require(actor, "post.read", found)
    return found


def kinds(actor: Actor) -> list[tuple[str, str]]:
    """(kind, German word) of the letters there are."""
    found = _visible(actor, Letter.objects.order_by()).values_list("kind", flat=True).distinct()
    return sorted(((kind, kind_words(kind)) for kind in found), key=lambda each: each[1])


def waiting(actor: Actor) -> Waiting:
    """What somebody should look at, for the start page."""
    require(actor, "post.read")
    rows = _visible(actor, Letter.objects.order_by()).values_list("state").annotate(number=Count("pk"))
    numbers = dict(rows)
    return Waiting(
        held=numbers.get(State.HELD, 0),
        bounced=numbers.get(State.BOUNCED, 0),
        failed=numbers.get(State.FAILED, 0),
        unclear=numbers.get(State.UNCLEAR, 0),
    )


def _visible(actor: Actor, rows: QuerySet[Letter]) -> QuerySet[Letter]:
    return rows if may(actor, "post.read", Letter(kind=SIGN_IN)) else rows.exclude(kind=SIGN_IN)

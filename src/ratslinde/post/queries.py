"""Reads of letters."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from ratslinde.accounts import mailing
from ratslinde.post.content import restored
from ratslinde.post.letterhead import letterhead
from ratslinde.post.models import Letter, ReturnBox, State
from ratslinde.post.rendering import Rendered, render

ATTENTION = (State.BOUNCED, State.FAILED, State.UNCLEAR)
"""States that somebody should look at."""


@dataclass(frozen=True, kw_only=True)
class Equipment:
    """What this installation can do: `sends` (else letters become files), and how its mailbox of returns is read."""

    sends: bool
    has_mailbox: bool
    box: ReturnBox | None


def letters(*, state: str = "", kind: str = "", batch: str = "", text: str = "") -> QuerySet[Letter]:
    """The letters that meet all that is given, newest first; `text` is looked for in address and subject."""
    rows = Letter.objects.defer("content", "sealed")
    if state:
        rows = rows.filter(state=state)
    if kind:
        rows = rows.filter(kind=kind)
    if batch:
        rows = rows.filter(batch=batch)
    if text:
        rows = rows.filter(Q(recipient__icontains=text) | Q(subject__icontains=text))
    return rows


def batches() -> list[tuple[str, int]]:
    """(name, how many are held) of the batches that wait to be released, the newest first."""
    rows = Letter.objects.filter(state=State.HELD).exclude(batch="").order_by()
    return list(rows.values_list("batch").annotate(number=Count("pk")).order_by("-number", "batch"))


def latest(kind: str, *, keys: list[str]) -> dict[str, Letter]:
    """The letters of these reasons by key: whether a reminder was written, and what became of it."""
    return {
        each.key: each for each in Letter.objects.filter(kind=kind, key__in=keys).defer("content", "sealed")
    }


def preview(letter: Letter) -> Rendered | None:
    """Both parts as they leave, but for links and codes that open something; None when the letter is not kept."""
    if letter.content is None:
        return None
    return render(restored(letter.content), language=letter.language, head=letterhead())


def equipment() -> Equipment:
    """What is set up here."""
    has_mailbox = settings.RATSLINDE_BOUNCES is not None
    box = ReturnBox.objects.filter(pk=1).first() if has_mailbox else None
    return Equipment(sends=mailing.is_set_up(), has_mailbox=has_mailbox, box=box)

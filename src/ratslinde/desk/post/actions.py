"""What somebody at the desk decides about mails."""

from __future__ import annotations

from collections.abc import Sequence

from ratslinde.desk.post import rights  # noqa: F401 - registered before the verbs look themselves up
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.post import writing
from ratslinde.post.models import Letter, State
from ratslinde.verbs import Actor, action, require


@action("post.release")
def release(_actor: Actor, letter: Letter) -> Letter:
    """Let the worker send a letter that was held."""
    if not writing.release([letter]):
        raise Refused("Diese Mail wartet nicht mehr auf eine Durchsicht.")
    return letter


@action("post.discard")
def discard(_actor: Actor, letter: Letter) -> Letter:
    """Throw away a letter that was not sent yet."""
    if not writing.discard([letter]):
        raise Refused("Diese Mail ist schon gesendet oder verworfen.")
    return letter


@action("post.send_again")
def send_again(_actor: Actor, letter: Letter) -> Letter:
    """Send once more what failed, came back or is unclear."""
    return writing.send_again(letter)


@action("post.release")
def release_batch(actor: Actor, batch: str) -> int:
    """Let the worker send all that is held of the batch; returns how many letters that are."""
    held = _held(actor, batch, verb="post.release")
    _note(actor, held, verb="post.release")
    return writing.release(held)


@action("post.discard")
def discard_batch(actor: Actor, batch: str) -> int:
    """Throw away all that is held of the batch; returns how many letters that were."""
    held = _held(actor, batch, verb="post.discard")
    _note(actor, held, verb="post.discard")
    return writing.discard(held)


def _held(actor: Actor, batch: str, *, verb: str) -> list[Letter]:
    rows = Letter.objects.select_for_update().filter(batch=batch, state=State.HELD).exclude(batch="")
    found = list(rows.order_by("pk").defer("content", "sealed"))
    if not found:
        raise Refused("Aus diesem Stapel wartet keine Mail mehr auf eine Durchsicht.")
    for kind in {each.kind for each in found}:
        require(actor, verb, Letter(kind=kind))
    return found


def _note(actor: Actor, letters: Sequence[Letter], *, verb: str) -> None:
    """Each letter's history says who decided; a verb within the verb for each of thousands would take minutes."""
    now = clock.now()
    Entry.objects.bulk_create(
        Entry(at=now, verb=verb, actor=actor, subject_kind="Letter", subject=each.public_id)
        for each in letters
    )

"""What somebody at the desk decides about mails."""

from __future__ import annotations

from ratslinde.desk.post import rights  # noqa: F401 - registered before the verbs look themselves up
from ratslinde.kernel.errors import Refused
from ratslinde.post import writing
from ratslinde.post.models import Letter, State
from ratslinde.verbs import Actor, action


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
    return len([release(actor, letter) for letter in _held(batch)])


@action("post.discard")
def discard_batch(actor: Actor, batch: str) -> int:
    """Throw away all that is held of the batch; returns how many letters that were."""
    return len([discard(actor, letter) for letter in _held(batch)])


def _held(batch: str) -> list[Letter]:
    found = list(Letter.objects.filter(batch=batch, state=State.HELD).exclude(batch="").order_by("pk"))
    if not found:
        raise Refused("Aus diesem Stapel wartet keine Mail mehr auf eine Durchsicht.")
    return found

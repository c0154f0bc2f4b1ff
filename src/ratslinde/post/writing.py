"""Writing a letter, and what may be done with it before it is sent."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.post.closing import close
from ratslinde.post.content import Content, checked, restored, stored
from ratslinde.post.keys import apart, are_hidden
from ratslinde.post.kinds import is_known
from ratslinde.post.languages import GERMAN, LANGUAGES
from ratslinde.post.models import Letter, State

SEND = "post.send"
AHEAD = datetime.timedelta(days=1)
"""How far a code that somebody waits for goes before a batch of reminders: the queue is worked off by time."""


@transaction.atomic
def write(
    content: Content, *, to: str, kind: str, key: str, language: str = GERMAN, held: bool = False, batch: str = "",
    reply_to: str = "", secret: bool = False, urgent: bool = False,
    lifetime: datetime.timedelta | None = None,
) -> Letter:  # fmt: skip
    """The letter, which the worker sends after the commit; `held`, it waits until somebody releases it.

    With the same (`kind`, `key`) a second time: the letter that is there, unchanged, whatever became of it.
    `secret`: its link or code opens something; nobody sees it at the desk, and it is gone once the letter was sent.
    `urgent`: somebody waits for it. After `lifetime` it is not sent any more.

    Raises Refused for a bad address, subject, link or language, and ValueError for a kind that nobody registered.
    """
    if not is_known(kind) or not key:
        raise ValueError(f"the kind {kind} is not registered, or its letter has no key")
    if language not in LANGUAGES:
        raise Refused("In dieser Sprache werden keine Mails geschrieben.", field="language")
    said, now = checked(content), clock.now()
    shown, sealed = apart(said) if secret else (said, "")
    values = {
        "recipient": an_address(to),
        "reply_to": an_address(reply_to) if reply_to else "",
        "language": language,
        "subject": said.subject,
        "content": stored(shown),
        "sealed": sealed,
        "batch": batch,
        "state": State.HELD if held else State.WRITTEN,
        "written_at": now,
        "expires_at": now + lifetime if lifetime else None,
    }
    letter, is_new = Letter.objects.get_or_create(kind=kind, key=key, defaults=values)
    if is_new and not held:
        _enqueue(letter, urgent=urgent)
    return letter


def an_address(text: str) -> str:
    """The mail address as mail servers take it: a domain with umlauts in its ASCII form. Raises Refused for none."""
    address = text.strip()
    try:
        validate_email(address)
        local, _, domain = address.rpartition("@")
        ascii_domain = domain.encode("idna").decode("ascii")
    except (ValidationError, UnicodeError):
        raise Refused("Das ist keine E-Mail-Adresse, an die wir senden können.", field="email") from None
    found = f"{local}@{ascii_domain}"
    if len(found) > 254:
        raise Refused("Die E-Mail-Adresse ist zu lang.", field="email")
    return found


@transaction.atomic
def release(letters: Iterable[Letter]) -> int:
    """Let the worker send those that are held; returns how many that were."""
    held = Letter.objects.select_for_update().filter(pk__in=[each.pk for each in letters], state=State.HELD)
    found = list(held.order_by("pk"))
    Letter.objects.filter(pk__in=[each.pk for each in found]).update(state=State.WRITTEN)
    for letter in found:
        _enqueue(letter)
    return len(found)


@transaction.atomic
def discard(letters: Iterable[Letter]) -> int:
    """Throw away those that are held or not yet sent; returns how many. The same reason writes no new one."""
    found = Letter.objects.select_for_update().filter(
        pk__in=[each.pk for each in letters], state__in=[State.HELD, State.WRITTEN]
    )
    return sum(close(letter, State.DISCARDED) for letter in found.order_by("pk"))


@transaction.atomic
def send_again(letter: Letter) -> Letter:
    """Send once more what failed, came back or is unclear. Raises Refused where nothing is left to send."""
    found = Letter.objects.select_for_update().get(pk=letter.pk)
    if found.state not in (State.FAILED, State.BOUNCED, State.UNCLEAR):
        raise Refused("Diese Mail ist unterwegs oder schon gesendet.")
    if not is_whole(found):
        raise Refused("Diese Mail ist nicht mehr ganz gespeichert; bitte eine neue schreiben lassen.")
    found.state, found.tries, found.diagnosis, found.settled_at = State.WRITTEN, 0, "", None
    found.save()
    _enqueue(found)
    return found


def is_whole(letter: Letter) -> bool:
    """Whether all that is needed to send the letter is still kept; a link that opened something is not."""
    if letter.content is None or not letter.recipient:
        return False
    return bool(letter.sealed) or not are_hidden(restored(letter.content))


def _enqueue(letter: Letter, *, urgent: bool = False) -> None:
    now = clock.now()
    queue.later(SEND, key=letter.public_id, due_at=now - AHEAD if urgent else now)

"""The slot in the door: all that outlets may import of the inbox. It writes, and tells only "received".

Nothing here returns what was written, how much waits, or whether the same came before.
"""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Mapping
from typing import Literal

import msgspec
from django.db import transaction
from django.http import HttpRequest

from ratslinde.inbox import counting, kinds, limiting, taking
from ratslinde.inbox.guarding import public_form, source_of
from ratslinde.inbox.limiting import ASKING, HOLDERS, PUBLIC, Limit, Limits
from ratslinde.inbox.models import Submission, SubmissionState
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused

__all__ = ["HOLDERS", "PUBLIC", "Limit", "Limits", "Sender", "count", "public_form", "submit"]
Received = Literal["received"]
_ID = re.compile(r"[0-9a-z]{0,20}")


class Sender(enum.Enum):
    """Whether the sender is anybody, or somebody who holds a link that was mailed to them."""

    ANYBODY = "anybody"
    HOLDER = "holder"


def submit(
    kind: str,
    values: Mapping[str, object] | msgspec.Struct,
    *,
    about: str = "",
    sender: Sender = Sender.ANYBODY,
) -> Received:
    """Write what came in; the same once more, while the first still waits, is received and not written again.

    `kind`: as a matter registered it. `about`: the public id of what it is about. Of anybody only the day is kept.
    Raises Refused, with the field, for an unknown kind, values that do not fit it, or an inbox that is full.
    """
    registered = kinds.kind(kind)
    if not _ID.fullmatch(about):
        raise Refused("Wozu diese Meldung gehört, ist nicht zu verstehen.")
    payload = taking.taken(registered, values)
    sha256 = hashlib.sha256(payload).hexdigest()
    with transaction.atomic():
        if _waits_already(kind, about, sha256):
            return "received"
        waiting = Submission.objects.filter(kind=kind, state=SubmissionState.NEW).count()
        if waiting >= registered.most_waiting:
            raise Refused(
                "Zurzeit warten sehr viele Meldungen. Bitte versuchen Sie es in einigen Tagen wieder."
            )
        if about and _waiting_about(kind, about) >= registered.most_about:
            raise Refused(
                "Hierzu warten schon mehrere Meldungen. Bitte warten Sie, bis wir sie angesehen haben."
            )
        row = Submission(
            kind=kind,
            about=about,
            payload=payload.decode(),
            sha256=sha256,
            received_at=clock.now() if sender is Sender.HOLDER else clock.at(clock.today(), 0),
        )
        Submission.objects.bulk_create([row], ignore_conflicts=True)
    return "received"


def count(
    kind: str,
    words: str = "",
    *,
    filters: Mapping[str, str] | None = None,
    request: HttpRequest | None = None,
) -> Received:
    """Count that somebody asked for this today; see `counting` for what of the words is kept.

    `kind`: as a matter registered it; filters that it does not name are left out. `request`: whose source is held to
    `ASKING`; beyond that nothing is counted, so that one program cannot make up a demand. Raises Refused for an unknown
    kind.
    """
    registered = kinds.counted_kind(kind)
    if request is None or not limiting.admit(source_of(request), ASKING):
        counting.count(registered, words, filters or {})
    return "received"


def _waits_already(kind: str, about: str, sha256: str) -> bool:
    waiting = Submission.objects.filter(kind=kind, about=about, state=SubmissionState.NEW)
    return waiting.filter(sha256=sha256).exists()


def _waiting_about(kind: str, about: str) -> int:
    return Submission.objects.filter(kind=kind, about=about, state=SubmissionState.NEW).count()

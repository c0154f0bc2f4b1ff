"""What the worker does for documents: takes the text out of files, and lets what is public follow.

No verb: nobody decides anything here, the text is a copy of the file that somebody added and somebody published.
"""

from __future__ import annotations

import datetime
import faulthandler
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from ratslinde.council.documents.actions import TAKE_TEXT
from ratslinde.council.documents.models import Document
from ratslinde.council.documents.public import value_with_text
from ratslinde.council.documents.text import Taken, text_of
from ratslinde.files import storage
from ratslinde.journal.queue import handles, later
from ratslinde.kernel import clock
from ratslinde.record.publishing import publish
from ratslinde.verbs.rows import Publication

FOLLOW = "documents.publish_text"
ROUND = datetime.timedelta(days=1)
MOST_TRIES = 3
LONGEST = datetime.timedelta(minutes=5)  # well below `queue.LEASE`; a file of 300 pages takes some seconds
GIVEN_UP = f"Der Text konnte nicht gelesen werden ({MOST_TRIES} Mal versucht)."
_BETWEEN = datetime.timedelta(seconds=1)  # of two files that waited: whoever wants to write comes between


@handles(TAKE_TEXT, outside=True)
def take_text(public_id: str) -> None:
    """Take the text from the document's file; what was read already stays as it is.

    Nobody who wants to write waits meanwhile. A file that ended the worker `MOST_TRIES` times is not opened again.
    """
    document = _begun(public_id)
    if document is None:
        return
    with _ended_after(LONGEST):
        taken = text_of(storage.path_of(document.stored_id), media_type=document.media_type)
    _keep(document, taken)


def _begun(public_id: str) -> Document | None:
    """The document, with one more try counted; None when there is nothing to do, or when it is given up."""
    with transaction.atomic():
        rows = Document.objects.select_for_update().filter(public_id=public_id, text_read_at=None)
        document = rows.first()
        if document is None:
            return None
        if document.text_tries >= MOST_TRIES:
            rows.update(text="", text_remark=GIVEN_UP, text_read_at=clock.now())
            return None
        rows.update(text_tries=document.text_tries + 1)
        return document


def _keep(document: Document, taken: Taken) -> None:
    """Only if it is still the file that was read, and nobody else was quicker."""
    with transaction.atomic():
        rows = Document.objects.filter(pk=document.pk, stored_id=document.stored_id, text_read_at=None)
        kept = rows.update(
            text=taken.text, text_remark=taken.remark[:300], text_read_at=clock.now(), text_tries=0
        )
        if kept and taken.text:
            later(FOLLOW, key=document.public_id)


@contextmanager
def _ended_after(limit: datetime.timedelta) -> Iterator[None]:
    """Ends this process when what is inside takes longer: the library cannot be interrupted in any gentler way.

    The worker is started again, and all that it does is undone or done again by itself.
    """
    faulthandler.dump_traceback_later(limit.total_seconds(), exit=True, file=sys.__stderr__ or sys.stderr)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@handles(FOLLOW)
def publish_text(public_id: str) -> None:
    """Make the text of a public document public; nothing happens where it is already."""
    rows = Document.objects.select_for_update(of=("self",)).select_related("stored", "body")
    document = rows.filter(public_id=public_id, publication=Publication.PUBLISHED).first()
    value = value_with_text(document) if document else None
    if value is not None:
        publish([value])


@handles("documents.unread", every=ROUND)
def read_the_rest(_key: str) -> None:
    """Ask for the files that nobody has read: those of an earlier version of Ratslinde, and what the queue gave up."""
    unread = Document.objects.filter(text_read_at=None).order_by("-pk").values_list("public_id", flat=True)
    for number, public_id in enumerate(unread):
        later(TAKE_TEXT, key=public_id, due_at=clock.now() + number * _BETWEEN)
    published = Document.objects.filter(publication=Publication.PUBLISHED, public=True).exclude(text="")
    for document in published.filter(text_read_at__gt=clock.now() - 2 * ROUND).select_related(
        "stored", "body"
    ):
        if value_with_text(document):  # published by somebody at the moment when its text came
            later(FOLLOW, key=document.public_id)

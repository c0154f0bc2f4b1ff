"""What the worker does for documents: takes the text out of files, and lets what is public follow.

No verb: nobody decides anything here, the text is a copy of the file that somebody added and somebody published.
"""

from __future__ import annotations

import datetime

from ratslinde.council.documents.actions import TAKE_TEXT
from ratslinde.council.documents.models import Document
from ratslinde.council.documents.public import value_with_text
from ratslinde.council.documents.text import text_of
from ratslinde.files import storage
from ratslinde.journal.queue import handles, later
from ratslinde.kernel import clock
from ratslinde.record.publishing import publish
from ratslinde.verbs.rows import Publication

FOLLOW = "documents.publish_text"
ROUND = datetime.timedelta(days=1)
_BETWEEN = datetime.timedelta(seconds=1)  # of two files that waited: whoever wants to write comes between


@handles(TAKE_TEXT)
def take_text(public_id: str) -> None:
    """Take the text from the document's file; what was read already stays as it is."""
    rows = Document.objects.select_for_update().filter(public_id=public_id, text_read_at=None)
    document = rows.first()
    if document is None:
        return
    taken = text_of(storage.path_of(document.stored_id), media_type=document.media_type)
    rows.update(text=taken.text, text_remark=taken.remark[:300], text_read_at=clock.now())
    if taken.text:
        later(FOLLOW, key=public_id)


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
    """Ask for the files that nobody has read: those of an earlier version of Ratslinde, and what was given up."""
    unread = Document.objects.filter(text_read_at=None).order_by("-pk").values_list("public_id", flat=True)
    for number, public_id in enumerate(unread):
        later(TAKE_TEXT, key=public_id, due_at=clock.now() + number * _BETWEEN)
    published = Document.objects.filter(publication=Publication.PUBLISHED, public=True).exclude(text="")
    for document in published.filter(text_read_at__gt=clock.now() - 2 * ROUND).select_related(
        "stored", "body"
    ):
        if value_with_text(document):  # published by somebody at the moment when its text came
            later(FOLLOW, key=document.public_id)

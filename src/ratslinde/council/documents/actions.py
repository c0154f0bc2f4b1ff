"""Taking a file in, and saying whether it may become public."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde.council import rights
from ratslinde.council.bodies.models import Body
from ratslinde.council.documents import portable, rules
from ratslinde.council.documents.models import Document
from ratslinde.files import storage
from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import slug
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import change

__all__ = ["STILL_PUBLIC", "TAKE_TEXT", "add_document", "edit_document", "keep_printed", "rights"]
TAKE_TEXT = "documents.take_text"
STILL_PUBLIC = (
    "Dieses Dokument ist veröffentlicht. Bitte zuerst „Darf veröffentlicht werden“ abwählen und noch einmal "
    "veröffentlichen; dann lässt es sich entfernen."
)


@action("document.add")
def add_document(
    _actor: Actor,
    _holder: object,
    *,
    body: Body,
    name: str,
    file_name: str,
    data: bytes,
    public: bool = False,
) -> Document:
    """Keep the bytes as a new document of the holder's; it is public only when somebody says so.

    The worker takes the text from it: nobody waits for a large file.
    """
    fault = rules.fault(file_name, data)
    media_type = rules.media_type(file_name, data) if not fault else ""
    fault = fault or (portable.fault(data) if media_type == "application/pdf" else "")
    if fault:
        raise Refused(fault, field="file")
    stem, _, ending = file_name.rpartition(".")
    document = Document.objects.create(
        body=body,
        name=(name or stem)[:200],
        file_name=f"{slug(stem) or 'dokument'}.{ending.lower()}",
        media_type=media_type,
        stored=storage.store(data),
        public=public,
    )
    queue.later(TAKE_TEXT, key=document.public_id)
    return document


@action("document.edit")
def edit_document(
    _actor: Actor, document: Document, *, changes: Mapping[str, Any], revision: int
) -> Document:
    """Change name, date or whether it may become public."""
    return change(document, changes, revision=revision)


def keep_printed(
    data: bytes,
    *,
    text: str,
    body: Body,
    name: str,
    file_name: str,
    day: datetime.date | None,
    before: Document | None,
) -> Document:
    """The document that the printer made from this text; the same one as before where not a byte changed."""
    stored = storage.store(data)
    if before is not None and before.stored_id == stored.pk:
        return before
    values = {
        "body": body,
        "name": name[:200],
        "file_name": file_name,
        "media_type": "application/pdf",
        "stored": stored,
        "date": day,
        "text": text[: rules.MOST_TEXT],
        "text_read_at": clock.now(),
        "text_remark": "",
        "public": True,
        "accessible": True,
    }
    if before is None:
        return Document.objects.create(**values)
    Document.objects.filter(pk=before.pk).update(**values)
    return Document.objects.get(pk=before.pk)

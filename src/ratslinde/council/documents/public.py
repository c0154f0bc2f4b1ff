"""What is public about a document: its name, its bytes and its text, once somebody said that it may be."""

from __future__ import annotations

import datetime

import msgspec

from ratslinde.council.documents.models import Document
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record import oparl, pages
from ratslinde.record.publishing import latest_versions
from ratslinde.record.statements import Statement, decode
from ratslinde.record.values import Content, Value, address
from ratslinde.verbs.rows import Publication


def document_value(
    document: Document, *, lists: tuple[str, ...] = (), day: datetime.date | None = None
) -> Value:
    """The File; `lists` are the public ids of the bodies that it concerns, `day` is where one without a date belongs.

    Raises Refused when the document was not released for the public."""
    if not document.public:
        raise Refused(f"„{document.name}“ ist nicht für die Öffentlichkeit freigegeben.")
    path, day = f"dokumente/{document.public_id}/", document.date or day
    file = oparl.File(
        name=document.name,
        file_name=document.file_name,
        mime_type=document.media_type,
        date=document.date,
        size=document.stored.size,
        sha512_checksum=document.stored.sha512,
        text=document.text or None,
        access_url=address(f"{path}{document.file_name}"),
        download_url=address(f"{path}{document.file_name}?download"),
    )
    return Value(
        kind="file",
        id=document.public_id,
        body=document.body.public_id,
        oparl=file,
        page=pages.FilePage(accessible=document.accessible),
        title=document.name,
        text=document.text,
        path=path,
        date=clock.at(day, 0) if day else None,
        lists=lists,
        content=Content(
            sha256=document.stored_id, media_type=document.media_type, file_name=document.file_name
        ),
    )


def value_with_text(document: Document) -> Value | None:
    """What is public of the document now, with the text that was taken from its file since; None: nothing to add.

    Only the text follows by itself: what else was changed at the desk stays a draft, and a file that somebody no longer
    released, or that is not the public one, gives no text.
    """
    if not document.public or document.publication != Publication.PUBLISHED:
        return None
    version = latest_versions([document.public_id]).get(document.public_id)
    if version is None or version.deleted or version.value is None:
        return None
    stated = decode(version.value)
    if stated.text == document.text or (stated.content or {}).get("sha256") != document.stored_id:
        return None
    return _restated(document, stated, body=version.body)


def _restated(document: Document, stated: Statement, *, body: str) -> Value:
    file = msgspec.convert(stated.oparl, oparl.File)
    return Value(
        kind="file",
        id=document.public_id,
        body=body,
        oparl=msgspec.structs.replace(file, text=document.text or None),
        page=msgspec.convert(stated.page, pages.FilePage),
        title=stated.title,
        text=document.text,
        path=stated.path,
        date=datetime.datetime.fromisoformat(stated.date) if stated.date else None,
        lists=tuple(stated.lists),
        content=msgspec.convert(stated.content, Content),
    )

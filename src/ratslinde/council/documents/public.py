"""What is public about a document: its name, its bytes and its text, once somebody said that it may be."""

from __future__ import annotations

from ratslinde.council.documents.models import Document
from ratslinde.kernel.errors import Refused
from ratslinde.record import oparl, pages
from ratslinde.record.values import Content, Value, address


def document_value(document: Document, *, lists: tuple[str, ...] = ()) -> Value:
    """The File; `lists` are the public ids of the bodies that it concerns.

    Raises Refused when the document was not released for the public."""
    if not document.public:
        raise Refused(f"„{document.name}“ ist nicht für die Öffentlichkeit freigegeben.")
    path = f"dokumente/{document.public_id}/"
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
        lists=lists,
        content=Content(
            sha256=document.stored_id, media_type=document.media_type, file_name=document.file_name
        ),
    )

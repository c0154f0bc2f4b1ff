"""What a stranger could find: every byte of the public side, and the words of a PDF."""

from __future__ import annotations

import pypdfium2

from ratslinde.council.documents.models import Document
from ratslinde.files import storage
from ratslinde.record.models import Published

COLUMNS = ("standalone", "embedded", "omit_internal", "page", "title", "text", "path", "file_name")


def everything_public(*, kinds: tuple[str, ...] = ()) -> str:
    """All text of all published rows, and of the PDFs they lead to."""
    rows = Published.objects.filter(kind__in=kinds) if kinds else Published.objects.all()
    texts = [str(value) for row in rows.values_list(*COLUMNS) for value in row]
    return "\n".join(texts + [_words(row.content, row.media_type) for row in rows if row.content])


def words_of(document: Document) -> str:
    """The text of a stored PDF, on one line."""
    return _words(document.stored_id, "application/pdf")


def _words(sha256: str, media_type: str) -> str:
    data = storage.read(sha256)
    if media_type != "application/pdf":
        return data.decode()
    pages = pypdfium2.PdfDocument(data)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.replace("\ufffe", "").replace("\x02", "").split())

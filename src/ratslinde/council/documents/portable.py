"""Opening PDF files with the library that reads them: what it cannot open, nobody who downloads it can."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from ratslinde.reading import ReadingError

BROKEN = "Diese PDF-Datei ist beschädigt und lässt sich nicht öffnen. Bitte speichern Sie sie neu."
LOCKED = "Diese PDF-Datei lässt sich nur mit einem Kennwort öffnen. Bitte speichern Sie sie ohne Kennwort."


def opened(source: Path | bytes) -> pypdfium2.PdfDocument:
    """The file, to be closed by the caller; one that only forbids copying or printing opens as any other.

    Raises ReadingError with the sentence for the clerk.
    """
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error) or "ecurity" in str(error)
        raise ReadingError(LOCKED if locked else BROKEN) from None
    if not len(document):
        document.close()
        raise ReadingError(BROKEN)
    return document


def fault(data: bytes) -> str:
    """A German sentence that says why nobody can open the PDF file, or ''."""
    try:
        opened(data).close()
    except ReadingError as error:
        return error.message
    return ""

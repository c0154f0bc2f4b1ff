"""File names that sort by day and say what is inside."""

from __future__ import annotations

import re
import unicodedata

from ratslinde.printing.documents import (
    AgendaDocument,
    AnnouncementDocument,
    Document,
    PaperDocument,
    TableDocument,
)

MAX_TITLE = 60
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
)


def file_name(document: Document) -> str:
    """Return the name of the PDF in plain letters: "2026-04-28_2026-041_Beschlussvorlage_Baum.pdf"."""
    if isinstance(document, PaperDocument):
        day = document.date.isoformat() if document.date else ""
        parts = (day, document.reference, document.paper_type, _short(_plain(document.name)))
    elif isinstance(document, TableDocument):
        parts = (document.day.isoformat() if document.day else "", "", "", _short(_plain(document.title)))
    else:
        parts = (document.date.isoformat(), document.organization, _KIND[type(document)], "")
    return "_".join(filter(None, map(_plain, parts))) + ".pdf"


_KIND: dict[type, str] = {AnnouncementDocument: "Bekanntmachung", AgendaDocument: "Tagesordnung"}


def _plain(text: str) -> str:
    spelled = unicodedata.normalize("NFKD", text.translate(_GERMAN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", spelled).strip("-")


def _short(text: str) -> str:
    if len(text) <= MAX_TITLE:
        return text
    return text[:MAX_TITLE].rpartition("-")[0] or text[:MAX_TITLE]

"""Documents out: values in, the bytes of an accessible PDF out. Knows no table and no framework."""

from __future__ import annotations

from ratslinde.printing.checking import check_templates
from ratslinde.printing.documents import (
    AgendaDocument,
    AgendaEntry,
    AnnouncementDocument,
    Attachment,
    ConsultationRow,
    Contact,
    Document,
    LegendEntry,
    PaperDocument,
    PlannedReport,
    TableColumn,
    TableDocument,
)
from ratslinde.printing.fonts import FONT_FILES, fonts_folder
from ratslinde.printing.missing import missing_characters
from ratslinde.printing.names import file_name
from ratslinde.printing.plain import plain_text
from ratslinde.printing.press import PrintingError, render

__all__ = [
    "FONT_FILES",
    "AgendaDocument",
    "AgendaEntry",
    "AnnouncementDocument",
    "Attachment",
    "ConsultationRow",
    "Contact",
    "Document",
    "LegendEntry",
    "PaperDocument",
    "PlannedReport",
    "PrintingError",
    "TableColumn",
    "TableDocument",
    "check_templates",
    "file_name",
    "fonts_folder",
    "missing_characters",
    "plain_text",
    "render",
]

"""The same sentence in the scripts that the printer knows, and a document of all of them."""

from __future__ import annotations

from ratslinde.kernel.blocks import Heading, ItemList, Paragraph
from ratslinde.printing import AgendaDocument, AgendaEntry, Document, PaperDocument
from ratslinde.printing.samples import agenda

UKRAINIAN = "Рада з питань інтеграції засідає в ґанку на їжачій вулиці."
TURKISH = "Uyum Meclisi İstanbul Caddesi'nde toplanıyor: ığşç."
GREEK = "Το Συμβούλιο Ένταξης συνεδριάζει."
ARABIC = "يجتمع مجلس المدينة يوم السبت 20 مايو 2026 (Rathaus)."
PERSIAN = "می‌خواهم به شورا بیایم؛ گچ پژ ۱۲۳"
HEBREW = "המועצה תתכנס ביום רביעי, 20 במאי 2026."


def every_script() -> tuple[Document, ...]:
    """An agenda and a paper with each script in each place of running text."""
    texts = (UKRAINIAN, TURKISH, GREEK, ARABIC, PERSIAN, HEBREW)
    entries = tuple(AgendaEntry(number=f"{number}", name=text) for number, text in enumerate(texts, 1))
    blocks = [
        block
        for text in texts
        for block in (
            Heading(level=2, text=text),
            Paragraph(text),
            Paragraph(f"{text}\n{text}:"),
            ItemList(ordered=False, items=(text, text)),
            ItemList(ordered=True, items=(text,)),
        )
    ]
    sheet = agenda()
    return (
        AgendaDocument(
            body=sheet.body, organization=sheet.organization, date=sheet.date, agenda=entries, hints=ARABIC
        ),
        PaperDocument(body="Stadt Lindenhagen", name=ARABIC, explanations=tuple(blocks)),
    )

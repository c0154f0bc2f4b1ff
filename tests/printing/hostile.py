"""Documents full of what could hurt the printer."""

from __future__ import annotations

import datetime

from ratslinde.kernel.blocks import MAX_CHARACTERS, ItemList, Paragraph, parse
from ratslinde.printing import (
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

MARKUP = (
    '#eval("1+1") #read("/etc/passwd") #import "frame.typ" $x^2$ *fett* _kursiv_ @ziel <ziel> = Titel '
    "\\ // Rest /* Rest */ [x] {y} `z` \\u{1f600} ~ --- ' \" #[ #{ 1/2"
)
UNUSUAL = (
    "\x00\x07\x1b[31m\u202egnilasrever\u202c \ud800 \ue000 \ufffe \u0300\u0301 e\u0301 a\u0308 \u200d \ufeff "
    "👩\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3 中文 مرحبا עברית ไทย 𝔄 ☐☒✓ ﷽ \U000e0041 \u00ad"
)


CREATED = datetime.datetime(2026, 5, 5, tzinfo=datetime.UTC)
LONG = {
    "one word": (Paragraph("x" * MAX_CHARACTERS),),
    "short lines": (Paragraph("a\n" * (MAX_CHARACTERS // 2)),),
    "an item of short lines": (ItemList(ordered=False, items=("a\n" * 50_000,)),),
    "items": parse("- a\n" * 75_000),
    "headings": parse("## a\n" * 50_000),
    "one paragraph": parse("Die Verwaltung wird beauftragt. " * (MAX_CHARACTERS // 33)),
}
"""Blocks that somebody made to keep the press busy: bench/hostile.py times them."""


def long_paper(name: str) -> PaperDocument:
    """Return a paper that explains itself with one of `LONG`."""
    return PaperDocument(body="Stadt Lindenhagen", name="Viel", explanations=LONG[name])


def hostile_documents(text: str) -> tuple[Document, ...]:
    """Return each document with `text` in every field that takes text."""
    day, hour = datetime.date(2026, 5, 20), datetime.time(17, 0)
    entries = tuple(
        AgendaEntry(number=text, name=text, public=public, paper_reference=text, note=text)
        for public in (True, False)
    )
    sheet = {
        "body": text, "organization": text, "date": day, "time": hour, "place": text, "accessibility": text,
        "hints": text, "agenda": entries, "papers_url": text, "papers_place": text,
    }  # fmt: skip
    return (
        AnnouncementDocument(
            **sheet,
            notice_number=text,
            publication_note=text,
            issued_at=text,
            signed_by=text,
            signed_role=text,
        ),
        AgendaDocument(**sheet),
        _paper(text),
        _table(text),
    )


def _paper(text: str) -> PaperDocument:
    blocks = parse(f"{text}\n\n### {text}\n\n- {text}\n- {text}\n\n1. {text}\n2. {text}")
    return PaperDocument(
        body=text,
        name=text,
        reference=text,
        paper_type=text,
        file_reference=text,
        lead=text,
        contact=Contact(name=text, phone=text, email=f"{text}@", room=text),
        participants=(text, text),
        consultations=(ConsultationRow(organization=text, agenda_number=text, role=text, result=text),),
        summary=blocks,
        proposal_subheading=text,
        proposal=blocks,
        costs=blocks,
        financing=blocks,
        explanations=blocks,
        planned_reports=(PlannedReport(organization=text, note=text),),
        attachments=(Attachment(name=text, note=text),),
        signed_by=(text,),
    )


def _table(text: str) -> TableDocument:
    return TableDocument(
        body=text,
        title=text,
        subtitle=text,
        columns=(TableColumn(title=text), TableColumn(title=text)),
        rows=((text, f"{text}\n{text}"),),
        legend=(LegendEntry(term=text, meaning=text),),
        notes=(text,),
        source=text,
    )

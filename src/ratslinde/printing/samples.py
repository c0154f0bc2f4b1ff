"""Sample values, all invented: what own templates are checked with. Each document once full and once bare."""

from __future__ import annotations

import datetime

from ratslinde.kernel.blocks import parse
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
from ratslinde.printing.sample_texts import EXPLANATIONS, PROPOSAL

_MEETING_DAY = datetime.date(2026, 5, 20)

_AGENDA = (
    AgendaEntry(number="1", name="Anfragen von Einwohnerinnen und Einwohnern"),
    AgendaEntry(number="2", name="Niederschrift über die öffentliche Sitzung vom 25.02.2026"),
    AgendaEntry(number="3", name="Bericht der Verwaltung"),
    AgendaEntry(
        number="4",
        name="Beschluss über eine gemeinsame Baumpflanzaktion beim „Tag der Nachbarschaft“",
        paper_reference="2026/041",
    ),
    AgendaEntry(
        number="5", name="Aufbau eines Netzwerks „Ankommen“", paper_reference="2026/042", note="abgesetzt"
    ),
    AgendaEntry(number="6", name="Anfragen von Ausschussmitgliedern"),
    AgendaEntry(number="7", name="Mitteilungen der Verwaltung", public=False),
)


def announcement() -> AnnouncementDocument:
    """Return a full announcement."""
    return AnnouncementDocument(
        body="Stadt Lindenhagen",
        notice_number="Amtsblatt Nr. 9/2026",
        organization="Ausschuss für Chancengerechtigkeit und Integration",
        meeting_number=4,
        date=_MEETING_DAY,
        time=datetime.time(17, 0),
        place="Bürgerhaus am Anger, Saal 1, Lindenallee 2, 59999 Lindenhagen",
        accessibility="Der Saal ist stufenlos erreichbar; eine Höranlage ist vorhanden.",
        hints="Alle Einwohnerinnen und Einwohner sind zum öffentlichen Teil der Sitzung herzlich eingeladen.",
        agenda=_AGENDA,
        papers_url="https://rat.lindenhagen.example/sitzungen/",
        papers_place="Rathaus, Zimmer 14",
        publication_note="Die amtliche Bekanntmachung erfolgt durch das Amtsblatt der Stadt Lindenhagen.",
        issued_at="Lindenhagen",
        issued_on=datetime.date(2026, 5, 5),
        signed_by="Amira Sommerfeld",
        signed_role="Vorsitz",
    )


def agenda() -> AgendaDocument:
    """Return a full agenda."""
    return AgendaDocument(
        body="Stadt Lindenhagen",
        organization="Ausschuss für Chancengerechtigkeit und Integration",
        meeting_number=4,
        date=_MEETING_DAY,
        time=datetime.time(17, 0),
        place="Bürgerhaus am Anger, Saal 1, Lindenallee 2, 59999 Lindenhagen",
        agenda=_AGENDA,
        as_of=datetime.date(2026, 5, 5),
    )


def paper() -> PaperDocument:
    """Return a full paper of two pages."""
    return PaperDocument(
        body="Stadt Lindenhagen",
        name="Beschluss über eine gemeinsame Baumpflanzaktion beim „Tag der Nachbarschaft“",
        reference="2026/041",
        paper_type="Beschlussvorlage",
        date=datetime.date(2026, 4, 28),
        file_reference="50.2-14/26",
        lead="Fachbereich Soziales und Teilhabe",
        contact=Contact(name="Frau Wiesental", phone="02599 10-214", email="wiesental@lindenhagen.example"),
        participants=("Fachbereich Umwelt und Grün", "Stabsstelle Gleichstellung"),
        consultations=_CONSULTATIONS,
        summary=parse(
            "Beim „Tag der Nachbarschaft“ soll eine Linde als Zeichen des Miteinanders gepflanzt werden."
        ),
        proposal_subheading="Sachentscheidung",
        proposal=parse(PROPOSAL),
        costs=parse(
            "Es entstehen Personalkosten, die dem laufenden Verwaltungsbetrieb zuzuordnen sind. Die Linde, "
            "der Verbiss- und der Stammschutz kosten einmalig 1.480 Euro, die Pflege jährlich 120 Euro."
        ),
        financing=parse(
            "Die Mittel stehen im Produkt 0502 „Teilhabe“ bereit. Eine Spende ist in Aussicht gestellt."
        ),
        explanations=parse(EXPLANATIONS),
        planned_reports=(
            PlannedReport(
                organization="Umweltausschuss",
                date=datetime.date(2026, 11, 12),
                note="Bericht über die Pflanzung",
            ),
        ),
        attachments=(Attachment(name="Lageplan des Angers", pages=1), Attachment(name="Pflegeplan", pages=4)),
        signed_by=("Jonas Ahrendt, Beigeordneter",),
    )


def table() -> TableDocument:
    """Return a full table, as wide as one sheet across can be."""
    cells = ("Gedeckt\n2 vor Ort\n1 stadtweit", "Lücke", "Nicht erhoben\n1 unklar", "Nicht vorgesehen")
    return TableDocument(
        body="Stadt Lindenhagen",
        title="Abdeckung: Handlungsfelder nach Sozialräumen",
        subtitle="Zielgruppe: Familien",
        day=_MEETING_DAY,
        columns=(
            TableColumn(title="Handlungsfeld", share=2.2),
            *(TableColumn(title=f"Stadtviertel {number}") for number in range(1, 18)),
        ),
        rows=tuple(
            (name, *(cells[number % 4] for number in range(17)))
            for name in ("Sprache", "Wohnen und Quartier", "Aufenthalt, Einbürgerung und Behörden")
        ),
        legend=(LegendEntry(term="Lücke", meaning="Es gibt nichts, und es wurden genug Akteure gefragt."),),
        notes=("Ein Feld gilt als erhoben, wenn 60 % der bekannten Akteure geantwortet haben.",),
        source="Angebote und Akteure, die der Verwaltung bekannt sind",
    )


def bare_documents() -> tuple[Document, ...]:
    """Return each document with nothing but what it must state."""
    where, organization = "Stadt Lindenhagen", "Integrationsrat"
    return (
        AnnouncementDocument(body=where, organization=organization, date=_MEETING_DAY),
        AgendaDocument(body=where, organization=organization, date=_MEETING_DAY),
        PaperDocument(body=where, name="Bericht über die Arbeit des Netzwerks"),
        TableDocument(body=where, title="Abdeckung", columns=(TableColumn(title="Handlungsfeld"),)),
    )


def unusual_documents() -> tuple[Document, ...]:
    """Return each document with letters of other scripts, signs, and names too long for their column."""
    names = (
        "Łukasz Đorđević, Şükrü Yıldız, Nguyễn Thị Bảy, Олена Шевченко, Μαρία ☐ 🌳 " + "Rechtsverordnung" * 8
    )
    entry = AgendaEntry(
        number="10.11.12", name=names, paper_reference="WP 2025-2030/SV-50-032-Ergänzung", note=names
    )
    return (
        AnnouncementDocument(
            body=names, organization=names, date=_MEETING_DAY, agenda=(entry,), cancelled=True
        ),
        AgendaDocument(body=names, organization=names, date=_MEETING_DAY, agenda=(entry,), hints=names),
        PaperDocument(
            body=names,
            name=names,
            public=False,
            participants=(),
            proposal=parse(f"### {names}\n\n{names}\n\n- {names}"),
            consultations=(ConsultationRow(organization=names, role=names, result=names),),
            attachments=(Attachment(name=names, note=names),),
        ),
        TableDocument(
            body=names,
            title=names,
            columns=tuple(TableColumn(title=names) for _ in range(24)),
            rows=((f"{names}\n{names}",) * 24,) * 2,
            legend=(LegendEntry(term=names, meaning=names),),
            notes=(names,),
        ),
    )


def all_documents() -> tuple[Document, ...]:
    """Return every sample."""
    return announcement(), agenda(), paper(), table(), *bare_documents(), *unusual_documents()


_CONSULTATIONS = (
    ConsultationRow(
        organization="Ausschuss für Chancengerechtigkeit und Integration",
        date=_MEETING_DAY,
        agenda_number="4",
        role="Vorberatung",
        result="einstimmig empfohlen",
    ),
    ConsultationRow(
        organization="Rat der Stadt Lindenhagen", date=datetime.date(2026, 6, 18), role="Entscheidung"
    ),
)

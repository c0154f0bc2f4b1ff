"""Papers, their way, and documents."""

from __future__ import annotations

import datetime
import hashlib

from ratslinde.files import storage
from ratslinde.kernel import blocks, clock
from ratslinde.record import oparl, pages
from ratslinde.record.values import Content, Value, address, link
from tests.portal.town.ids import BODY, COUNCIL, GONE, HELD, HELD_DAY, NOTICE, PAGE, PAPER, REPORT

PROPOSAL = """Zum Fest der Kulturen wird ein Baum gepflanzt.

1. Der Ort wird bis Juli gesucht.
2. Die Kosten trägt eine Stiftung."""
EXPLANATION = """## Ausgangslage

Im Rahmen der Zielfindung wurde eine Baumpflanzaktion besprochen.

## Vorgehen

- Ort suchen
- Baum auswählen
- Pflanzen und feiern"""


def document(
    public_id: str, name: str, file_name: str, media_type: str, data: bytes, *, text: str = ""
) -> Value:
    stored = storage.store(data)
    path = f"dokumente/{public_id}/"
    return Value(
        kind="file",
        id=public_id,
        body=BODY,
        title=name,
        text=text,
        path=path,
        page=pages.FilePage(accessible=True),
        content=Content(sha256=stored.sha256, media_type=media_type, file_name=file_name),
        oparl=oparl.File(
            name=name,
            file_name=file_name,
            mime_type=media_type,
            size=len(data),
            text=text or None,
            sha512_checksum=hashlib.sha512(data).hexdigest(),
            date=HELD_DAY,
            access_url=address(path + file_name),
            download_url=address(f"{path}{file_name}?download"),
        ),
    )


def documents() -> list[Value]:
    pdf = b"%PDF-1.4\n" + bytes(range(256)) * 40
    page = b"<!doctype html><title>Plan</title><script>document.title='lief'</script><p>Plan"
    return [
        document(
            NOTICE,
            "Bekanntmachung",
            "bekanntmachung.pdf",
            "application/pdf",
            pdf,
            text="Bekanntmachung\n\nSitzung",
        ),
        document(PAGE, "Lageplan", "lageplan.html", "text/html", page),
    ]


def papers() -> list[Value]:
    contact = pages.Contact(name="Frau Berger", phone="02599 10-234", email="berger@lindenhagen.example")
    decision = pages.PaperPage(
        decision_paper=True,
        lead="Fachbereich Jugend und Soziales",
        participants=("Fachbereich Umwelt und Bauen",),
        contact=contact,
        proposal_heading="Sachentscheidung",
        proposal=blocks.parse(PROPOSAL),
        costs=blocks.parse("Es entstehen Personalkosten, die dem laufenden Betrieb zuzuordnen sind."),
        financing=blocks.parse("Haushaltsmittel werden nicht benötigt."),
        explanation=blocks.parse(EXPLANATION),
        planned_reports=(
            pages.PlannedReport(
                organization=COUNCIL,
                organization_name="Integrationsrat",
                date=datetime.date(2030, 3, 4),
                text="Vorstellung der Ergebnisse",
            ),
        ),
    )
    return [
        paper(
            PAPER,
            "Beschluss über die Planung einer Baumpflanzaktion im Rahmen des Fests der Kulturen",
            "VO/0123/24",
            decision,
            files=(NOTICE,),
        ),
        consultation(
            "c0ns1000000000",
            item="item2000000000",
            meeting=HELD,
            day=HELD_DAY,
            role="Entscheidung",
            position=1,
        ),
        consultation(
            "c0ns2000000000",
            item=None,
            meeting=None,
            day=datetime.date(2031, 1, 20),
            role="Kenntnisnahme",
            position=2,
        ),
        paper(
            REPORT,
            "Aufbau eines Integrationsmanagements",
            "MV/0007/24",
            pages.PaperPage(decision_paper=False),
            steps=("c0ns3000000000",),
        ),
        consultation(
            "c0ns3000000000",
            item="item2000000000",
            meeting=HELD,
            day=HELD_DAY,
            role="Kenntnisnahme",
            position=1,
        ),
    ]


def paper(
    public_id: str,
    title: str,
    reference: str,
    page: pages.PaperPage,
    *,
    steps: tuple[str, ...] = ("c0ns1000000000", "c0ns2000000000"),
    files: tuple[str, ...] = (),
) -> Value:
    value = oparl.Paper(
        name=title,
        reference=reference,
        date=HELD_DAY,
        main_file=link("file", NOTICE),
        paper_type="Beschlussvorlage" if page.decision_paper else "Mitteilungsvorlage",
        auxiliary_file=tuple(link("file", each) for each in files[1:]),
        consultation=tuple(link("consultation", each) for each in steps),
    )
    return Value(
        kind="paper",
        id=public_id,
        body=BODY,
        oparl=value,
        page=page,
        title=title,
        text="Baum und Fest der Kulturen",
        path=f"vorlagen/{public_id}/",
        date=clock.at(HELD_DAY, 0),
        lists=(COUNCIL,),
    )


def gone_paper() -> Value:
    return paper(GONE, "Zurückgezogene Sache", "VO/0999/24", pages.PaperPage(decision_paper=True), steps=())


def consultation(
    public_id: str, *, item: str | None, meeting: str | None, day: datetime.date, role: str, position: int
) -> Value:
    value = oparl.Consultation(
        agenda_item=link("agendaItem", item) if item else None,
        meeting=link("meeting", meeting) if meeting else None,
        organization=(link("organization", COUNCIL),),
        role=role,
        authoritative=role == "Entscheidung",
    )
    page = pages.ConsultationPage(organization_name="Integrationsrat", position=position, date=day)
    return Value(
        kind="consultation",
        id=public_id,
        body=BODY,
        oparl=value,
        page=page,
        title="Integrationsrat",
        date=clock.at(day, 0),
        lists=(COUNCIL,),
    )

"""Sessions: one that was held, one to come, one cancelled."""

from __future__ import annotations

import datetime

from ratslinde.kernel import blocks, clock
from ratslinde.record import oparl, pages
from ratslinde.record.values import Value, link
from tests.portal.town.ids import BODY, CANCELLED, COUNCIL, HELD, HELD_DAY, NEXT, NOTICE, PAGE
from tests.portal.town.papers import consultation, paper


def item(
    public_id: str,
    number: str,
    name: str,
    *,
    decision: str = "",
    meeting: str = HELD,
    removed_reason: str = "",
    **more,
) -> Value:
    value = oparl.AgendaItem(
        number=number, name=name, **{"public": True, "resolution_text": decision or None, **more}
    )
    return Value(
        kind="agendaItem",
        id=public_id,
        body=BODY,
        oparl=value,
        title=name,
        path=f"sitzungen/{meeting}/#top-{public_id}",
        page=pages.AgendaItemPage(decision=blocks.parse(decision), removed_reason=removed_reason),
        date=clock.at(HELD_DAY, 17),
    )


def session(public_id: str, *, further_items: int = 0) -> list[Value]:
    """The session that was held, with four items and any number of further ones that each have a paper."""
    items = [
        item("item1000000000", "1", "Anfragen von Einwohnerinnen und Einwohnern"),
        item(
            "item2000000000",
            "2",
            "Beschluss über die Planung einer Baumpflanzaktion im Rahmen des Fests der Kulturen",
            result="geändert beschlossen",
            decision="Zum Fest der Kulturen wird ein Baum gepflanzt.\n\nDie Verwaltung sucht den Ort.",
            votes_yes=12,
            votes_no=3,
            votes_abstain=1,
            vote_result="mehrheitlich",
            auxiliary_file=(link("file", PAGE),),
        ),
        item(
            "item3000000000",
            "3",
            "Bericht der Verwaltung",
            removed=True,
            removed_reason="Berichterstatter verhindert",
        ),
        item("item4000000000", "4", "Vertragsangelegenheit", public=False),
        *(
            item(
                f"more{number:010}",
                f"{number + 10}",
                f"Weiterer Punkt {number}",
                result="zur Kenntnis genommen",
                votes_yes=5,
            )
            for number in range(further_items)
        ),
    ]
    return [
        *items,
        *further_papers(public_id, further_items),
        meeting(public_id, HELD_DAY, "3. Sitzung Integrationsrat", items=items, state="durchgeführt"),
    ]


def further_papers(meeting_id: str, number: int) -> list[Value]:
    values = []
    for each in range(number):
        step = f"c0nm{each:010}"
        values.append(
            paper(
                f"papm{each:010}",
                f"Weitere Vorlage {each}",
                f"VO/1{each:03}/24",
                pages.PaperPage(decision_paper=True),
                steps=(step,),
            )
        )
        values.append(
            consultation(
                step,
                item=f"more{each:010}",
                meeting=meeting_id,
                day=HELD_DAY,
                role="Entscheidung",
                position=1,
            )
        )
    return values


def meeting(
    public_id: str, day: datetime.date, name: str, *, items: list[Value], state: str, **more
) -> Value:
    start = clock.at(day, 17)
    page = pages.MeetingPage(
        organization_names=("Integrationsrat",),
        issuer="Ayşe Yıldırım-Çelik",
        issuer_role="Vorsitz",
        issued_at="Lindenhagen",
        issued_on=day - datetime.timedelta(days=15),
        nonpublic_part=True,
        hints=blocks.parse(
            "Alle Einwohnerinnen und Einwohner sind zum öffentlichen Teil herzlich eingeladen."
        ),
        cancelled_reason=more.pop("cancelled_reason", ""),
    )
    value = oparl.Meeting(
        name=name,
        meeting_state=state,
        start=start,
        end=start + datetime.timedelta(hours=2),
        location=link("location", "p1ace000000000"),
        organization=(link("organization", COUNCIL),),
        agenda_item=tuple(link("agendaItem", each.id) for each in items),
        auxiliary_file=(link("file", NOTICE),),
        **more,
    )
    return Value(
        kind="meeting",
        id=public_id,
        body=BODY,
        oparl=value,
        page=page,
        title=name,
        path=f"sitzungen/{public_id}/",
        date=start,
        lists=(COUNCIL,),
    )


def next_session() -> list[Value]:
    return [
        meeting(
            NEXT,
            clock.today() + datetime.timedelta(days=20),
            "4. Sitzung Integrationsrat",
            items=[],
            state="eingeladen",
        )
    ]


def cancelled_session() -> list[Value]:
    day = clock.today() + datetime.timedelta(days=50)
    return [
        meeting(
            CANCELLED,
            day,
            "5. Sitzung Integrationsrat",
            items=[],
            state="terminiert",
            cancelled=True,
            cancelled_reason="Der Saal steht nicht zur Verfügung.",
        )
    ]

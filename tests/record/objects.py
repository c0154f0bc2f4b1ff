"""Values for the tests of the record, of one invented town."""

from __future__ import annotations

import datetime
import json

from ratslinde.journal import queue
from ratslinde.record import oparl, pages
from ratslinde.record.models import Published
from ratslinde.record.values import Kind, Value, Withdrawal, link

BODY = "lindenhagen"


def item(public_id: str, *, name: str = "Bericht", text: str = "", **more) -> Value:
    return Value(
        kind="agendaItem", id=public_id, body=BODY, oparl=oparl.AgendaItem(name=name, public=True, **more),
        page=pages.AgendaItemPage(), title=name, text=text, path=f"sitzungen/m1/#top-{public_id}",
    )  # fmt: skip


def meeting(
    *items: str,
    public_id: str = "m1",
    name: str = "Sitzung",
    place: str = "",
    organizations: tuple[str, ...] = (),
) -> Value:
    value = oparl.Meeting(
        name=name,
        agenda_item=tuple(link("agendaItem", each) for each in items),
        location=link("location", place) if place else None,
        organization=tuple(link("organization", each) for each in organizations),
    )
    return Value(
        kind="meeting", id=public_id, body=BODY, title=name, path=f"sitzungen/{public_id}/", page=pages.MeetingPage(),
        oparl=value, lists=organizations, date=datetime.datetime(2026, 3, 3, 16, tzinfo=datetime.UTC),
    )  # fmt: skip


def consultation(public_id: str, *, agenda_item: str = "", organization: str = "") -> Value:
    owners = (organization,) if organization else ()
    value = oparl.Consultation(
        agenda_item=link("agendaItem", agenda_item) if agenda_item else None,
        organization=tuple(link("organization", each) for each in owners),
    )
    return Value(
        kind="consultation", id=public_id, body=BODY, title="", oparl=value, lists=owners,
        page=pages.ConsultationPage(organization_name="Rat", position=0),
    )  # fmt: skip


def paper(
    public_id: str, *, name: str = "Vorlage", text: str = "", consultations: tuple[str, ...] = ()
) -> Value:
    return Value(
        kind="paper", id=public_id, body=BODY, title=name, text=text, path=f"vorlagen/{public_id}/",
        oparl=oparl.Paper(name=name, consultation=tuple(link("consultation", each) for each in consultations)),
        page=pages.PaperPage(decision_paper=True),
    )  # fmt: skip


def place(public_id: str, *, room: str = "Saal") -> Value:
    return Value(
        kind="location",
        id=public_id,
        body=BODY,
        title=room,
        oparl=oparl.Location(room=room),
        page=pages.Page(),
    )


def organization(public_id: str, *, name: str = "Rat", slug: str = "") -> Value:
    return Value(
        kind="organization", id=public_id, body=BODY, title=name, oparl=oparl.Organization(name=name),
        page=pages.OrganizationPage(slug=slug or public_id), path=f"gremien/{slug or public_id}/",
    )  # fmt: skip


def person(public_id: str, *memberships: str, name: str = "Ada Beispiel") -> Value:
    return Value(
        kind="person", id=public_id, body=BODY, title=name, path=f"personen/{public_id}/", page=pages.PersonPage(),
        oparl=oparl.Person(name=name, membership=tuple(link("membership", each) for each in memberships)),
    )  # fmt: skip


def membership(public_id: str, organization_id: str) -> Value:
    return Value(
        kind="membership", id=public_id, body=BODY, title="", page=pages.Page(),
        oparl=oparl.Membership(organization=link("organization", organization_id)),
    )  # fmt: skip


def gone(kind: Kind, public_id: str) -> Withdrawal:
    return Withdrawal(kind=kind, id=public_id, body=BODY)


def sent(public_id: str) -> dict:
    return json.loads(Published.objects.get(pk=public_id).standalone.replace("\x1f", "https://x/"))


def modified(public_id: str) -> datetime.datetime:
    return Published.objects.get(pk=public_id).modified


def work() -> None:
    while queue.work_one():
        pass

"""The invented town of Lindenhagen as public values: each OParl type at least once, and what is hard about each."""

from __future__ import annotations

import datetime

import msgspec

from ratslinde.kernel import clock
from ratslinde.record import oparl, pages
from ratslinde.record.publishing import publish
from ratslinde.record.values import Kind, Value, Withdrawal, address, link

BODY = "lindenhagen"
LICENSE = "https://creativecommons.org/publicdomain/zero/1.0/"


def value(
    kind: Kind, public_id: str, data: msgspec.Struct, page: msgspec.Struct | None = None, **more
) -> Value:
    more.setdefault("title", getattr(data, "name", "") or "")
    return Value(kind=kind, id=public_id, body=BODY, oparl=data, page=page or pages.Page(), **more)


def links(kind: Kind, *ids: str) -> tuple[str, ...]:
    return tuple(link(kind, each) for each in ids)


def system() -> Value:
    return value(
        "system", "system",
        oparl.System(
            oparl_version="https://schema.oparl.org/1.1/", name="Ratslinde Lindenhagen", license=LICENSE,
            contact_email="rat@lindenhagen.example", website="https://lindenhagen.example/",
            product="https://ratslinde.example/",
        ),
    )  # fmt: skip


def body(*terms: str) -> Value:
    return value(
        "body", BODY,
        oparl.Body(
            system=link("system", "system"), name="Stadt Lindenhagen", short_name="Lindenhagen", ags="05999999",
            license=LICENSE, location=link("location", "rathaus"), legislative_term=links("legislativeTerm", *terms),
        ),
        pages.BodyPage(legal=pages.LegalTexts()),
    )  # fmt: skip


def term(public_id: str, start: int, end: int) -> Value:
    data = oparl.LegislativeTerm(
        name=f"{start}–{end}", start_date=datetime.date(start, 11, 1), end_date=datetime.date(end, 10, 31)
    )
    return value("legislativeTerm", public_id, data)


def organization(public_id: str, name: str, **more) -> Value:
    data = oparl.Organization(name=name, **{"organization_type": "Gremium", **more})
    page = pages.OrganizationPage(slug=public_id, council_body=True)
    return value("organization", public_id, data, page, path=f"gremien/{public_id}/")


def person(public_id: str, name: str, *memberships: str) -> Value:
    data = oparl.Person(
        name=name, family_name=name.rsplit(maxsplit=1)[-1], membership=links("membership", *memberships)
    )
    return value("person", public_id, data, pages.PersonPage(), path=f"personen/{public_id}/")


def membership(public_id: str, organization_id: str, **more) -> Value:
    data = oparl.Membership(organization=link("organization", organization_id), role="Mitglied", **more)
    return value("membership", public_id, data)


def place(public_id: str, description: str, **more) -> Value:
    data = oparl.Location(description=description, postal_code="59999", locality="Lindenhagen", **more)
    return value("location", public_id, data, title=description)


def file(public_id: str, name: str) -> Value:
    data = oparl.File(
        name=name, file_name=f"{public_id}.pdf", mime_type="application/pdf", date=datetime.date(2026, 2, 20),
        size=1234, sha512_checksum="0f" * 64, text=f"{name} im Wortlaut",
        access_url=address(f"dokumente/{public_id}/{public_id}.pdf"),
        download_url=address(f"dokumente/{public_id}/{public_id}.pdf?download"),
    )  # fmt: skip
    return value("file", public_id, data, pages.FilePage(), path=f"dokumente/{public_id}/")


def meeting(public_id: str, day: int, *items: str, organization_id: str = "ausschuss", **more) -> Value:
    start = datetime.datetime(2026, 3, day, 16, 30, 15, 123456, tzinfo=datetime.UTC)
    data = oparl.Meeting(
        **{
            "name": "Sitzung des Ausschusses für Chancengerechtigkeit", "meeting_state": "eingeladen", "start": start,
            "location": link("location", "rathaus"), "organization": links("organization", organization_id),
            "agenda_item": links("agendaItem", *items), "organization_name": "Ausschuss für Chancengerechtigkeit",
            **more,
        }
    )  # fmt: skip
    return value(
        "meeting", public_id, data, pages.MeetingPage(), path=f"sitzungen/{public_id}/", date=start,
        lists=(organization_id,),
    )  # fmt: skip


def item(public_id: str, number: str, name: str, **more) -> Value:
    data = oparl.AgendaItem(number=number, name=name, **{"public": True, **more})
    return value("agendaItem", public_id, data, pages.AgendaItemPage(), path=f"sitzungen/s1/#top-{public_id}")


def paper(public_id: str, reference: str, name: str, *consultations: str, **more) -> Value:
    data = oparl.Paper(
        name=name, reference=reference, date=datetime.date(2026, 2, 12), paper_type="Beschlussvorlage",
        consultation=links("consultation", *consultations), **more,
    )  # fmt: skip
    page = pages.PaperPage(decision_paper=True)
    return value(
        "paper",
        public_id,
        data,
        page,
        path=f"vorlagen/{public_id}/",
        date=clock.at(datetime.date(2026, 2, 12), 0),
    )


def consultation(
    public_id: str, *, item_id: str = "", meeting_id: str = "", organization_id: str = "ausschuss"
) -> Value:
    data = oparl.Consultation(
        agenda_item=link("agendaItem", item_id) if item_id else None,
        meeting=link("meeting", meeting_id) if meeting_id else None,
        organization=links("organization", organization_id), role="Entscheidung", authoritative=True,
        organization_name="Ausschuss für Chancengerechtigkeit", planned_date=None if item_id else "2026-06-16",
        planned_certain=None if item_id else False,
    )  # fmt: skip
    page = pages.ConsultationPage(organization_name="Ausschuss für Chancengerechtigkeit", position=0)
    return value("consultation", public_id, data, page, lists=(organization_id,))


def gone(kind: Kind, public_id: str) -> Withdrawal:
    return Withdrawal(kind=kind, id=public_id, body=BODY)


def found_the_town() -> None:
    """Everything that is public in Lindenhagen; then some of it is withdrawn."""
    publish([
        system(), body("wp1", "wp2", "wpx"), term("wp1", 2020, 2025), term("wp2", 2025, 2030), term("wpx", 1990, 1994),
        place("rathaus", "Rathaus", room="Großer Saal", street_address="Am Lindenplatz 1"), place("turm", "Turm"),
        organization("rat", "Rat der Stadt", classification="Parlament", location=link("location", "rathaus")),
        organization("ausschuss", "Ausschuss für Vielfalt", sub_organization_of=link("organization", "rat")),
        organization("liste", "Liste „Grüne Linde“", organization_type="Fraktion"), organization("alt", "Alter Beirat"),
        person("ada", "Dr. Ada Beispiel", "ma", "mb"), person("omar", "Ömer Müßig", "mo"), person("weg", "Ein Irrtum"),
        membership("ma", "ausschuss", on_behalf_of=link("organization", "liste"), voting_right=True,
                   start_date=datetime.date(2025, 11, 1)),
        membership("mb", "rat"), membership("mo", "ausschuss", deputy_for=link("membership", "ma")),
        file("f1", "Bericht „Ankommen“"), file("f2", "Anlage"), file("f3", "Niederschrift"), file("fx", "Versehen"),
        meeting("s1", 3, "t1", "tx", "t2", "t3", results_protocol=link("file", "f3"), announced_on="2026-02-20",
                auxiliary_file=links("file", "fx")),
        meeting("s2", 24, cancelled=True), meeting("sx", 17),
        item("t1", "Ö 1", "Begrüßung"), item("tx", "Ö 2", "Vertrauliches aus Versehen"),
        item("t2", "Ö 3", "Förderung und Fest", resolution_text="Der Ausschuss beschließt.", votes_yes=12, votes_no=0,
             votes_abstain=1, result="beschlossen", vote_result="einstimmig", auxiliary_file=links("file", "f2")),
        item("t3", "N 1", "Vertragsangelegenheit", public=False),
    ])  # fmt: skip
    publish([
        paper("v1", "2026/001", "Förderung der Baumpflanzaktion", "c1", "cx", main_file=link("file", "f1"),
              auxiliary_file=links("file", "f2"), under_direction_of=links("organization", "rat")),
        paper("v2", "2026/002", "Fest der Nachbarschaft", "c2", "c3", related_paper=links("paper", "v1", "vx")),
        paper("vx", "2026/003", "Zu früh veröffentlicht"),
        consultation("c1", item_id="t2", meeting_id="s1"), consultation("c2", item_id="t2", meeting_id="s1"),
        consultation("c3", organization_id="rat"), consultation("cx", item_id="tx", meeting_id="sx"),
    ])  # fmt: skip
    publish([], withdrawals=[
        gone("meeting", "sx"), gone("agendaItem", "tx"), gone("paper", "vx"), gone("consultation", "cx"),
        gone("file", "fx"), gone("person", "weg"), gone("organization", "alt"),
        gone("membership", "mb"), gone("legislativeTerm", "wpx"),
        gone("location", "turm"),
    ])  # fmt: skip

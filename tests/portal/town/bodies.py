"""The town, its bodies and its people."""

from __future__ import annotations

import datetime

from ratslinde.kernel import blocks
from ratslinde.record import oparl, pages
from ratslinde.record.values import Value, link
from tests.portal.town.ids import BODY, COUNCIL, DEPUTY, GROUP, HELD_DAY, LIST, OFFICE, PERSON

IMPRINT = """Stadt Lindenhagen
Lindenplatz 1
59999 Lindenhagen

Telefon 02599 10-0
rathaus@lindenhagen.example"""
PRIVACY = """## Verantwortlich

Verantwortlich ist die Stadt Lindenhagen.

- Auskunft
- Berichtigung
- Löschung"""
ACCESSIBILITY = """Die Stadt Lindenhagen möchte, dass alle diese Seiten nutzen können.

## Barrieren melden

barrierefrei@lindenhagen.example"""


def town() -> list[Value]:
    legal = pages.LegalTexts(
        imprint=blocks.parse(IMPRINT),
        privacy=blocks.parse(PRIVACY),
        accessibility=blocks.parse(ACCESSIBILITY),
    )
    page = pages.BodyPage(
        legal=legal, notice="Amtlich bekannt gemacht wird im Amtsblatt der Stadt Lindenhagen."
    )
    value = oparl.Body(system=link("system", "system"), name="Stadt Lindenhagen")
    place = oparl.Location(
        description="Haus der Vereine – stufenlos erreichbar",
        room="Saal 2",
        street_address="Sternweg 3",
        postal_code="59999",
        locality="Lindenhagen",
    )
    return [
        Value(kind="body", id=BODY, body=BODY, oparl=value, page=page, title="Stadt Lindenhagen"),
        Value(
            kind="location",
            id="p1ace000000000",
            body=BODY,
            oparl=place,
            page=pages.Page(),
            title="Haus der Vereine",
        ),
    ]


def organization(public_id: str, name: str, slug: str, kind: str, **more) -> Value:
    names = more.pop("names", (pages.DatedName(name=name),))
    page = pages.OrganizationPage(
        slug=slug, names=names, council_body=kind == "Gremium", description=more.pop("text", ())
    )
    return Value(
        kind="organization",
        id=public_id,
        body=BODY,
        title=name,
        path=f"gremien/{slug}/",
        page=page,
        oparl=oparl.Organization(name=name, organization_type=kind, **more),
    )


def bodies() -> list[Value]:
    names = (
        pages.DatedName(name="Integrationsrat", short_name="IR", end=datetime.date(2025, 10, 31)),
        pages.DatedName(
            name="Ausschuss für Chancengerechtigkeit und Integration", start=datetime.date(2025, 11, 1)
        ),
    )
    return [
        organization(
            COUNCIL,
            names[1].name,
            "integrationsrat",
            "Gremium",
            names=names,
            classification="Ausschuss",
            text=blocks.parse(
                "Der Ausschuss berät über alles, was das Zusammenleben in Lindenhagen betrifft."
            ),
            start_date=datetime.date(2020, 11, 1),
        ),
        organization(
            GROUP,
            "Arbeitsgruppe Fest der Kulturen",
            "ag-fest",
            "Gremium",
            sub_organization_of=link("organization", COUNCIL),
        ),
        organization(LIST, "Bunte Liste Lindenhagen", "bunte-liste", "Fraktion"),
        organization(OFFICE, "Fachbereich Jugend und Soziales", "fb-jugend", "Verwaltungsbereich"),
        organization(
            "0rg50000000000",
            "Ausländerbeirat",
            "auslaenderbeirat",
            "Gremium",
            end_date=datetime.date(2009, 12, 31),
        ),
    ]


def people() -> list[Value]:
    return [
        *member(PERSON, "Ayşe", "Yıldırım-Çelik", role="Vorsitz", email=("a.yildirim@lindenhagen.example",)),
        *member(
            DEPUTY,
            "Jan",
            "Müller",
            role="stellvertretendes Mitglied",
            deputy_for=link("membership", f"m{PERSON[1:]}"),
        ),
        *member("pers3000000000", "Oksana", "Петренко", role="Mitglied", end=datetime.date(2022, 6, 30)),
    ]


def member(
    public_id: str, given: str, family: str, *, role: str, end: datetime.date | None = None, **more
) -> list[Value]:
    membership = f"m{public_id[1:]}"
    deputy_for = more.pop("deputy_for", None)
    joined = oparl.Membership(
        organization=link("organization", COUNCIL),
        role=role,
        voting_right=True,
        start_date=HELD_DAY.replace(year=2020),
        end_date=end,
        on_behalf_of=link("organization", LIST),
        deputy_for=deputy_for,
        organization_name="Integrationsrat" if end else None,
    )
    person = oparl.Person(
        name=f"{given} {family}",
        family_name=family,
        given_name=given,
        membership=(link("membership", membership),),
        **more,
    )
    return [
        Value(kind="membership", id=membership, body=BODY, oparl=joined, page=pages.Page(), title=role),
        Value(
            kind="person",
            id=public_id,
            body=BODY,
            oparl=person,
            page=pages.PersonPage(),
            title=f"{given} {family}",
            path=f"personen/{public_id}/",
        ),
    ]

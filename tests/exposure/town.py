"""A published session with everything that a session can have, all marked as visible twins."""

from __future__ import annotations

import datetime

from ratslinde.accounts.models import Role, User
from ratslinde.council.adoption.actions import adopt
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Body, OrganizationType
from ratslinde.council.documents.actions import add_document
from ratslinde.council.meetings import actions as meetings
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers import actions as papers
from ratslinde.kernel import blocks, clock
from ratslinde.printing import PaperDocument, render
from tests.council.cast import account
from tests.exposure import landscape

TWINS = (
    *landscape.TWINS,
    "Zwillingsbaum", "Zwillingsbank", "Zwillingsbeschluss", "Zwillingskosten", "Zwillingshaus", "Zwillingsvorsitz",
    "Zwillingsanlage", "Zwillingshinweis", "Zwillingstitel",
    "Zwillingstext",
)  # fmt: skip


def build() -> tuple[User, Body]:
    """The town with one published and one withdrawn meeting, and a source that was read."""
    administrator, clerk = account("administration", Role.ADMINISTRATOR), account("clerk", Role.CLERK)
    account("department", Role.DEPARTMENT, organization="0" * 14)
    body = bodies.set_up_town(
        administrator, name="Stadt Lindenhagen", official_key="05999001", imprint="Zwillingsimpressum",
        contact_email="rat@lindenhagen.example",
    )  # fmt: skip
    bodies.add_term(administrator, body, name="Wahlperiode 2025", start=datetime.date(2025, 11, 1), end=None)
    bodies.publish_town(administrator, body)
    _session(clerk, body)
    withdrawn = _meeting(clerk, body, day=datetime.date(2026, 2, 4), title="Zurueckgenommen 7431902")
    meetings.withdraw_meeting(clerk, withdrawn, reason="7431902")
    adopt(
        clerk,
        body,
        name="quelle.txt",
        data=b"Bekanntmachung\n\nGremium: Beirat 7431902\n\nDatum: 04.03.2026\n",
    )
    landscape.build(body)
    return clerk, body


def _meeting(clerk: User, body: Body, *, day: datetime.date, title: str) -> Meeting:
    council = body.organizations.first() or bodies.add_organization(
        clerk, body, name="Integrationsrat", organization_type=OrganizationType.COUNCIL_BODY
    )
    place = bodies.add_location(clerk, body, description="Zwillingshaus", street_address="Lindenweg 2")
    meeting = meetings.draft_meeting(
        clerk, body, organization=council, start=clock.at(day, 17), location=place, hints="Zwillingshinweis",
        issuer="Alma Zwillingsvorsitz", issuer_role="Vorsitz", issued_on=day, issued_at="Lindenhagen",
    )  # fmt: skip
    item = meetings.add_item(clerk, meeting, title=title)
    meetings.edit_item(
        clerk, item, revision=item.revision,
        changes={"result": "beschlossen", "decision_text": "Zwillingsbeschluss", "votes_yes": 7, "votes_no": 0},
    )  # fmt: skip
    meetings.add_item(
        clerk, meeting, title=f"Vertrag {title} 7431902", public=False, public_title="Zwillingstitel"
    )
    meetings.publish_meeting(clerk, meeting)
    return Meeting.objects.get(pk=meeting.pk)


def _pdf(words: str) -> bytes:
    document = PaperDocument(body="Stadt Lindenhagen", name="Anlage", explanations=blocks.parse(words))
    return render(document, created=clock.at(datetime.date(2026, 3, 1), 12))


def _session(clerk: User, body: Body) -> None:
    meeting = _meeting(clerk, body, day=datetime.date(2026, 3, 18), title="Zwillingsbaum")
    office = bodies.add_organization(
        clerk, body, name="Fachbereich Soziales", organization_type=OrganizationType.DEPARTMENT
    )
    paper = papers.draft_paper(
        clerk, office, body=body, title="Zwillingsbank", reference="2026/017", proposal="Eine Bank.",
        costs="Zwillingskosten", explanation="Schatten", contact_name="7431902", contact_email="7431902",
    )  # fmt: skip
    papers.attach(
        clerk, paper, name="Zwillingsanlage", file_name="plan.pdf", data=_pdf("Zwillingstext"), public=True
    )
    papers.attach(clerk, paper, name="Anlage 7431902", file_name="geheim.txt", data=b"7431902")
    papers.attach(clerk, paper, name="Zwillingsbank", file_name="geheim.pdf", data=_pdf("Vertrag 7431902"))
    papers.plan_report(clerk, paper, organization=meeting.organization, date=None, text="Bericht")
    papers.put_on_agenda(clerk, paper, meeting=meeting)
    hidden = meeting.items.get(public=False)
    hidden.documents.add(
        add_document(
            clerk, meeting, body=body, name="7431902", file_name="v.txt", data=b"7431902 v", public=True
        )
    )
    person = bodies.add_person(
        clerk, body, given_name="Alma", family_name="Zwillingsvorsitz", email="a7431902@x.example"
    )
    bodies.add_membership(clerk, person, organization=meeting.organization, role="Vorsitz")
    papers.publish_session(clerk, Meeting.objects.get(pk=meeting.pk))
    bodies.publish_person(clerk, person)

"""Papers at the desk, for the office and for the departments."""

from __future__ import annotations

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ratslinde.council.meetings.actions import draft_meeting
from ratslinde.council.papers import actions
from ratslinde.council.papers.models import Paper
from ratslinde.kernel import clock
from tests.desk.conftest import at_desk
from tests.desk.filling import fill, form_data


@pytest.fixture
def paper(clerk, body, office) -> Paper:
    return actions.draft_paper(clerk, office, body=body, title="Bank unter der Linde", proposal="Eine Bank.")


def page(paper: Paper, name: str = "paper", *more: object) -> str:
    return reverse(f"desk:{name}", args=[paper.public_id, *more])


def test_a_paper_is_drafted_with_all_blocks_of_the_form(desk, office, council):
    answer = fill(
        desk, reverse("desk:new_paper"), title="Bank", reference="2026/0001", lead=office.pk, participants=[office.pk],
        contact_name="Frau Muster", proposal="Eine Bank.", costs="900 Euro", financing="Haushalt",
        explanation="Schatten",
    )  # fmt: skip
    paper = Paper.objects.get()
    assert answer["Location"] == page(paper)
    assert (paper.lead, paper.participants.get(), paper.contact_public) == (office, office, False)
    text = desk.get(page(paper)).content.decode()
    order = [text.index(word) for word in ("Federführung", "Beteiligungen", "Auskunft erteilt", ">Beratungsfolge<",
             "Beschlussvorschlag", "Kosten/Folgekosten", "Finanzierung", "Erläuterungen", ">Anlagen<")]  # fmt: skip
    assert order == sorted(order)


def test_the_form_has_the_blocks_in_the_order_of_the_printed_paper(desk, paper):
    names = [
        name
        for _, fields in desk.get(page(paper, "edit_paper")).context["form"].sections()
        for name in [f.name for f in fields]
    ]
    wanted = [
        "title",
        "lead",
        "participants",
        "contact_name",
        "contact_public",
        "proposal",
        "costs",
        "financing",
        "explanation",
    ]
    assert [name for name in names if name in wanted] == wanted


def test_a_number_that_is_taken_is_refused_at_its_field(desk, paper, clerk, body, office):
    actions.draft_paper(clerk, office, body=body, title="Andere", reference="2026/0001")
    answer = fill(desk, page(paper, "edit_paper"), reference="2026/0001", title="Neu")
    form = answer.context["form"]
    assert form.errors["reference"] == ["Diese Vorlagennummer gibt es schon."]
    assert form["title"].value() == "Neu"


def test_the_way_of_a_paper_is_added_changed_ordered_and_removed(desk, paper, council, body, clerk):
    from ratslinde.council.bodies.actions import add_organization

    council_2 = add_organization(clerk, body, name="Rat", organization_type="Gremium")
    for row, role in ((council, "Vorberatung"), (council_2, "Entscheidung")):
        desk.post(page(paper, "add_step"), {"schritt-organization": row.pk, "schritt-role": role})
    first, second = paper.consultations.order_by("position")
    assert (first.authoritative, second.authoritative) == (False, True)
    desk.post(page(paper, "move_step", second.public_id), {"richtung": "hoch"})
    assert [step.pk for step in paper.consultations.order_by("position")] == [second.pk, first.pk]
    fill(desk, page(paper, "step", first.public_id), role="Entscheidung", date="2026-03-18")
    first.refresh_from_db()
    assert (first.authoritative, first.date) == (True, datetime.date(2026, 3, 18))
    desk.post(page(paper, "remove_step", first.public_id))
    assert paper.consultations.get() == second


def test_a_step_on_an_agenda_keeps_its_body(desk, paper, council, body, clerk):
    from ratslinde.council.bodies.actions import add_organization

    other = add_organization(clerk, body, name="Rat", organization_type="Gremium")
    meeting = draft_meeting(clerk, body, organization=council, start=clock.now() + datetime.timedelta(days=9))
    step = actions.put_on_agenda(clerk, paper, meeting=meeting)
    answer = fill(desk, page(paper, "step", step.public_id), organization=other.pk)
    assert "steht auf einer Tagesordnung" in str(answer.context["form"].errors["organization"])


def test_a_later_presentation_is_noted_once_and_dropped(desk, paper, council):
    data = {
        "vorstellung-organization": council.pk,
        "vorstellung-date": "2026-11-14",
        "vorstellung-text": "Ergebnisse",
    }
    for _ in range(2):
        desk.post(page(paper, "add_report"), data)
    assert "voraussichtlich 14.11.2026: Ergebnisse" in desk.get(page(paper)).content.decode()
    desk.post(page(paper, "remove_report", paper.planned_reports.get().pk))
    assert not paper.planned_reports.exists()


def test_a_paper_is_put_on_the_agenda_of_a_coming_meeting_from_its_page(desk, paper, council, body, clerk):
    meeting = draft_meeting(clerk, body, organization=council, start=clock.now() + datetime.timedelta(days=9))
    desk.post(page(paper, "put_paper_on"), {"meeting": meeting.public_id})
    assert meeting.items.get().title == "Bank unter der Linde"
    assert "TOP 1 der Sitzung" in desk.get(page(paper)).content.decode()


def test_papers_are_searched_and_those_that_wait_are_found(desk, paper, clerk, body, council):
    other = actions.draft_paper(clerk, None, body=body, title="Fest", explanation="Lindenblüten")
    meeting = draft_meeting(clerk, body, organization=council, start=clock.now())
    actions.put_on_agenda(clerk, paper, meeting=meeting)

    def found(**query):
        return desk.get(reverse("desk:papers"), query).context["papers"]

    assert found(q="Lindenblüten") == [other]
    assert found(wartet="ja") == [other]
    assert found(amt=paper.lead.public_id) == [paper]


def test_a_department_drafts_for_itself_and_edits_until_it_is_published(department, office, council, clerk):
    client = at_desk(department)
    form = client.get(reverse("desk:new_paper")).context["form"]
    assert [str(row) for row in form.fields["lead"].queryset] == ["Fachbereich Soziales"]
    answer = client.post(
        reverse("desk:new_paper"), {**form_data(form), "title": "Bank", "proposal": "Eine Bank."}
    )
    paper = Paper.objects.get()
    assert answer["Location"] == page(paper)
    assert fill(client, page(paper, "edit_paper"), title="Zwei Bänke").status_code == 302
    client.post(page(paper, "add_step"), {"schritt-organization": council.pk, "schritt-role": "Entscheidung"})
    upload = SimpleUploadedFile("skizze.txt", b"Skizze")
    client.post(reverse("desk:add_document", args=["vorlage", paper.public_id]), {"datei-file": upload})
    assert (paper.consultations.count(), paper.attachments.get().public) == (1, False)
    paper.refresh_from_db()
    actions.publish_paper(clerk, paper)
    assert client.get(page(paper, "edit_paper")).status_code == 403
    assert "Bearbeiten" not in client.get(page(paper)).content.decode()


def test_the_contact_says_whether_it_may_be_published(desk, paper):
    fill(desk, page(paper, "edit_paper"), contact_name="Frau Muster")
    assert "bleibt intern" in desk.get(page(paper)).content.decode()
    fill(desk, page(paper, "edit_paper"), contact_public="on")
    assert "darf veröffentlicht werden" in desk.get(page(paper)).content.decode()

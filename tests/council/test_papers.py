"""Papers: their way, their blocks, their documents, and what of them becomes public."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.council.bodies.actions import rename_organization
from ratslinde.council.meetings.actions import draft_meeting, edit_item
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers import actions
from ratslinde.council.papers.models import Paper
from ratslinde.council.papers.previews import kept_inside, session_kept_inside
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Forbidden, Refused
from ratslinde.record import outlet
from ratslinde.record.models import Published
from tests.council.reading import everything_public, words_of


@pytest.fixture
def paper(clerk, body, office, council) -> Paper:
    paper = actions.draft_paper(
        clerk, office, body=body, title="Bank unter der Linde", reference="2026/017",
        proposal="Eine Bank wird aufgestellt.", costs="900 Euro", explanation="Akteur*innen wünschen sich Schatten.",
        contact_name="Frau Muster", contact_phone="02599 10-200",
    )  # fmt: skip
    actions.add_consultation(
        clerk, paper, organization=council, role="Entscheidung", date=datetime.date(2026, 3, 18)
    )
    return paper


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    return draft_meeting(clerk, body, organization=council, start=clock.at(datetime.date(2026, 3, 18), 17))


def test_a_paper_put_on_an_agenda_gets_an_item_and_its_planned_step_gets_both(clerk, paper, meeting):
    step = actions.put_on_agenda(clerk, paper, meeting=meeting)
    assert paper.consultations.count() == 1
    assert (step.meeting, step.agenda_item.title) == (meeting, "Bank unter der Linde")
    assert step.authoritative


def test_taking_it_off_makes_the_step_planned_again_for_the_public_too(clerk, paper, meeting):
    step = actions.put_on_agenda(clerk, paper, meeting=meeting)
    actions.publish_session(clerk, meeting)
    linked = outlet.by_ids([step.public_id])[step.public_id].oparl
    assert "agendaItem" in linked
    actions.take_off_agenda(clerk, paper, consultation=step)
    actions.publish_paper(clerk, Paper.objects.get())
    planned = outlet.by_ids([step.public_id])[step.public_id].oparl
    assert "agendaItem" not in planned
    assert planned["ratslinde:plannedDate"] == "2026-03-18"


def test_the_printed_paper_says_what_the_page_says(clerk, paper):
    actions.publish_paper(clerk, paper)
    words = words_of(Paper.objects.get().main_document)
    for text in (
        "2026/017",
        "Bank unter der Linde",
        "900 Euro",
        "Akteur*innen",
        "Fachbereich Soziales",
        "Entscheidung",
    ):
        assert text in words
    assert "Muster" not in words


def test_the_contact_is_public_only_with_the_tick(clerk, paper):
    actions.publish_paper(clerk, paper)
    assert "Muster" not in everything_public()
    paper = Paper.objects.get()
    actions.edit_paper(clerk, paper, changes={"contact_public": True}, revision=paper.revision)
    actions.publish_paper(clerk, Paper.objects.get())
    assert "Muster" in everything_public()


def test_a_nonpublic_paper_cannot_be_published(clerk, paper, meeting):
    actions.edit_paper(clerk, paper, changes={"public": False}, revision=paper.revision)
    with pytest.raises(Refused, match="nichtöffentliche"):
        actions.publish_paper(clerk, Paper.objects.get())
    assert not Published.objects.filter(kind="paper").exists()


def test_a_nonpublic_paper_does_not_get_on_a_public_item(clerk, paper, meeting):
    paper = actions.edit_paper(clerk, paper, changes={"public": False}, revision=paper.revision)
    step = actions.put_on_agenda(clerk, paper, meeting=meeting)
    assert step.agenda_item.public is False
    public_item = edit_item(clerk, step.agenda_item, changes={"public": True}, revision=1)
    with pytest.raises(Refused, match="nichtöffentlichen Teil"):
        actions.put_on_agenda(clerk, paper, meeting=meeting, item=public_item)


def test_a_published_paper_is_withdrawn_before_it_becomes_nonpublic(clerk, paper):
    actions.publish_paper(clerk, paper)
    paper = Paper.objects.get()
    with pytest.raises(Refused, match="zuerst zurücknehmen"):
        actions.edit_paper(clerk, paper, changes={"public": False}, revision=paper.revision)


def test_a_public_paper_on_a_nonpublic_item_does_not_tell_the_item(clerk, paper, meeting):
    step = actions.put_on_agenda(clerk, paper, meeting=meeting)
    edit_item(clerk, step.agenda_item, changes={"public": False}, revision=step.agenda_item.revision)
    actions.publish_session(clerk, Meeting.objects.get())
    actions.publish_paper(clerk, Paper.objects.get())
    assert "agendaItem" not in outlet.by_ids([step.public_id])[step.public_id].oparl


def test_only_released_attachments_are_public(clerk, paper):
    actions.attach(clerk, paper, name="Plan", file_name="plan.txt", data=b"Plan der Bank", public=True)
    actions.attach(clerk, paper, name="Angebot", file_name="angebot.txt", data=b"Angebot einer Firma")
    actions.publish_paper(clerk, paper)
    assert "Plan der Bank" in everything_public()
    assert "Angebot" not in everything_public()


def test_an_attachment_that_is_released_no_more_is_withdrawn(clerk, paper):
    plan = actions.attach(clerk, paper, name="Plan", file_name="plan.txt", data=b"Plan der Bank", public=True)
    actions.publish_paper(clerk, paper)
    plan.refresh_from_db()
    plan.public = False
    plan.save()
    actions.publish_paper(clerk, Paper.objects.get())
    assert "Plan der Bank" not in everything_public()
    assert Published.objects.get(pk=plan.public_id).deleted


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.exe", b"MZ", "Dateien dieser Art"),
        ("a.pdf", b"", "leer"),
        ("a.pdf", b"<html>", "passt nicht zur Endung"),
        ("noending", b"x", "Dateien dieser Art"),
        ("a.docx", b"PK\x03\x04kaputt", "beschädigt"),
    ],
)
def test_files_that_are_not_taken_say_why(clerk, paper, name, data, sentence):
    with pytest.raises(Refused, match=sentence) as refused:
        actions.attach(clerk, paper, name="", file_name=name, data=data)
    assert refused.value.field == "file"


def test_a_number_is_given_once(clerk, paper, body):
    with pytest.raises(Refused, match="gibt es schon") as refused:
        actions.draft_paper(clerk, None, body=body, title="Zweite", reference="2026/017")
    assert refused.value.field == "reference"


def test_a_number_with_an_invisible_character_is_the_same_number(clerk, paper, body):
    with pytest.raises(Refused, match="gibt es schon"):
        actions.draft_paper(clerk, None, body=body, title="Zweite", reference="2026/\x01017")


def test_a_paper_that_names_attachments_which_are_not_here_does_not_say_that_it_has_none(
    client, clerk, paper
):
    Paper.objects.filter(pk=paper.pk).update(stated_attachments="Lageplan\nSatzung")
    paper.refresh_from_db()
    assert any("Lageplan, Satzung" in sentence for sentence in kept_inside(paper))
    actions.publish_paper(clerk, paper)
    page = client.get(f"/vorlagen/{paper.public_id}/").content.decode()
    assert "Anlagen: nicht veröffentlicht" in page
    assert "Anlagen: ohne" not in page
    assert "Anlage(n) nicht beigefügt" in words_of(Paper.objects.get().main_document)
    actions.attach(clerk, Paper.objects.get(), name="Lageplan", file_name="a.txt", data=b"a", public=True)
    actions.publish_paper(clerk, Paper.objects.get())
    assert "nicht veröffentlicht" not in client.get(f"/vorlagen/{paper.public_id}/").content.decode()


def test_a_decision_paper_needs_a_proposal(clerk, body):
    paper = actions.draft_paper(clerk, None, body=body, title="Ohne Vorschlag")
    with pytest.raises(Refused, match="Beschlussvorschlag") as refused:
        actions.publish_paper(clerk, paper)
    assert refused.value.field == "proposal"


def test_the_second_editor_is_told(clerk, paper):
    actions.edit_paper(clerk, paper, changes={"costs": "950 Euro"}, revision=paper.revision)
    with pytest.raises(Conflict) as conflict:
        actions.edit_paper(clerk, paper, changes={"costs": "800 Euro"}, revision=paper.revision)
    assert conflict.value.theirs == {"costs": "950 Euro"}


def test_a_department_cannot_publish(department, paper):
    with pytest.raises(Forbidden):
        actions.publish_paper(department, paper)


def test_the_step_keeps_the_name_of_its_day(clerk, paper, council):
    actions.publish_paper(clerk, paper)
    rename_organization(clerk, council, name="Rat der Vielfalt", start=datetime.date(2026, 9, 1))
    actions.publish_paper(clerk, Paper.objects.get())
    step = paper.consultations.get()
    name = outlet.by_ids([step.public_id])[step.public_id].oparl["ratslinde:organizationName"]
    assert name == "Ausschuss für Chancengerechtigkeit und Integration"


def test_withdrawing_takes_paper_steps_and_documents(clerk, paper, meeting):
    actions.put_on_agenda(clerk, paper, meeting=meeting)
    actions.publish_session(clerk, meeting)
    actions.withdraw_paper(clerk, Paper.objects.get(), reason="Zahlen falsch")
    assert "900 Euro" not in everything_public()
    assert "consultation" not in outlet.by_path(f"sitzungen/{meeting.public_id}/").oparl["agendaItem"][0]


def test_a_paper_that_was_taken_back_does_not_return_with_its_meeting_unasked(clerk, paper, meeting):
    actions.put_on_agenda(clerk, paper, meeting=meeting)
    actions.publish_session(clerk, meeting)
    actions.withdraw_paper(clerk, Paper.objects.get(), reason="Zahlen falsch")
    item = meeting.items.get()
    edit_item(clerk, item, changes={"result": "beschlossen"}, revision=item.revision)
    actions.publish_session(clerk, Meeting.objects.get())
    assert "beschlossen" in everything_public()
    assert "900 Euro" not in everything_public()
    assert "„Bank unter der Linde“ wurde zurückgenommen" in session_kept_inside(Meeting.objects.get())[0]
    actions.publish_paper(clerk, Paper.objects.get())
    assert "900 Euro" in everything_public()

"""From a document to the public record: the main job, end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ratslinde.council.adoption.actions import accept, adopt, discard
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.queries import cards, unchecked
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.council.papers.previews import preview_session
from ratslinde.kernel.errors import Refused
from ratslinde.record import outlet
from ratslinde.record.models import Published

SESSION = (Path(__file__).resolve().parents[1] / "readme_session.txt").read_text()


@pytest.fixture
def source(clerk, body, council, office):
    return adopt(clerk, body, name="sitzung.txt", data=SESSION.encode())


def accept_everything(clerk, source) -> None:
    for card in cards(source):
        accept(clerk, source, subject=card.row.public_id, fields=list(card.row.unchecked))


def test_a_file_becomes_drafts_and_the_paper_is_tied_to_its_item(source):
    meeting = Meeting.objects.get()
    assert [item.title for item in meeting.items.all()] == [
        "Anfragen von Einwohnerinnen und Einwohnern", "Beschluss über eine Bank unter der Linde",
    ]  # fmt: skip
    step = meeting.consultations.get()
    assert (step.agenda_item.number, step.role, step.authoritative) == ("2", "Entscheidung", True)
    assert "agenda_item" in step.unchecked
    assert not Published.objects.filter(kind__in=["meeting", "paper"]).exists()


def test_nothing_read_becomes_public_before_somebody_looked(source, clerk):
    with pytest.raises(Refused, match="noch nicht geprüft"):
        publish_session(clerk, Meeting.objects.get())
    assert not Published.objects.filter(kind__in=["meeting", "paper"]).exists()


def test_the_checked_session_is_published_with_its_paper_and_documents(source, clerk):
    accept_everything(clerk, source)
    assert unchecked(source) == 0
    meeting = Meeting.objects.get()
    expected = {each.kind for each in preview_session(clerk, meeting)}
    publish_session(clerk, meeting)
    assert {"meeting", "agendaItem", "paper", "consultation", "file", "organization", "location"} <= expected
    entry = outlet.by_path(f"sitzungen/{meeting.public_id}/")
    assert [item["name"] for item in entry.oparl["agendaItem"]][
        1
    ] == "Beschluss über eine Bank unter der Linde"
    assert "consultation" in entry.oparl["agendaItem"][1]
    assert entry.oparl["start"] == "2025-05-14T17:30:00+02:00"
    assert entry.oparl["ratslinde:organizationName"] == "Integrationsrat"
    files = outlet.by_ids(entry.linked("auxiliaryFile"))
    assert all(each.content().startswith(b"%PDF") for each in files.values())
    assert preview_session(clerk, Meeting.objects.get()) == ()


def test_staff_names_stay_inside_without_the_tick(source, clerk):
    accept_everything(clerk, source)
    publish_session(clerk, Meeting.objects.get())
    everything = json.dumps(list(Published.objects.values_list("standalone", "page", "text")))
    assert "Muster" not in everything
    assert "02599" not in everything
    assert "Schatten" in everything


def test_a_nonpublic_title_of_an_announcement_is_proposed_as_its_public_wording(clerk, body, council):
    text = SESSION.split("Lindenhagen, den")[0] + "Nichtöffentlicher Teil:\n\n- 1 Vertragsangelegenheit\n"
    adopt(clerk, body, name="mit-teil.txt", data=text.encode())
    item = Meeting.objects.get().items.get(public=False)
    assert item.public_title == "Vertragsangelegenheit"
    assert "public_title" in item.unchecked


def test_a_wrong_file_is_discarded_with_its_drafts_and_can_be_read_again(source, clerk, body):
    discard(clerk, source)
    assert not Meeting.objects.exists()
    assert not Paper.objects.exists()
    assert not Source.objects.exists()
    assert adopt(clerk, body, name="sitzung.txt", data=SESSION.encode()).pk


def test_what_is_published_is_not_discarded(source, clerk):
    accept_everything(clerk, source)
    publish_session(clerk, Meeting.objects.get())
    with pytest.raises(Refused, match="zuerst zurück"):
        discard(clerk, source)
    assert Meeting.objects.count() == 1

"""The printed documents before publishing: as they would be, marked as drafts, and kept nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from django.urls import reverse

from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.actions import edit_item
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import edit_paper, publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.files.models import StoredFile
from ratslinde.record.models import Published
from tests.council.reading import words_of
from tests.desk.conftest import accept_everything, at_desk


@pytest.fixture
def meeting(source, clerk) -> Meeting:
    accept_everything(clerk, source)
    return Meeting.objects.get()


def draft(meeting: Meeting | Paper, document: str, *, kind: str = "sitzung") -> str:
    return reverse("desk:draft", args=[kind, meeting.public_id, document])


def words(data: bytes) -> str:
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    return " ".join(text.replace("\ufffe", "").replace("\x02", "").split())


def kept() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Document, StoredFile, Published))


def test_the_publish_page_leads_to_every_document_that_would_be_printed(desk, meeting):
    text = desk.get(reverse("desk:publish", args=["sitzung", meeting.public_id])).content.decode()
    paper = meeting.consultations.get().paper
    found = re.findall(r'href="([^"]+/entwurf/[^"]+)"', text)
    assert found == [draft(meeting, each) for each in ("bekanntmachung", "tagesordnung", paper.public_id)]
    for each in found:
        answer = desk.get(each)
        assert answer["Content-Type"] == "application/pdf"
        assert "Entwurf" in words(answer.content)
        assert "Entwurf_" in answer["Content-Disposition"]
        assert "no-store" in answer["Cache-Control"]


def test_a_draft_says_what_the_published_document_will_say_and_every_page_that_it_is_one(
    desk, meeting, clerk
):
    paper = meeting.consultations.get().paper
    edit_paper(clerk, paper, changes={"reference": "17/2025"}, revision=paper.revision)
    before = words(desk.get(draft(meeting, "tagesordnung")).content)
    assert "17/2025" in before  # the paper becomes public together with the meeting
    publish_session(clerk, meeting)
    meeting.refresh_from_db()
    after = words_of(meeting.agenda_document)
    assert before.replace("Entwurf", "").split() == after.split()
    assert "Entwurf" not in after


def test_the_publish_page_names_the_characters_that_a_document_would_lack(desk, meeting, clerk):
    paper = meeting.consultations.get().paper
    changes = {"title": "Ehrung von 李小明", "explanation": "Frau 李 heißt auch Şükrü, Ольга und فاطمة."}
    edit_paper(clerk, paper, changes=changes, revision=paper.revision)
    page = reverse("desk:publish", args=["vorlage", paper.public_id])
    text = desk.get(page).content.decode()
    assert text.count("Diese Zeichen fehlen im Schriftsatz:") == 1
    assert "<strong>李 小 明</strong>" in text
    assert "Ehrung von \ufffd\ufffd\ufffd" in words(
        desk.get(draft(paper, paper.public_id, kind="vorlage")).content
    )
    edit_paper(clerk, paper, changes={"title": "Ehrung", "explanation": "Olga"}, revision=paper.revision + 1)
    assert "Diese Zeichen fehlen" not in desk.get(page).content.decode()


def test_every_page_of_a_long_paper_is_marked(desk, meeting, clerk):
    paper = meeting.consultations.get().paper
    edit_paper(clerk, paper, changes={"explanation": "Absatz.\n\n" * 120}, revision=paper.revision)
    data = desk.get(reverse("desk:draft", args=["vorlage", paper.public_id, paper.public_id])).content
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    assert len(pages) > 1
    assert all("Entwurf" in text for text in pages)


def test_looking_keeps_nothing(desk, meeting, settings):
    rows, files = kept(), set(Path(settings.RATSLINDE_DATA).rglob("*"))
    desk.get(draft(meeting, "bekanntmachung"))
    desk.get(draft(meeting, "tagesordnung", kind="tagesordnung"))
    assert (kept(), set(Path(settings.RATSLINDE_DATA).rglob("*"))) == (rows, files)
    meeting.refresh_from_db()
    assert (meeting.publication, meeting.agenda_document) == ("draft", None)
    assert meeting.consultations.get().paper.publication == "draft"


def test_a_draft_shows_of_a_nonpublic_item_the_neutral_title_only(desk, meeting, clerk):
    item = meeting.items.first()
    changes = {"public": False, "public_title": "Grundstückssache", "title": "Verkauf an Familie Beispiel"}
    edit_item(clerk, item, changes=changes, revision=item.revision)
    text = words(desk.get(draft(meeting, "tagesordnung")).content)
    assert "Grundstückssache" in text
    assert "Familie Beispiel" not in text


def test_who_may_not_publish_sees_no_draft(reader, department, meeting):
    for user in (reader, department):
        assert at_desk(user).get(draft(meeting, "tagesordnung")).status_code == 403
        paper = meeting.consultations.get().paper
        url = reverse("desk:draft", args=["vorlage", paper.public_id, paper.public_id])
        assert at_desk(user).get(url).status_code == 403


def test_a_document_that_would_not_be_printed_does_not_exist(desk, meeting):
    assert desk.get(draft(meeting, "niederschrift")).status_code == 404
    assert desk.get(reverse("desk:draft", args=["alles", meeting.public_id, "x"])).status_code == 404

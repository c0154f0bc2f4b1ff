"""The text of files: taken by the worker, found by the search, public only with its document."""

from __future__ import annotations

import contextlib
import datetime
import faulthandler
import io

import docx
import pikepdf
import pytest
from django.db import connection
from django.test import Client

from ratslinde.council.documents import rules, text, working
from ratslinde.council.documents.actions import edit_document
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings import actions as meetings
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers.models import Paper
from ratslinde.council.papers.previews import preview_paper
from ratslinde.files import storage
from ratslinde.journal import queue
from ratslinde.journal.models import Task
from ratslinde.kernel import blocks, clock
from ratslinde.kernel.errors import Refused
from ratslinde.printing import PaperDocument, plain_text, render
from ratslinde.printing.samples import all_documents, announcement, paper
from ratslinde.record import erasing, outlet, search
from ratslinde.record.models import Published, SearchTerms, Version
from ratslinde.site.serving.working import work_all
from ratslinde.verbs.releasing import mark
from tests.council.reading import everything_public

WORD = "Nistkastenverzeichnis"


def pdf(words: str) -> bytes:
    document = PaperDocument(body="Stadt Lindenhagen", name="Anlage", explanations=blocks.parse(words))
    return render(document, created=clock.at(datetime.date(2026, 3, 1), 12))


def word_file(words: str) -> bytes:
    document, data = docx.Document(), io.BytesIO()
    document.add_paragraph(words)
    document.save(data)
    return data.getvalue()


def locked(data: bytes, **passwords: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        rights = pikepdf.Permissions(extract=False, print_highres=False)
        document.save(out, encryption=pikepdf.Encryption(**passwords, R=6, allow=rights))
    return out.getvalue()


def taken(data: bytes, media_type: str) -> text.Taken:
    return text.text_of(storage.path_of(storage.store(data).sha256), media_type=media_type)


@pytest.fixture
def vorlage(clerk, office, council, body) -> Paper:
    found = papers.draft_paper(clerk, office, body=body, title="Bank unter der Linde", proposal="Eine Bank.")
    papers.add_consultation(clerk, found, organization=council, role="Entscheidung")
    return found


@pytest.fixture
def attached(clerk, vorlage) -> Document:
    return papers.attach(
        clerk, vorlage, name="Plan", file_name="plan.pdf", data=pdf(f"Das {WORD} liegt bei."), public=True
    )


def file_of(document: Document) -> dict:
    return outlet.by_ids([document.public_id])[document.public_id].oparl


def versions(document: Document) -> int:
    return Version.objects.filter(object_id=document.public_id).count()


@pytest.mark.parametrize(
    ("file_name", "make"),
    [("a.pdf", pdf), ("a.docx", word_file), ("a.txt", lambda words: words.encode())],
)
def test_a_word_inside_an_attachment_is_found_with_the_place_where_it_stands(clerk, vorlage, file_name, make):
    data = make(f"Vor dem Wort. Das {WORD} liegt bei. Nach dem Wort.")
    document = papers.attach(clerk, vorlage, name="Plan", file_name=file_name, data=data, public=True)
    papers.publish_paper(clerk, vorlage)
    assert document.text == ""
    work_all()
    found = [hit for hit in search.search("Nistkasten").hits if hit.id == document.public_id]
    assert [piece for piece, is_marked in found[0].snippet if is_marked] == [WORD]
    assert f"Das {WORD} liegt bei." in file_of(document)["text"]


def test_the_search_page_names_the_paper_that_the_file_belongs_to(clerk, vorlage, attached):
    papers.publish_paper(clerk, vorlage)
    work_all()
    page = Client().get("/suche/", {"q": WORD, "art": "file"}).content.decode()
    assert f"<mark>{WORD}</mark>" in page
    assert f'href="/vorlagen/{vorlage.public_id}/">Bank unter der Linde</a>' in page


def test_what_is_public_follows_once_and_its_parents_with_it(clerk, vorlage, attached):
    papers.publish_paper(clerk, vorlage)
    assert "text" not in file_of(attached)
    before = Published.objects.get(pk=vorlage.public_id).modified
    work_all()
    assert versions(attached) == 2
    parent = Published.objects.get(pk=vorlage.public_id)
    assert WORD in parent.standalone
    assert parent.modified >= before
    working.publish_text(attached.public_id)
    working.take_text(attached.public_id)
    queue.later(working.FOLLOW, key=attached.public_id)
    work_all()
    assert versions(attached) == 2


def test_a_text_that_was_there_before_publishing_makes_one_version(clerk, vorlage, attached):
    work_all()
    papers.publish_paper(clerk, Paper.objects.get(pk=vorlage.pk))
    work_all()
    assert versions(attached) == 1
    assert WORD in file_of(attached)["text"]


def test_a_text_that_comes_between_look_and_yes_is_no_reason_to_ask_again(clerk, vorlage, attached):
    seen = mark(preview_paper(clerk, vorlage))
    work_all()
    assert papers.publish_paper(clerk, Paper.objects.get(pk=vorlage.pk), seen=seen)
    assert WORD in file_of(attached)["text"]


def test_only_the_text_follows_and_not_what_is_drafted_at_the_desk(clerk, vorlage, attached):
    papers.publish_paper(clerk, vorlage)
    row = Document.objects.get(pk=attached.pk)
    edit_document(clerk, row, changes={"name": "Umbenannt"}, revision=row.revision)
    work_all()
    assert file_of(attached)["name"] == "Plan"
    assert WORD in file_of(attached)["text"]


def test_a_file_that_is_released_no_longer_gives_no_text(clerk, vorlage, attached):
    papers.publish_paper(clerk, vorlage)
    row = Document.objects.get(pk=attached.pk)
    edit_document(clerk, row, changes={"public": False}, revision=row.revision)
    work_all()
    assert Document.objects.get(pk=attached.pk).text
    assert "text" not in file_of(attached)
    assert versions(attached) == 1


def test_the_text_of_an_internal_file_never_leaves(clerk, vorlage):
    secret = papers.attach(
        clerk, vorlage, name="Intern", file_name="intern.pdf", data=pdf(f"Das {WORD} bleibt innen.")
    )
    papers.publish_paper(clerk, vorlage)
    work_all()
    assert WORD in Document.objects.get(pk=secret.pk).text
    assert WORD not in everything_public()
    assert search.search(WORD).hits == ()


def test_a_withdrawn_file_is_found_no_more_and_its_text_can_be_erased(clerk, vorlage, attached):
    papers.publish_paper(clerk, vorlage)
    work_all()
    papers.withdraw_paper(clerk, Paper.objects.get(pk=vorlage.pk), reason="Irrtum")
    work_all()
    assert search.search(WORD).hits == ()
    assert WORD not in everything_public()
    assert Version.objects.filter(value__contains=WORD).exists()
    erasing.erase(attached.public_id, reason="Antrag")
    assert not Version.objects.filter(value__contains=WORD).exists()
    assert not SearchTerms.objects.filter(terms__contains=WORD.lower()[:8]).exists()


@pytest.mark.parametrize("data", [b"%PDF-1.4\n\n", b"%PDF-1.7 kaputt", b"%PDF-1.4\n%%EOF\n"])
def test_a_pdf_that_nobody_can_open_is_refused(clerk, vorlage, data):
    with pytest.raises(Refused, match="beschädigt"):
        papers.attach(clerk, vorlage, name="", file_name="plan.pdf", data=data)
    assert not Document.objects.exists()


def test_a_pdf_that_only_forbids_copying_is_taken_in_and_one_with_a_password_is_not(clerk, vorlage):
    free = locked(pdf(f"Das {WORD} liegt bei."), owner="geheim", user="")
    document = papers.attach(clerk, vorlage, name="", file_name="plan.pdf", data=free)
    work_all()
    assert WORD in Document.objects.get(pk=document.pk).text
    with pytest.raises(Refused, match="Kennwort"):
        papers.attach(
            clerk, vorlage, name="", file_name="plan.pdf", data=locked(pdf("x"), owner="a", user="b")
        )


def test_what_cannot_be_read_has_no_text_and_says_why(db):
    assert taken(b"\x89PNG", "image/png") == text.Taken(remark=text.NOT_THIS_KIND)
    assert "beschädigt" in taken(b"%PDF-1.7 kaputt", "application/pdf").remark
    assert "Kennwort" in taken(locked(pdf("x"), owner="a", user="b"), "application/pdf").remark
    assert "Word-Datei" in taken(b"PK\x03\x04kaputt", rules.MEDIA_TYPES[".docx"]).remark
    gone = text.text_of(storage.path_of("0" * 64), media_type="text/plain; charset=utf-8")
    assert "nicht zu finden" in gone.remark


def test_a_long_text_is_kept_as_far_as_the_search_shows_it(db, monkeypatch):
    monkeypatch.setattr(rules, "MOST_TEXT", 2_000)
    monkeypatch.setattr(text, "PAGES_AT_ONCE", 1)
    long = taken(pdf("\n\n".join(["Ein Satz über den Park. " * 40] * 20)), "application/pdf")
    assert 1_900 < len(long.text) <= 2_000
    assert long.remark == text.NOT_ALL


def test_a_word_divided_at_the_end_of_a_line_is_found_whole(db):
    lines = "Die Baumpflanz-\naktion im Park\nKinder- und\nJugendhilfe"
    found = taken(lines.encode(), "text/plain; charset=utf-8").text
    assert "Baumpflanzaktion" in found
    assert "Kinder- und" in found


def test_files_of_an_earlier_version_are_read_in_the_daily_round(clerk, vorlage, attached):
    papers.publish_paper(clerk, vorlage)
    work_all()
    Document.objects.update(text="", text_read_at=None)
    working.read_the_rest("")
    Task.objects.filter(done_at=None).update(due_at=clock.now())
    work_all()
    assert all(document.text for document in Document.objects.all())
    Document.objects.filter(pk=attached.pk).update(text="Anders gelesen")
    working.read_the_rest("")
    work_all()
    assert file_of(attached)["text"] == "Anders gelesen"


def test_a_printed_document_has_the_text_that_was_printed(clerk, body, council):
    meeting = meetings.draft_meeting(
        clerk, body, organization=council, start=clock.at(datetime.date(2026, 3, 18), 17),
        issued_on=datetime.date(2026, 3, 2), issuer="Amira Sommerfeld",
    )  # fmt: skip
    meetings.add_item(clerk, meeting, title=f"Bericht: {WORD}")
    meetings.publish_meeting(clerk, meeting)
    work_all()
    row = Meeting.objects.get()
    for document in (row.announcement, row.agenda_document):
        assert f"1 Bericht: {WORD}" in document.text
        assert WORD in file_of(document)["text"]
        assert versions(document) == 1
    kinds = {hit.kind for hit in search.search(WORD).hits}
    assert kinds == {"agendaItem", "file"}


def test_every_printed_value_is_in_the_plain_text():
    said = plain_text(paper())
    for shown in ("2026/041", "Wiesental", "TOP 4", "1.480 Euro", "Lageplan des Angers", "Beigeordneter"):
        assert shown in said
    for shown in ("Bürgerhaus am Anger", "Höranlage", "2026/041", "Amira Sommerfeld", "17:00 Uhr"):
        assert shown in plain_text(announcement())
    assert all(plain_text(document) for document in all_documents())


class Ended(BaseException):
    """What a crash in the library does: the process ends, and nothing catches it."""


def crash(*_path: object, **_type: object) -> text.Taken:
    raise Ended


def try_once_more() -> None:
    Task.objects.filter(done_at=None).update(due_at=clock.now())
    with contextlib.suppress(Ended):
        work_all()


def test_a_file_that_ends_the_worker_is_given_up(clerk, vorlage, attached, monkeypatch):
    opened: list[object] = []
    monkeypatch.setattr(working, "text_of", lambda *path, media_type: crash(opened.append(path), media_type))
    for _ in range(working.MOST_TRIES + 2):
        try_once_more()
    assert len(opened) == working.MOST_TRIES
    row = Document.objects.get(pk=attached.pk)
    assert (row.text, row.text_remark) == ("", working.GIVEN_UP)
    working.read_the_rest("")
    try_once_more()
    assert len(opened) == working.MOST_TRIES, "the daily round begins anew"


def test_a_crash_with_one_file_does_not_keep_the_others_from_being_read(
    clerk, vorlage, attached, monkeypatch
):
    other = papers.attach(clerk, vorlage, name="Zweiter", file_name="b.txt", data=WORD.encode(), public=True)
    with monkeypatch.context() as broken:
        broken.setattr(working, "text_of", crash)
        with contextlib.suppress(Ended):
            work_all()
    work_all()
    assert Document.objects.get(pk=other.pk).text == WORD
    assert Document.objects.get(pk=attached.pk).text == ""


def test_a_file_that_was_read_in_the_end_is_like_any_other(clerk, vorlage, attached, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(working, "text_of", crash)
        try_once_more()
    try_once_more()
    row = Document.objects.get(pk=attached.pk)
    assert WORD in row.text
    assert (row.text_remark, row.text_tries) == ("", 0)


def test_the_text_of_a_file_that_is_another_one_by_now_is_not_kept(clerk, vorlage, attached, monkeypatch):
    def replaced(*_path: object, **_type: object) -> text.Taken:
        stored = storage.store(b"Etwas anderes")
        Document.objects.filter(pk=attached.pk).update(stored=stored)
        return text.Taken(text="Vom alten Stand")

    monkeypatch.setattr(working, "text_of", replaced)
    work_all()
    row = Document.objects.get(pk=attached.pk)
    assert (row.text, row.text_read_at) == ("", None)


def test_a_file_that_keeps_the_worker_busy_for_ever_ends_it(clerk, vorlage, attached, monkeypatch):
    limits: list[float] = []
    monkeypatch.setattr(
        faulthandler, "dump_traceback_later", lambda seconds, **how: limits.append(seconds * how["exit"])
    )
    stopped: list[bool] = []
    monkeypatch.setattr(faulthandler, "cancel_dump_traceback_later", lambda: stopped.append(True))
    work_all()
    assert limits == [working.LONGEST.total_seconds()]
    assert stopped == [True], "the next task is ended with it"
    assert working.LONGEST < queue.LEASE, "another worker begins before this one is ended"


@pytest.mark.django_db(transaction=True)
def test_others_can_write_while_a_file_is_read(clerk, vorlage, attached, monkeypatch):
    open_then: list[bool] = []

    def reading(*_path: object, **_type: object) -> text.Taken:
        open_then.append(connection.in_atomic_block)
        return text.Taken(text=WORD)

    monkeypatch.setattr(working, "text_of", reading)
    work_all()
    assert open_then == [False]
    assert Document.objects.get(pk=attached.pk).text == WORD

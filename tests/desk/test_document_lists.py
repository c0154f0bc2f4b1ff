"""The list of documents says whether a file can be searched, and why a file was not taken."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ratslinde.council.documents import working
from ratslinde.council.documents.models import Document
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers.models import Paper
from ratslinde.site.serving.working import work_all


@pytest.fixture
def paper(clerk, office, body) -> Paper:
    return papers.draft_paper(clerk, office, body=body, title="Bank", proposal="Eine Bank.")


def listed(desk, paper: Paper) -> str:
    return desk.get(reverse("desk:paper", args=[paper.public_id])).content.decode()


def upload(desk, paper: Paper, name: str, data: bytes) -> str:
    url = reverse("desk:add_document", args=["vorlage", paper.public_id])
    return desk.post(url, {"datei-file": SimpleUploadedFile(name, data)}, follow=True).content.decode()


def test_a_file_waits_for_the_worker_and_says_then_whether_it_has_text(desk, paper):
    upload(desk, paper, "plan.txt", b"Ein Plan.")
    assert "wird noch gelesen" in listed(desk, paper)
    upload(desk, paper, "bild.png", b"\x89PNG\r\n")
    work_all()
    page = listed(desk, paper)
    assert "wird noch gelesen" not in page
    assert page.count("ohne durchsuchbaren Text") == 1
    assert "Aus Dateien dieser Art wird kein Text gelesen." in page


def test_a_file_that_ended_the_worker_again_and_again_is_not_said_to_be_read_still(desk, paper):
    upload(desk, paper, "plan.txt", b"Ein Plan.")
    Document.objects.update(text_tries=working.MOST_TRIES)
    work_all()
    page = listed(desk, paper)
    assert "wird noch gelesen" not in page
    assert "Der Text konnte nicht gelesen werden (3 Mal versucht)." in page


def test_a_damaged_pdf_is_refused_in_words_that_help(desk, paper):
    page = upload(desk, paper, "plan.pdf", b"%PDF-1.4\n\n")
    assert "Diese PDF-Datei ist beschädigt und lässt sich nicht öffnen." in page
    assert not Document.objects.exists()

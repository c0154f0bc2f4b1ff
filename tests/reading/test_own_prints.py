"""What Ratslinde itself prints is read again: every value comes back, and nothing else does."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.printing import samples
from ratslinde.printing.documents import MeetingSheet
from ratslinde.printing.press import render
from ratslinde.reading import read_bytes

CREATED = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)


def again(printed):
    (document,) = read_bytes(render(printed, created=CREATED), name="unterlage.pdf").documents
    return document


def values(document, *names):
    return tuple(document.value(name) for name in names)


def rows(document, part, *names):
    return [values(entry, *names) for entry in document.entries(part)]


def words(blocks) -> str:
    """All letters and digits of running text, whatever its form."""
    texts = (text for block in blocks for text in (block.items if hasattr(block, "items") else (block.text,)))
    return "".join(char for text in texts for char in text if char.isalpha())


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())


@pytest.mark.parametrize(
    "printed", [samples.announcement(), samples.agenda()], ids=["announcement", "agenda"]
)
def test_a_session_is_read_as_it_was_printed(printed: MeetingSheet):
    document = again(printed)
    assert values(document, "body", "date", "time", "place") == (
        printed.organization,
        printed.date.isoformat(),
        f"{printed.time:%H:%M}",
        printed.place,
    )
    assert document.value("hint_text") == (printed.hints or None)
    assert rows(document, "agenda", "number", "title", "public", "paper_reference") == [
        (
            entry.number,
            f"{entry.name} ({entry.note})" if entry.note else entry.name,
            entry.public,
            entry.paper_reference or None,
        )
        for entry in printed.agenda
    ]
    assert all(field.sure for _, field in document.walk())


def test_an_announcement_tells_who_issued_it_where_and_when():
    printed = samples.announcement()
    assert values(again(printed), "signed_by", "signed_role", "issued_at", "issued_on") == (
        printed.signed_by,
        printed.signed_role,
        printed.issued_at,
        printed.issued_on.isoformat(),
    )


@pytest.fixture(scope="module")
def paper():
    return again(samples.paper())


def test_a_paper_is_read_as_it_was_printed(paper):
    printed = samples.paper()
    assert values(
        paper, "title", "reference", "lead_department", "participating_departments", "proposal_subheading"
    ) == (
        printed.name,
        printed.reference,
        printed.lead,
        printed.participants,
        printed.proposal_subheading,
    )
    assert rows(paper, "contact", "name", "phone", "email") == [
        (printed.contact.name, printed.contact.phone, printed.contact.email)
    ]
    assert rows(paper, "consultations", "body", "date", "top", "role", "result") == [
        (row.organization, row.date.isoformat(), row.agenda_number or None, row.role, row.result or None)
        for row in printed.consultations
    ]
    assert paper.value("attachments") == tuple(attachment.name for attachment in printed.attachments)
    assert all(field.sure for _, field in paper.walk())


@pytest.mark.parametrize(
    ("read", "blocks"),
    [
        ("summary_text", samples.paper().summary),
        ("proposal_text", samples.paper().proposal),
        ("costs_text", samples.paper().costs),
        ("financing_text", samples.paper().financing),
        ("explanation_text", samples.paper().explanations),
    ],
)
def test_a_section_of_a_paper_is_read_as_it_was_printed(paper, read, blocks):
    assert letters(paper.value(read)) == words(blocks)


def test_a_report_that_is_planned_is_no_part_of_the_explanations(paper):
    assert rows(paper, "planned_reports", "body", "date", "certain") == [
        ("Umweltausschuss", "2026-11-12", False)
    ]


def test_the_foot_of_a_single_page_is_no_text():
    bare = samples.bare_documents()[2]
    assert values(again(bare), "title", "attachments") == (bare.name, ())


def test_a_plain_agenda_names_its_session_below_its_heading():
    bare = samples.bare_documents()[1]
    assert values(again(bare), "body", "date") == (bare.organization, bare.date.isoformat())

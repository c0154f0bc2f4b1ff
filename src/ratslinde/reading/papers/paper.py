"""Papers (Vorlagen): head, consultations, proposal, costs, financing, explanations, attachments."""

from __future__ import annotations

import msgspec

from ratslinde.reading.fields import of_fact
from ratslinde.reading.kinds import heading_kind
from ratslinde.reading.outcome import Document, Entry
from ratslinde.reading.papers.attachments import attachments_doubts, attachments_of
from ratslinde.reading.papers.consultation_table import begins_table, is_table_head
from ratslinde.reading.papers.consultations import read_consultations
from ratslinde.reading.papers.consultations_in_head import addressed_bodies, rows_in_head, session_of
from ratslinde.reading.papers.consultations_named import labelled_rows, named_session
from ratslinde.reading.papers.head import (
    contact_of,
    department_of,
    lead_of,
    participants_of,
    subtype_of,
)
from ratslinde.reading.papers.letter import is_one_text, opens_proposal, with_proposal, without_end
from ratslinde.reading.papers.planned_reports import listed_reports, planned_reports
from ratslinde.reading.papers.reference import reference_of
from ratslinde.reading.papers.sections import Section, split_sections
from ratslinde.reading.papers.texts import Texts
from ratslinde.reading.papers.title import Title, title_below, title_of
from ratslinde.reading.text.facts import Head
from ratslinde.reading.text.head_reader import read_head
from ratslinde.reading.text.lines import Line, span_of

HEADING_LINES = 12


def read_paper(lines: list[Line]) -> Document:
    """Return a paper (also a motion or a question, which have the same parts) with all its fields."""
    sections, facts = _parted(lines)
    texts = Texts(sections)
    table = _lines_of(sections, "consultations")
    consultations = read_consultations(table)
    title = title_of(facts, lines, whole=not sections)
    if not title.field.value and consultations and consultations[-1].span:
        title = Title(title_below(table, consultations[-1].span.last_line))
    values = {
        "subtype": subtype_of(lines, facts, proposes=bool(texts.lines.get("proposal"))),
        "title": title.field,
        "reference": reference_of(facts, lines),
        "lead_department": lead_of(facts, lines),
        "responsible": department_of(facts, "responsible"),
        "participating_departments": participants_of(facts),
        "submitter": of_fact(facts.first("submitter")),
        "author": of_fact(facts.first("author")),
        "proposal_subheading": texts.subheading,
        "proposal_text": texts.field("proposal"),
        "final_resolution_text": texts.field("resolution"),
        "summary_text": texts.field("summary"),
        "costs_text": texts.costs(),
        "financing_text": texts.financing(),
        "explanation_text": texts.field("explanation"),
        "attachments": attachments_of(sections),
    }
    parts: dict[str, tuple[Entry, ...] | Entry | None] = {
        "contact": contact_of(facts),
        "consultations": consultations or _consultations_in_head(facts, lines),
        "planned_reports": (
            *listed_reports(_lines_of(sections, "planned")),
            *planned_reports(_lines_of(sections, "explanation")),
        ),
    }
    doubts = (*title.doubts(), *attachments_doubts(sections))
    return Document(values, parts, span_of(lines), doubts=doubts)


def _consultations_in_head(facts: Head, lines: list[Line]) -> tuple[Entry, ...]:
    """The consultations of a paper without a table of them."""
    found = labelled_rows(facts) or session_of(facts) or rows_in_head(facts)
    return found or named_session(lines[: facts.length]) or addressed_bodies(facts)


def _parted(lines: list[Line]) -> tuple[list[Section], Head]:
    """Part a paper into head and sections; labels between the rows of the table count to the head."""
    lines = _without_heading(lines)
    opening = opens_proposal(lines)
    lines = without_end(lines if opening is None else with_proposal(lines, opening))
    start = next((index for index in range(len(lines)) if begins_table(lines, index)), len(lines))
    head = read_head(lines[:start], "paper")
    begin = min(head.length, start)
    table_first = begin == start < len(lines)
    body = lines[begin:]
    sections = split_sections(_marked(body) if table_first else body, "paper")
    if opening is not None:
        sections = _open_ended(sections)
    table = [line for line in _lines_of(sections, "consultations") if not is_table_head(line)]
    late = read_head(table, "paper")
    return sections, Head((*head.facts, *late.facts), head.rest, head.length)


def _open_ended(sections: list[Section]) -> list[Section]:
    """Doubt the end of a proposal that a sentence opened where no heading ends it, or where a text follows in it."""
    reasons = any(section.key == "explanation" for section in sections)
    return [
        msgspec.structs.replace(section, doubtful=True)
        if section.key == "proposal" and not (reasons and is_one_text(section.lines))
        else section
        for section in sections
    ]


def _without_heading(lines: list[Line]) -> list[Line]:
    """Empty the line that names the kind of the paper ("ANTRAG"): it heads no section."""
    top = [index for index, line in enumerate(lines) if line.text][:HEADING_LINES]
    heading = next((index for index in top if heading_kind(lines[index].text)), None)
    if heading is None:
        return lines
    empty = msgspec.structs.replace(lines[heading], text="", cells=())
    return [*lines[:heading], empty, *lines[heading + 1 :]]


def _marked(body: list[Line]) -> list[Line]:
    """Give a table without a heading of its own the heading that it stands for."""
    first = body[0]
    return [Line(first.number, first.page, "Beratungsfolge:"), *body]


def _lines_of(sections: list[Section], key: str) -> list[Line]:
    return [line for section in sections if section.key == key for line in section.lines]

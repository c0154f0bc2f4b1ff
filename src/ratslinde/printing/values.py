"""A document as the JSON value that its template reads: every text filtered, every date in words.

The keys are those of the document's struct; keys that a struct does not have are explained at their place.
Own templates of a town rely on them: a key may be added, none may change its meaning.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlsplit

from ratslinde.printing.characters import Characters
from ratslinde.printing.dates import clock, long_date, short_date, weekday_date
from ratslinde.printing.documents import (
    AgendaEntry,
    AnnouncementDocument,
    Contact,
    Document,
    MeetingSheet,
    PaperDocument,
    TableDocument,
)
from ratslinde.printing.flow import flow
from ratslinde.printing.table_values import table_values

FOOTER_CHARACTERS = 90
NUMBER_ROOM = 6  # characters that the columns of TOP and Vorlage hold
REFERENCE_ROOM = 12

_MAIL = re.compile(r"[\w.+-]+@[\w.-]+", re.ASCII)

Values = dict[str, Any]


def values_of(document: Document, *, characters: Characters) -> Values:
    """Return what the template of `document` reads."""
    if isinstance(document, PaperDocument):
        return _paper_head(document, characters) | _paper_sections(document, characters)
    if isinstance(document, TableDocument):
        return table_values(document, characters)
    if isinstance(document, AnnouncementDocument):
        return _announcement(document, characters)
    return _meeting(document, characters, kind="Tagesordnung") | {"as_of": long_date(document.as_of)}


def _announcement(document: AnnouncementDocument, to: Characters) -> Values:
    return _meeting(document, to, kind="Bekanntmachung") | {
        "notice_number": to.line(document.notice_number),
        "replaces": long_date(document.replaces),
        "publication_note": to.line(document.publication_note),
        "provided_on": long_date(document.provided_on),
        "issued_at": to.line(document.issued_at),
        "issued_on": long_date(document.issued_on),
        "signed_by": to.line(document.signed_by),
        "signed_role": to.line(document.signed_role),
    }


def _meeting(document: MeetingSheet, to: Characters, *, kind: str) -> Values:
    """`session` is "12. Sitzung"; `public_agenda` and `nonpublic_agenda` are the two parts of the agenda."""
    organization = to.line(document.organization)
    return {
        "title": f"{kind}: {organization}, {short_date(document.date)}",
        "footer": _shortened(f"{kind} · {organization} · {short_date(document.date)}"),
        "body": to.line(document.body),
        "organization": organization,
        "session": f"{document.meeting_number}. Sitzung" if document.meeting_number else "",
        "date": weekday_date(document.date),
        "time": clock(document.time),
        "place": to.line(document.place),
        "accessibility": to.line(document.accessibility),
        "hints": to.line(document.hints),
        "cancelled": document.cancelled,
        "public_agenda": [_entry(entry, to) for entry in document.agenda if entry.public],
        "nonpublic_agenda": [_entry(entry, to) for entry in document.agenda if not entry.public],
        "papers_url": to.line(document.papers_url),
        "papers_link": _web_address(document.papers_url),
        "papers_place": to.line(document.papers_place),
    }


def _entry(entry: AgendaEntry, to: Characters) -> Values:
    return {
        "number": to.narrow(entry.number, room=NUMBER_ROOM),
        "name": to.line(entry.name),
        "paper_reference": to.narrow(entry.paper_reference, room=REFERENCE_ROOM),
        "note": to.line(entry.note),
    }


def _paper_head(document: PaperDocument, to: Characters) -> Values:
    """`publicity` is "öffentlich" or "nichtöffentlich"."""
    name = to.line(document.name) or "Ohne Betreff"
    kind = f"{to.line(document.paper_type)} {to.line(document.reference)}".strip()
    people = document.participants
    return {
        "title": name,
        "footer": _shortened(f"{kind} · {name}" if kind else name),
        "body": to.line(document.body),
        "name": name,
        "paper_type": to.line(document.paper_type),
        "reference": to.line(document.reference),
        "date": long_date(document.date),
        "file_reference": to.line(document.file_reference),
        "publicity": "öffentlich" if document.public else "nichtöffentlich",
        "lead": to.line(document.lead),
        "contact": _contact(document.contact, to),
        "participants": None if people is None else [to.line(participant) for participant in people],
        "signed_by": [to.line(signer) for signer in document.signed_by],
    }


def _contact(contact: Contact | None, to: Characters) -> Values | None:
    if contact is None:
        return None
    return {
        "name": to.line(contact.name),
        "phone": to.line(contact.phone),
        "email": to.line(contact.email),
        "email_link": f"mailto:{contact.email}" if _MAIL.fullmatch(contact.email) else "",
        "room": to.line(contact.room),
    }


def _paper_sections(document: PaperDocument, to: Characters) -> Values:
    return {
        "consultations": [
            {
                "organization": to.line(row.organization),
                "date": short_date(row.date),
                "agenda_number": to.narrow(row.agenda_number, room=NUMBER_ROOM),
                "role": to.line(row.role),
                "result": to.line(row.result),
            }
            for row in document.consultations
        ],
        "summary": flow(document.summary, to),
        "proposal_subheading": to.line(document.proposal_subheading),
        "proposal": flow(document.proposal, to),
        "costs": flow(document.costs, to),
        "financing": flow(document.financing, to),
        "explanations": flow(document.explanations, to),
        "planned_reports": [
            {
                "organization": to.line(report.organization),
                "date": short_date(report.date),
                "expected": report.expected,
                "note": to.line(report.note),
            }
            for report in document.planned_reports
        ],
        "attachments": [
            {"name": to.line(attachment.name), "pages": attachment.pages, "note": to.line(attachment.note)}
            for attachment in document.attachments
        ],
        "attachments_missing": document.attachments_missing,
    }


def _shortened(text: str) -> str:
    if len(text) <= FOOTER_CHARACTERS:
        return text
    return (text[:FOOTER_CHARACTERS].rpartition(" ")[0] or text[:FOOTER_CHARACTERS]) + " …"


def _web_address(text: str) -> str:
    """Return an address that may stand behind a link, or "": anything but the web stays plain text."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:  # "http://[" is no address
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return ""
    return quote(parts.geturl(), safe="%/:?#[]@!$&'()*+,;=~", errors="replace")

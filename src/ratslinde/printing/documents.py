"""What a document says, as values: the printer knows no table, so its callers fill these in.

Names follow OParl and the glossary. `body` is the municipality ("Stadt Lindenhagen"), `organization` a
council body by the name that was valid on that day. Dates and times are the town's: here is no time zone.
An empty string, an empty tuple or None leaves the line or the section out, unless a comment says otherwise.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

from ratslinde.kernel.blocks import Block


class AgendaEntry(Struct, frozen=True, kw_only=True):
    """One line of an agenda. `name` of a non-public item is its public wording (general titles only)."""

    number: str
    name: str
    public: bool = True
    paper_reference: str = ""
    note: str = ""  # "abgesetzt", "Anhörung", …


class MeetingSheet(Struct, frozen=True, kw_only=True):
    """What every document about a meeting says."""

    body: str
    organization: str
    date: datetime.date
    time: datetime.time | None = None
    meeting_number: int | None = None  # running number within the term: "12. Sitzung"
    place: str = ""
    accessibility: str = ""
    hints: str = ""
    agenda: tuple[AgendaEntry, ...] = ()
    cancelled: bool = False
    papers_url: str = ""  # only http(s); shown as a link
    papers_place: str = ""


class AnnouncementDocument(MeetingSheet, frozen=True, kw_only=True):
    """The public notice of a meeting (Bekanntmachung).

    `publication_note` says which publication is the legal one, `replaces` is the day of the notice that this
    one takes the place of, `provided_on` the day of provision where the Internet is the legal form.
    """

    notice_number: str = ""
    replaces: datetime.date | None = None
    publication_note: str = ""
    provided_on: datetime.date | None = None
    issued_at: str = ""
    issued_on: datetime.date | None = None
    signed_by: str = ""
    signed_role: str = ""


class AgendaDocument(MeetingSheet, frozen=True, kw_only=True):
    """The plain agenda of a meeting (Tagesordnung)."""

    as_of: datetime.date | None = None  # "Stand"


class Contact(Struct, frozen=True, kw_only=True):
    """Who answers questions about a paper (Auskunft erteilt)."""

    name: str
    phone: str = ""
    email: str = ""
    room: str = ""


class ConsultationRow(Struct, frozen=True, kw_only=True):
    """One station of the Beratungsfolge; `agenda_number` is the TOP."""

    organization: str
    date: datetime.date | None = None
    agenda_number: str = ""
    role: str = ""
    result: str = ""


class PlannedReport(Struct, frozen=True, kw_only=True):
    """A later presentation that is only announced."""

    organization: str
    date: datetime.date | None = None
    expected: bool = True  # "voraussichtlich"
    note: str = ""


class Attachment(Struct, frozen=True, kw_only=True):
    """A file that belongs to a paper, by its name."""

    name: str
    pages: int | None = None
    note: str = ""  # "nicht barrierefrei", "nur in der Sitzung", …


class PaperDocument(Struct, frozen=True, kw_only=True):
    """A council paper (Vorlage)."""

    body: str
    name: str  # Betreff
    reference: str = ""
    paper_type: str = "Vorlage"
    date: datetime.date | None = None
    file_reference: str = ""  # Aktenzeichen
    public: bool = True
    lead: str = ""  # Federführung
    contact: Contact | None = None
    participants: tuple[str, ...] | None = None  # () prints "keine", None leaves the line out
    consultations: tuple[ConsultationRow, ...] = ()
    summary: tuple[Block, ...] = ()
    proposal_subheading: str = ""  # "Sachentscheidung"
    proposal: tuple[Block, ...] = ()
    costs: tuple[Block, ...] = ()
    financing: tuple[Block, ...] = ()
    explanations: tuple[Block, ...] = ()
    planned_reports: tuple[PlannedReport, ...] = ()
    attachments: tuple[Attachment, ...] = ()  # always printed; () says "ohne"
    attachments_missing: bool = False  # () says "nicht beigefügt"
    signed_by: tuple[str, ...] = ()


class TableColumn(Struct, frozen=True, kw_only=True):
    """A column; `share` is its width beside the others."""

    title: str
    share: float = 1.0


class LegendEntry(Struct, frozen=True, kw_only=True):
    """A word that stands in cells, and what it means."""

    term: str
    meaning: str


class TableDocument(Struct, frozen=True, kw_only=True):
    """A table as a page of a report, across. A cell is text; lines after its first stand below it, less strong.

    `fixed`: how many columns at the beginning come again when the table is too wide for one page.
    """

    body: str
    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    subtitle: str = ""
    day: datetime.date | None = None
    fixed: int = 1
    legend: tuple[LegendEntry, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""


Document = AnnouncementDocument | AgendaDocument | PaperDocument | TableDocument

"""From the text of a file to its documents."""

from __future__ import annotations

import msgspec

from ratslinde.reading.agenda.table_rows import with_columns_apart
from ratslinde.reading.doubts.marking import with_doubts
from ratslinde.reading.expectations import warnings_of, with_expected
from ratslinde.reading.kinds import SITTINGS, kind_of
from ratslinde.reading.minutes.minutes import read_minutes
from ratslinde.reading.outcome import Document, Reading, SourceText
from ratslinde.reading.papers.paper import read_paper
from ratslinde.reading.sessions.announcement import read_sitting
from ratslinde.reading.splitting import split_documents
from ratslinde.reading.text.lines import Line, lines_of, span_of
from ratslinde.reading.text.mail_head import without_mail_head
from ratslinde.reading.text.page_furniture import without_furniture

_READERS = {
    **dict.fromkeys(SITTINGS, read_sitting),
    **dict.fromkeys(("vorlage", "antrag", "anfrage"), read_paper),
    "niederschrift": read_minutes,
}
_WITH_ITEMS = (*SITTINGS, "niederschrift")


def read_source(source: SourceText, warnings: tuple[str, ...] = ()) -> Reading:
    """Return the documents of a text; `warnings` are those of the format it came from."""
    lines = without_mail_head(without_furniture(lines_of(source)))
    documents = tuple(_document(piece, source) for piece in split_documents(lines)) or (Document({}),)
    return Reading(documents, (*warnings, *warnings_of(documents)), source)


def _document(lines: list[Line], source: SourceText) -> Document:
    kind, field = kind_of(lines)
    read = _READERS.get(kind)
    rows = with_columns_apart(lines) if kind in _WITH_ITEMS else lines
    document = read(rows) if read else Document({}, span=span_of(lines))
    document = msgspec.structs.replace(document, kind=kind, values={"kind": field, **document.values})
    return with_doubts(with_expected(document), rows, source)

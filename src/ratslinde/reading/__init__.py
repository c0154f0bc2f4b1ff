"""Reading council documents: text, PDF, HTML and Word files become structured drafts with their origin.

No table, no network. `read_file` and `read_bytes` return a `Reading`; whatever cannot be read ends in a
`ReadingError` with one German sentence.
"""

from ratslinde.reading.answer import to_json
from ratslinde.reading.entrance import read_bytes, read_file
from ratslinde.reading.errors import ReadingError
from ratslinde.reading.outcome import Document, Entry, Field, Reading, SourceLine, SourceText, Span
from ratslinde.reading.summary import summary

__all__ = [
    "Document",
    "Entry",
    "Field",
    "Reading",
    "ReadingError",
    "SourceLine",
    "SourceText",
    "Span",
    "read_bytes",
    "read_file",
    "summary",
    "to_json",
]

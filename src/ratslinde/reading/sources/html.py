"""HTML pages of council systems: blocks become lines, table rows become lines with cells."""

from __future__ import annotations

import re

import lxml.etree
import lxml.html

from ratslinde.reading.errors import ReadingError
from ratslinde.reading.outcome import SourceText
from ratslinde.reading.sources import limits
from ratslinde.reading.sources.html_lines import HtmlLines

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(data: bytes) -> SourceText:
    """Return the text of an HTML page; scripts, navigation and what is hidden are left out."""
    limits.check_tags(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    limits.check_characters(len(text))
    try:
        root = lxml.html.document_fromstring(_DECLARATION.sub("", text).replace("\x00", ""))
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        raise ReadingError("Die HTML-Datei ist beschädigt oder leer.") from None
    lines = HtmlLines()
    lines.element(root, 0)
    lines.flush()
    return SourceText(tuple(lines.lines), 1)

"""The press: one document, one template, one PDF that is PDF/UA-1 and PDF/A-2a at once."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import msgspec
import typst

from ratslinde.kernel.errors import Refused
from ratslinde.printing.characters import Characters
from ratslinde.printing.documents import (
    AgendaDocument,
    AnnouncementDocument,
    Document,
    PaperDocument,
    TableDocument,
)
from ratslinde.printing.folder import BUILT_IN, Files, template_files
from ratslinde.printing.fonts import fonts_folder, load_fonts
from ratslinde.printing.values import Values, values_of

STANDARDS: typst.PDFStandards = ["ua-1", "a-2a"]
_PLACE = re.compile(r"([\w-]+\.typ):(\d+):\d+")
_FONT_MISSING = "unknown font family"
_NOWHERE = "/dev/null"  # packages are neither found nor stored

# Around the template, so that no town's own template can leave it out; foreground is no text of the document.
_STAMPED = """#set page(foreground: {
  set text(font: "Fira Sans", fallback: false, weight: 600, fill: rgb("#b3261e"))
  place(center + horizon, rotate(-35deg, text(size: 96pt, fill: rgb("#b3261e22"), sys.inputs.stamp)))
  place(top + center, dy: 8mm, text(size: 10pt, sys.inputs.stamp))
})
"""
_TEMPLATE = {
    AnnouncementDocument: "announcement.typ",
    AgendaDocument: "agenda.typ",
    PaperDocument: "paper.typ",
    TableDocument: "table.typ",
}


class PrintingError(Refused):
    """A template is wrong, or the PDF would not conform; the message names file and line."""


def render(
    document: Document,
    *,
    created: datetime.datetime,
    templates: Path | None = None,
    fonts: Path | None = None,
    stamp: str = "",
) -> bytes:
    """Return `document` as PDF; the same arguments give the same bytes.

    `created` is the aware moment that the file states as its date. `templates` is a town's own folder,
    `fonts` another font folder. `stamp` is a word that stands across every page, such as "Entwurf".
    Raises PrintingError, and TemplateRefused for an unusable file.
    """
    return press_document(
        document,
        files=template_files(templates),
        created=created,
        fonts=fonts or fonts_folder(),
        stamp=stamp,
    )


def press_document(
    document: Document, *, files: Files, created: datetime.datetime, fonts: Path, stamp: str = ""
) -> bytes:
    """Return `document` as PDF, made with the template files given. Raises PrintingError."""
    if created.tzinfo is None:
        raise ValueError("created must be aware: the date of a file is a moment")
    main = _TEMPLATE[type(document)]
    values = values_of(document, characters=Characters(fonts))
    try:
        pdf, warnings = _compile(files, main=main, values=values, created=created, fonts=fonts, stamp=stamp)
    except typst.TypstError as error:
        raise PrintingError(_sentence(error.message, place=error.diagnostic, main=main)) from error
    for warning in warnings:
        if warning.message.startswith(
            _FONT_MISSING
        ):  # the press would leave the text out and call it a success
            raise PrintingError(_sentence(warning.message, place=warning.diagnostic, main=main))
    return pdf


def _compile(
    files: Files, *, main: str, values: Values, created: datetime.datetime, fonts: Path, stamp: str
) -> tuple[bytes, list[typst.TypstWarning]]:
    first = f'{_STAMPED if stamp else ""}#include "{main}"'
    project: Any = files | {"main.typ": first.encode()}  # its stub forgets several files
    result: tuple[bytes, list[typst.TypstWarning]] = typst.compile_with_warnings(
        project,
        root=BUILT_IN,
        font_paths=load_fonts(fonts),
        ignore_system_fonts=True,
        sys_inputs={"document": msgspec.json.encode(values).decode(), "stamp": stamp},
        pdf_standards=STANDARDS,
        package_path=_NOWHERE,
        package_cache_path=_NOWHERE,
        timestamp=created.astimezone(datetime.UTC).replace(microsecond=0),  # parts of seconds are refused
    )
    return result


def _sentence(message: str, *, place: str, main: str) -> str:
    found = _PLACE.search(place[place.find("error:") :] if "error:" in place else place)
    where = f"{found[1]}, Zeile {found[2]}" if found else main
    reason = message.partition(" (searched at")[0]  # the rest is a path of the server
    if reason.startswith("PDF/"):
        return f"{where}: Das PDF wäre nicht barrierefrei oder nicht archivfest ({reason})."
    if reason.startswith(_FONT_MISSING):
        return f"{where}: Diese Schrift hat der Drucker nicht ({reason})."
    return f"{where}: Die Vorlage lässt sich nicht übersetzen ({reason})."

"""A town's own templates, checked when they are loaded and not when the announcement is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ratslinde.printing import samples
from ratslinde.printing.folder import TEMPLATES, Files, TemplateRefused, own_files, read_own, template_files
from ratslinde.printing.fonts import fonts_folder
from ratslinde.printing.press import PrintingError, press_document

_ANY_DAY = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def check_templates(folder: Path, *, fonts: Path | None = None) -> list[str]:
    """Return one German sentence for each fault of the town's own templates in `folder`; none means: usable.

    Every document is pressed from full, from bare and from unusual sample values.
    """
    own: Files = {}
    faults: list[str] = []
    try:
        paths = own_files(folder)
    except TemplateRefused as refused:
        return [refused.message]
    for path in paths:
        try:
            own[path.name] = read_own(path)
        except TemplateRefused as refused:
            faults.append(refused.message)
    if not own.keys().isdisjoint(TEMPLATES):
        faults.extend(_faults_of_pressing(template_files(None) | own, fonts=fonts or fonts_folder()))
    return list(dict.fromkeys(faults))


def _faults_of_pressing(files: Files, *, fonts: Path) -> Iterator[str]:
    for document in samples.all_documents():
        try:
            press_document(document, files=files, created=_ANY_DAY, fonts=fonts)
        except PrintingError as error:
            yield error.message

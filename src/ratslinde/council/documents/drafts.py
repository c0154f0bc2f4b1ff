"""Documents as they would be printed: looked at before publishing, marked as drafts, kept nowhere."""

from __future__ import annotations

import datetime

from django.conf import settings
from msgspec import Struct

from ratslinde.printing import Document, file_name, missing_characters, render

STAMP = "Entwurf"


class PrintedDraft(Struct, frozen=True, kw_only=True):
    """A document made from the values that would be published. `created`: the date that its PDF would state."""

    key: str
    title: str
    document: Document
    created: datetime.datetime

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that the PDF would not show, because no font of the printer has them."""
        return missing_characters(self.document)

    def print(self) -> tuple[str, bytes]:
        """File name and bytes of the PDF, both saying that it is a draft. Raises PrintingError."""
        data = render(
            self.document, templates=settings.RATSLINDE_TEMPLATES, created=self.created, stamp=STAMP
        )
        return f"{STAMP}_{file_name(self.document)}", data

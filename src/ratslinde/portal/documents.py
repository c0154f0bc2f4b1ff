"""The page of a document: what it is, and where it belongs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.portal.answers import entry_at, local, public_page, show
from ratslinde.portal.belonging import owners
from ratslinde.portal.crumbs import trail


@public_page
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """The document's facts, its text for those who cannot read the file, and the way to its bytes."""
    entry = entry_at(f"dokumente/{public_id}/", "file")
    raw = entry.oparl
    context = {
        "document": entry,
        "page": entry.page,
        "raw": raw,
        "address": local(raw["accessUrl"]),
        "download": local(raw["downloadUrl"]),
        "checksum": raw["sha512Checksum"],
        "belongs_to": owners([entry])[entry.id],
        "trail": trail((gettext("Dokumente"), "/suche/?art=file"), (entry.title, "")),
    }
    return show(request, "portal/document.html", context)

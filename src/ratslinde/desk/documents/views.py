"""Documents: add, open, change, take off."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ratslinde.council.documents.actions import edit_document
from ratslinde.council.documents.models import Document
from ratslinde.council.papers.queries import readable_document
from ratslinde.desk.documents.forms import DocumentForm, UploadForm
from ratslinde.desk.documents.holders import ADD, address, holder, holders, take_off_all
from ratslinde.desk.doorway import actor, attempt, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.files import storage
from ratslinde.kernel.errors import Forbidden, Refused

_SHOWN = ("application/pdf", "image/png", "image/jpeg")
"""Types that a browser shows without running anything; the others are saved."""


@require_POST
@door("document.add")
def add(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    """Add a file to a meeting, an item or a paper, or the minutes to a meeting."""
    if kind not in ADD:
        raise Http404
    row = holder(actor(request), kind, public_id)
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            ADD[kind](actor(request), row, **form.document())
        except Forbidden:
            raise
        except Refused as refusal:
            form.add_error("file", refusal.message)
        else:
            return said(request, "Das Dokument ist hinzugefügt.", go=address(row))
    context = {"title": "Dokument hinzufügen", "upload": form, "kind": kind, "row": row, "back": address(row)}
    return page(request, "desk/upload.html", context, trail=[(str(row), address(row))])


@require_GET
@door()
def opened(request: HttpRequest, public_id: str) -> HttpResponse:
    """The bytes of a document, for those who may read what holds it."""
    document = readable_document(actor(request), public_id)
    answer = HttpResponse(storage.read(document.stored.sha256), content_type=document.media_type)
    way = "inline" if document.media_type in _SHOWN else "attachment"
    answer["Content-Disposition"] = f"{way}; filename*=UTF-8''{quote(document.file_name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@door("document.edit")
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Name, date, and whether it may become public."""
    document: Document = Document.objects.get(public_id=public_id)
    back = _back(document)
    form = DocumentForm(request.POST or None, row=document)
    done = handed_in(request, form, lambda: edit_document(
        actor(request), document, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=back)
    return form_page(request, form, title="Dokument bearbeiten", back=back)


@require_POST
@door("document.add")
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take the document off everything that holds it."""
    document = readable_document(actor(request), public_id)
    back = _back(document)
    return attempt(
        request,
        lambda: take_off_all(actor(request), document),
        done="Das Dokument ist entfernt.",
        back=back,
    )


def _back(document: Document) -> str:
    rows = holders(document)
    return address(rows[0]) if rows else "/schreibtisch/"

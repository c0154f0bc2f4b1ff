"""The bytes of a document: whole or in part, shown or saved, and harmless whatever they are.

OParl 1.1, 3.13: the access address never answers as an attachment, the download address always does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date
from django.views.decorators.http import require_safe

from ratslinde.portal.answers import Withdrawn, entry_at, show
from ratslinde.record.outlet import Entry

CHUNK = 64 * 1024
# A document is never a page of this site: whatever is active in it runs nowhere and loads nothing. Chromium's own
# viewer does not show a PDF in a sandbox, and PDF has no access to the site.
_INERT = "default-src 'none'; sandbox; frame-ancestors 'none'"
_PDF = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@require_safe
def document_bytes(request: HttpRequest, public_id: str, file_name: str) -> HttpResponseBase:
    """The document under its own name; 404 under another one, 410 when it was withdrawn."""
    try:
        entry = entry_at(f"dokumente/{public_id}/", "file")
    except Withdrawn:
        return show(request, "portal/gone.html", status=410)
    if entry.file_name != file_name:
        raise Http404
    etag = f'"{entry.checksum}"'
    modified = int(entry.modified.timestamp())
    unchanged = get_conditional_response(request, etag=etag, last_modified=modified)
    response = unchanged or _bytes(request, entry, etag=etag)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    return _harmless(response, entry, save="download" in request.GET)


def _harmless(response: HttpResponseBase, entry: Entry, *, save: bool) -> HttpResponseBase:
    response["Content-Disposition"] = content_disposition_header(save, entry.file_name) or "inline"
    response["Content-Security-Policy"] = _PDF if entry.media_type == "application/pdf" else _INERT
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Cache-Control"] = "public, no-cache"
    response["Accept-Ranges"] = "bytes"
    return response


def _bytes(request: HttpRequest, entry: Entry, *, etag: str) -> HttpResponseBase:
    stream = entry.open_content()
    size = _size(stream)
    if request.method == "HEAD":
        stream.close()
        return HttpResponse(content_type=entry.media_type, headers={"Content-Length": str(size)})
    wanted = _wanted(request, size=size, etag=etag)
    if wanted is None:
        return FileResponse(stream, content_type=entry.media_type, headers={"Content-Length": str(size)})
    first, last = wanted
    if first > last:
        stream.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers = {"Content-Range": f"bytes {first}-{last}/{size}", "Content-Length": str(last - first + 1)}
    part = _part(stream, first=first, length=last - first + 1)
    return StreamingHttpResponse(part, status=206, content_type=entry.media_type, headers=headers)


def _size(stream: BinaryIO) -> int:
    size = stream.seek(0, 2)
    stream.seek(0)
    return size


def _wanted(request: HttpRequest, *, size: int, etag: str) -> tuple[int, int] | None:
    """First and last byte of the one range that was asked for; first > last when there is none such.

    None: send everything (no range, several, one that cannot be read, or of an older version: RFC 9110, 14.2).
    """
    found = _RANGE.fullmatch(request.headers.get("Range", ""))
    if not found or found.groups() == ("", "") or request.headers.get("If-Range", etag) != etag:
        return None
    start, end = found.groups()
    if not start:
        return (max(0, size - int(end)), size - 1) if int(end) else (size, size - 1)
    last = min(int(end), size - 1) if end else size - 1
    if end and int(end) < int(start):
        return None
    return int(start), last


def _part(stream: BinaryIO, *, first: int, length: int) -> Iterator[bytes]:
    with stream:
        stream.seek(first)
        while length > 0:
            chunk = stream.read(min(CHUNK, length))
            if not chunk:
                return
            length -= len(chunk)
            yield chunk

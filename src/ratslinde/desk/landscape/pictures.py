"""Pictures of the landscape as files: SVG and PNG."""

from __future__ import annotations

from django.http import HttpResponse

from ratslinde.kernel import clock
from ratslinde.printing.pictures import png

_INERT = "default-src 'none'; sandbox"


def as_svg(svg: str, *, name: str) -> HttpResponse:
    """The picture as a file of today. Its address alone runs and loads nothing."""
    return attached(f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}'.encode(), f"{name}.svg", "image/svg+xml")


def as_png(svg: str, *, name: str) -> HttpResponse:
    """The picture in points, with the printer's fonts."""
    return attached(png(svg), f"{name}.png", "image/png")


def attached(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A file to keep, named by today and `name` (plain letters)."""
    headers = {
        "Content-Disposition": f'attachment; filename="{clock.today()}_{name}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": _INERT,
    }
    return HttpResponse(content, content_type=media_type, headers=headers)

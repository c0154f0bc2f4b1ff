"""Pictures of the landscape as files: SVG and PNG, and networks for programs that draw them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.printing.pictures import DOTS, png
from ratslinde.ui.graphs import Connection, Element, graphml, kumu

SHARP = 10_000_000
"""Square units of a picture up to which it has all its dots, which takes 300 MB of memory; a larger one has as many."""
LARGEST = 40_000_000
"""Square units up to which it is drawn at all: beyond, letters could not be read."""
_INERT = "default-src 'none'; sandbox"
_SIZE = re.compile(r'<svg[^>]* width="(\d+)" height="(\d+)"')


def as_picture(svg: str, *, name: str, form: str) -> HttpResponse:
    """The picture as a file of today, in the form that the address names: svg, or png in points."""
    return as_png(svg, name=name) if form == "png" else as_svg(svg, name=name)


def as_svg(svg: str, *, name: str) -> HttpResponse:
    """The picture as a file of today. Its address alone runs and loads nothing."""
    return attached(f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}'.encode(), f"{name}.svg", "image/svg+xml")


def as_png(svg: str, *, name: str) -> HttpResponse:
    """The picture in points, with the printer's fonts. Raises Refused for one that is too large for that."""
    return attached(png(svg, dots=_dots(svg)), f"{name}.png", "image/png")


def as_graphml(
    elements: Sequence[Element], connections: Iterable[Connection], *, name: str, several: bool = False
) -> HttpResponse:
    """The network as a file for Gephi, yEd or R; `several`: see `ui.graphs.graphml`."""
    content = graphml(elements, connections, several=several)
    return attached(content, f"{name}.graphml", "application/graphml+xml")


def as_kumu(
    elements: Sequence[Element], connections: Iterable[Connection], *, name: str, kindless: str = ""
) -> HttpResponse:
    """The network as a file for Kumu; `kindless`: see `ui.graphs.kumu`."""
    return attached(kumu(elements, connections, kindless=kindless), f"{name}_kumu.json", "application/json")


def _dots(svg: str) -> float:
    """The number of dots stays within bounds: a thousand actors would take gigabytes."""
    size = _SIZE.search(svg)
    area = int(size[1]) * int(size[2]) if size else 0
    if area > LARGEST:
        raise Refused("Das Bild ist zu groß für eine PNG-Datei. Bitte nehmen Sie die SVG-Datei.")
    return DOTS if area <= SHARP else DOTS * math.sqrt(SHARP / area)


def attached(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A file to keep, named by today and `name` (plain letters)."""
    headers = {
        "Content-Disposition": f'attachment; filename="{clock.today()}_{name}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": _INERT,
    }
    return HttpResponse(content, content_type=media_type, headers=headers)

"""The shapes of a map: areas with patterns that read without colours, and signs with numbers."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from ratslinde.ui.maps.outlines import Outline
from ratslinde.ui.maps.projecting import Projection
from ratslinde.ui.maps.values import MapCross, MapMark, MapWindow, MapWords
from ratslinde.ui.pictures.svg import element, link, number, one_line, words

_SAID = 3
"""So many names are read out where several spots were put together."""
_STROKES = {
    "lines": "M0 10L10 0",
    "cross": "M0 10L10 0M0 0L10 10",
    "dots": "M2 5a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0",
}


def patterns(drawn: Sequence[Outline], *, name: str) -> SafeString:
    """The patterns that the areas use."""
    used = sorted({outline.area.kind for outline in drawn} - {""})
    made = "".join(
        element(
            "pattern",
            element("rect", width=10, height=10, class_="map-ground", fill="#e9eef4")
            + element("path", d=_STROKES[kind], class_="map-pattern", fill="none", stroke="#5a6b80"),
            id=f"{name}-{kind}",
            width=10,
            height=10,
            patternUnits="userSpaceOnUse",
        )
        for kind in used
    )
    return element("defs", made) if made else SafeString()


def area_shape(outline: Outline, *, name: str, window: MapWindow, linked: bool) -> SafeString:
    """The area, a link to what is there or, by '{window}' in its address, to the window that shows it."""
    area = outline.area
    path = element(
        "path",
        d=outline.path,
        class_="map-patterned" if area.kind else "map-ground",
        fill=f"url(#{name}-{area.kind})" if area.kind else "#e9eef4",
        fill_rule="evenodd",
        stroke="#4a5a6c",
        stroke_width=1.2,
        stroke_linejoin="round",
    )
    return link(
        area.href.replace("{window}", window.text) if linked else "", path, label=area.name, class_="map-area"
    )


def mark_shape(mark: MapMark, *, words: MapWords, linked: bool) -> SafeString:
    """The sign: a ring for one, a disc with the number for several; a link to the one or to the list."""
    href = (f"#{mark.anchor}" if mark.together else mark.spots[0].href) if linked else ""
    shape = _several(mark) if mark.together or mark.number > 1 else _one(mark)
    return link(href, shape, label=said(mark, words=words), class_="map-mark")


def cross_shape(cross: MapCross, at: Projection) -> SafeString:
    """The cross at its point; in the middle, and not to be seen, while there is none or it lies beyond the picture."""
    x, y, seen = at.width / 2, at.height / 2, False
    if cross.longitude is not None and cross.latitude is not None:
        ((across, along),) = at.points([(cross.longitude, cross.latitude)]).tolist()
        seen = 0 <= across <= at.width and 0 <= along <= at.height
        x, y = (across, along) if seen else (x, y)
    lines = "M-18 0H-4M4 0H18M0-18V-4M0 4V18"
    return element(
        "g",
        element("path", d=lines, class_="map-cross-halo", stroke="#fff", stroke_width=8, stroke_linecap="round")
        + element("path", d=lines, class_="map-cross-line", stroke="#a3122a", stroke_width=3.5, stroke_linecap="round"),
        class_="map-cross",
        transform=f"translate({number(x)} {number(y)})",
        visibility=None if seen else "hidden",
        pointer_events="none",
    )  # fmt: skip


def said(mark: MapMark, *, words: MapWords) -> str:
    """What the sign is called: its name, or the number and the first names."""
    names = [one_line(spot.label) for spot in mark.spots[:_SAID]]
    if not mark.together:
        several = words.many.format(number=mark.number)
        return names[0] if mark.number == 1 else f"{names[0]}: {several}"
    more = " …" if len(mark.spots) > _SAID else ""
    return f"{words.many.format(number=mark.number)}: {', '.join(name[:60] for name in names)}{more}"


def _one(mark: MapMark) -> SafeString:
    return element(
        "circle", cx=mark.x, cy=mark.y, r=mark.radius - 2, class_="map-ring", fill="#fff", stroke="#14406b",
        stroke_width=3.5,
    )  # fmt: skip


def _several(mark: MapMark) -> str:
    disc = element(
        "circle", cx=mark.x, cy=mark.y, r=mark.radius, class_="map-disc", fill="#14406b", stroke="#fff",
        stroke_width=1.5,
    )  # fmt: skip
    figure = element(
        "text", words(str(mark.number)), x=mark.x, y=mark.y + 5, class_="map-number", fill="#fff", font_size=14,
        font_weight=600, text_anchor="middle",
    )  # fmt: skip
    return disc + figure

"""Maps drawn on the server: areas and spots in, SVG and its table twin out. No word of any trade, no table.

    window = MapWindow.read(request.GET.get("ausschnitt", ""))
    drawn = draw_map(areas, spots, window=window, title="Karte", description="…", name="karte")

`drawn.svg` is safe to put into a page (all text is escaped; no style, no script). Its looks are in
`ui/pictures.css`; put it into `<div class="picture" role="region" tabindex="0" aria-label="…">`, below
`<c-picture-moves :steps="drawn.steps" :window="drawn.window" query="…&amp;" anchor="karte" />`.
"""

from __future__ import annotations

from ratslinde.ui.maps.drawing import draw_map
from ratslinde.ui.maps.values import (
    CLOSEST,
    Direction,
    DrawnMap,
    Extent,
    MapArea,
    MapCross,
    MapMark,
    MapSpot,
    MapSteps,
    MapWindow,
    MapWords,
    Ring,
)

__all__ = [
    "CLOSEST",
    "Direction",
    "DrawnMap",
    "Extent",
    "MapArea",
    "MapCross",
    "MapMark",
    "MapSpot",
    "MapSteps",
    "MapWindow",
    "MapWords",
    "Ring",
    "draw_map",
]

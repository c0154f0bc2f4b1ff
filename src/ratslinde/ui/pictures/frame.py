"""The frame of a picture: what it is called and what it shows."""

from __future__ import annotations

from django.utils.safestring import SafeString

from ratslinde.ui.pictures.svg import FONT, NAMESPACE, element, words


def picture(
    layers: SafeString,
    *,
    width: float,
    height: float,
    title: str,
    description: str,
    name: str,
    standalone: bool = False,
    natural: bool = False,
) -> SafeString:
    """The whole SVG. In a page it is a group with links; `standalone` it is one image on white ground.

    `natural`: shown in its own size, however wide the page is.
    """
    said = element("title", words(title), id=f"{name}-title") + element(
        "desc", words(description), id=f"{name}-desc"
    )
    ground = element("rect", width=width, height=height, fill="#fff") if standalone else ""
    return element(
        "svg",
        said + ground + layers,
        xmlns=NAMESPACE,
        viewBox=f"0 0 {round(width)} {round(height)}",
        width=round(width) if standalone or natural else None,
        height=round(height) if standalone or natural else None,
        role="img" if standalone else "group",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        class_="picture-drawing picture-natural" if natural else "picture-drawing",
        direction="ltr",  # places are reckoned: a page from right to left must not turn the anchors around
        font_family=FONT,
        fill="#16202c",
        paint_order="stroke",
    )

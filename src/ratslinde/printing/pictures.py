"""Pictures out: an SVG in, a PNG out, with the printer's own fonts and nothing from the network."""

from __future__ import annotations

from pathlib import Path

import typst

from ratslinde.printing.fonts import fonts_folder, load_fonts

DOTS = 144.0
"""Dots an inch, which is 96 units of the picture: one and a half times its size on a screen."""
_NOWHERE = "/dev/null"  # packages are neither found nor stored
_PAGE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg")'


def png(svg: str, *, dots: float = DOTS, fonts: Path | None = None) -> bytes:
    """Return the picture as PNG; the same picture gives the same bytes. The SVG must name its width and height."""
    files: dict[str, bytes] = {"main.typ": _PAGE, "picture.svg": svg.encode()}
    found: bytes = typst.compile(  # type: ignore[call-overload]
        files,
        format="png",
        ppi=dots,
        font_paths=load_fonts(fonts or fonts_folder()),
        ignore_system_fonts=True,
        package_path=_NOWHERE,
        package_cache_path=_NOWHERE,
    )
    return found

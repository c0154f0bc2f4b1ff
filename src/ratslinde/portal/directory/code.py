"""The address of a page as a QR code, for the printed sheet."""

from __future__ import annotations

from functools import lru_cache

import qrcode
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage


@lru_cache(maxsize=500)
def code(address: str) -> SafeString:
    """The QR code of an address as SVG."""
    picture: str = qrcode.make(address, image_factory=SvgPathImage, border=0).to_string(encoding="unicode")
    return mark_safe(picture.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S308  made of squares only

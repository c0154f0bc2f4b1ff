"""An address as a QR code, for paper."""

from __future__ import annotations

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString

_PICTURE = (
    '<svg aria-hidden="true" width="{size}mm" height="{size}mm" viewBox="0 0 {size} {size}" '
    'xmlns="http://www.w3.org/2000/svg"><path d="{squares}" fill="#000000"/></svg>'
)


def code(address: str) -> SafeString:
    """The QR code of an address as SVG. Nothing is kept: an address may be a secret."""
    drawn = qrcode.QRCode(border=0)
    drawn.add_data(address)
    rows = drawn.get_matrix()
    squares = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark
    )
    return format_html(_PICTURE, size=len(rows), squares=squares)

"""The address of a page as a QR code, for the printed sheet."""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import SafeString

from ratslinde.ui.pictures import code as drawing


@lru_cache(maxsize=500)
def code(address: str) -> SafeString:
    """The QR code of a public address as SVG; sheets of the same page are asked for again and again."""
    return drawing.code(address)

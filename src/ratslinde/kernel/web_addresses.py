"""What may stand behind a link to a page on the Web."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

MOST = 200
"""Characters: as many as the fields for them hold."""
_OUTSIDE = re.compile(r"[\s\"'<>\\`]")


def is_web_address(text: str) -> bool:
    """Whether it is an address of the Web, http or https, with a full host.

    Blanks, quotes, angle brackets, control and direction characters stand in none (RFC 3986, 2): they would end the
    link early, or show another address than the one that it leads to.
    """
    if len(text) > MOST or _OUTSIDE.search(text) or any(map(_is_hidden, text)):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:  # "http://[" is no address
        return False
    return parts.scheme in ("http", "https") and "." in host.strip(".") and not host.startswith(".")


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")

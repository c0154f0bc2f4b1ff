"""Where this site is: the one base of every address that is sent, from the settings and never from the request.

What is read from the Host header would follow whoever asks, and an object would have as many ids as the server has
names (OParl 1.1, 2.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from django.conf import settings

ROOT = "oparl/v1.1/"
_UNSET = "http://127.0.0.1:8000"  # what `serve` uses when neither an address nor a port is set


def base() -> str:
    """The address of the site, with a final slash."""
    return f"{settings.RATSLINDE_URL or _UNSET}/"


def absolute(path: str) -> str:
    """The address of a page or object of this site; `path` has no leading slash."""
    return base() + path


def with_query(path: str, parameters: Iterable[tuple[str, str]]) -> str:
    """The address with these parameters, percent-encoded throughout: a bare + would be read as a blank."""
    pairs = list(parameters)
    return absolute(path) + (f"?{urlencode(pairs, quote_via=quote)}" if pairs else "")

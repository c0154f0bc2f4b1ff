"""Taking an address of a setting apart."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

_NOTHING = urlsplit("")


def parts_of(url: str) -> SplitResult:
    """The parts of the address; all of them empty where it cannot be taken apart, or its port is no number."""
    try:
        parts = urlsplit(url)
        readable = parts.port != 0  # asking for the port is what finds out
    except ValueError:
        return _NOTHING
    return parts if readable else _NOTHING

"""Whether somebody with a wheelchair gets to an offer, from what is known of its places."""

from __future__ import annotations

from collections.abc import Iterable


def gets_in(places: Iterable[bool | None]) -> bool | None:
    """Yes where one place is accessible, no where none is; None while nobody has said of one, or there is none."""
    known = set(places)
    if True in known:
        return True
    return False if known == {False} else None

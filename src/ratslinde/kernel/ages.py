"""From which age to which, in German."""

from __future__ import annotations


def in_words(first: int | None, last: int | None) -> str:
    """'6 bis 10 Jahre', '6 Jahre', 'ab 6 Jahren', 'bis 10 Jahre'; '' where neither is known."""
    if first is None:
        return "" if last is None else f"bis {last} Jahre"
    if last is None:
        return f"ab {first} Jahren"
    return f"{first} bis {last} Jahre" if last > first else f"{first} Jahre"

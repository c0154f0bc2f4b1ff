"""Names and functions of those who sign."""

from __future__ import annotations

import re

from ratslinde.reading.fields import optional, stated
from ratslinde.reading.outcome import Entry, Span
from ratslinde.reading.rules import load
from ratslinde.reading.text.lines import Line, span_of

ROLE = re.compile("|".join(load("agenda")["signatures"]["roles"]), re.IGNORECASE)
_NAME = re.compile(
    r"^\(?(?:(?:Herr|Frau|Hr\.|Fr\.|Prof\.|Dr\.|Dipl\.-\w+\.?|[A-ZÄÖÜ]\.|von|van|de|zu|[A-ZÄÖÜ][\w’'-]+\.?|[A-ZÄÖÜ]{2,})\s?){1,5}\)?$"
)
_BRACKETED = re.compile(r"(?P<name>[^()]{4,50}?)\s*\((?P<role>[^()]{3,60})\)")
LONGEST = 90


def is_name(text: str) -> bool:
    """Return whether a text looks like the name of a person."""
    if text.isupper() or len(text) < 4 or text.endswith("."):
        return False
    return _NAME.match(text) is not None and not ROLE.search(text)


def role_beside(text: str) -> tuple[str, str] | None:
    """Return name and role of one line ("Anna Birke, Ausschussvorsitzende"), None for other lines."""
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and is_name(bracketed["name"]) and ROLE.search(bracketed["role"]):
        return bracketed["name"], bracketed["role"]
    words = text.split()
    for count in (1, 2, 3, 4) if words and words[0].endswith(",") else (2, 3, 4):
        name, role = " ".join(words[:count]).rstrip(","), words[count:]
        if role and len(text) < LONGEST and is_name(name) and ROLE.search(" ".join(role[:2])):
            return name, " ".join(role)
    return None


def bare_role(text: str) -> str:
    """Return a function without its colon or the brackets around it."""
    text = text.rstrip(" :")
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def signature(name: str, role: str | None, rule: str, line: Line, role_span: Span | None) -> Entry:
    """Return a signature: its name stands in `line`, its role in `role_span`."""
    span = span_of([line])
    return Entry(
        {"name": stated(name.strip("() "), rule, span), "role": optional(role, rule, role_span)}, span=span
    )

"""A person of a list, and what a name looks like."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.rules import alternatives, load

_RULES = load("attendance")
HONORIFIC = alternatives(_RULES["honorifics"])
TITLE = r"(?:Prof\.|Dr\.(?:-Ing\.)?|Dipl\.-\w+\.?(?: \(FH\))?|Mag\.|h\. ?c\.|med\.|jur\.|Ing\.)"
_PARTICLE = r"(?:von|van|vom|de|der|den|zu|zum|zur|del|di|da|dos|el|al|ten|ter|la|le)"
_PART = r"(?:(?:[A-ZÄÖÜÁÉŠČŽĆÇŞİØÅ][\w’'`.-]*[\w.]|[A-ZÄÖÜ]\.|[A-ZÄÖÜ])(?:-[A-ZÄÖÜ][\w’']*)*)"
NAME = re.compile(
    rf"(?:{TITLE}\s+)*(?:{_PARTICLE}\s+)*{_PART}(?:\s+(?:{_PARTICLE}\s+)*{_PART}){{0,4}}(?:,\s+(?:{TITLE}\s+)*{_PART}(?:\s+{_PART}){{0,2}})?(?:,\s+{TITLE})?"
)
_NO_NAME = re.compile(rf"(?:{alternatives(_RULES['no_names'])})\b")


class Person(msgspec.Struct):
    """A person of a list; `present` is None when only the heading above can tell."""

    name: str
    role: str | None = None
    group: str | None = None
    note: str | None = None
    present: bool | None = None


def is_name(text: str) -> bool:
    """Return whether a text can be the name of a person."""
    return (
        2 < len(text) < 60
        and NAME.fullmatch(text) is not None
        and not _NO_NAME.match(text)
        and not (text.isupper() and len(text) < 5)
        and not any(char.isdigit() for char in text)
    )

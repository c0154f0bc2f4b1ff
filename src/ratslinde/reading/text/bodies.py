"""Names of bodies in the nominative ("des Ausschusses für Kultur" is the "Ausschuss für Kultur")."""

from __future__ import annotations

import re

from ratslinde.reading.rules import load

_RULES = load("bodies")
_BEFORE = re.compile(
    r"^(?:(?:" + "|".join(word.replace(" ", r"\s") for word in _RULES["before"]) + r")(?:\s+|$))+",
    re.IGNORECASE,
)
_BODY_WORD = re.compile(r"\b\w*(?:" + "|".join(_RULES["words"]) + r")(?:es|s|e)?\b", re.IGNORECASE)
_SESSION = re.compile(r"\b\w*[Ss]itzung\s+")


def is_body(text: str) -> bool:
    """Return whether a text holds a noun that names a body."""
    return _BODY_WORD.search(text) is not None


def body_word(text: str) -> re.Match[str] | None:
    """Return the match of the first noun of a body."""
    return _BODY_WORD.search(text)


def nominative(text: str) -> str:
    """Return the name of a body without number, article and genitive.

    "6. Sitzung des Gemeinderates" becomes "Gemeinderat"; words behind the noun stay as they are.
    """
    name = _BEFORE.sub("", " ".join(text.split())).strip(" ,;:-–")
    noun = _BODY_WORD.search(name)
    if not noun:
        return name
    return name[: noun.start()] + _base(noun[0]) + name[noun.end() :]


def session_name(text: str) -> str:
    """Return the body that a session is of: "49. Plenarsitzung Gemeinderat" is one of the "Gemeinderat"."""
    behind = _SESSION.split(text, maxsplit=1)
    return nominative(behind[-1] if len(behind) > 1 and body_word(behind[-1]) else text)


def _base(noun: str) -> str:
    for genitive, base in _RULES["endings"]:
        if noun.lower().endswith(genitive):
            return noun[: len(noun) - len(genitive)] + _cased(base, noun)
    return noun


def _cased(base: str, noun: str) -> str:
    if noun.isupper():
        return base.upper()
    return base.capitalize() if len(noun) <= len(base) + 2 and noun[0].isupper() else base

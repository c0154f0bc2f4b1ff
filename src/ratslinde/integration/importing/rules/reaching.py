"""How somebody is reached, as it stands in a cell: web, mail, phone, address."""

from __future__ import annotations

import re
from collections.abc import Collection

from ratslinde.integration.importing.rules.cells import Unreadable
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.kernel.text import collapse
from ratslinde.kernel.web_addresses import is_web_address

_MAIL = re.compile(
    r"(?<![^\s<(\[:;,/|])[^@\s<>\"()\[\]:;,/|]+@[^@\s<>\"()\[\]:;,/|]+\.[^@\s<>\"()\[\]:;,/|.]+"
)
_LONGEST_MAIL = 254
_HIDDEN_AT = re.compile(r"\s?[(\[{]\s?(?:at|ät|@)\s?[)\]}]\s?", re.IGNORECASE)


def url(text: str) -> str:
    """A web address, with https:// where it was left out."""
    found = text.strip().split()[0]
    if "@" in found and "/" not in found:
        raise Unreadable(f"„{text}“ ist eine Mailadresse und keine Internetseite.")
    found = found if re.match(r"(?i)https?://", found) else f"https://{found}"
    if not is_web_address(found):
        raise Unreadable(f"„{text}“ ist keine Internetadresse.")
    return found


def email(text: str) -> str:
    """A mail address, the first of several; '(at)' is how some hide the sign from machines. Raises Unreadable."""
    found, _ = mails_in(text)
    if not found:
        raise Unreadable(f"„{text}“ ist keine Mailadresse.")
    return found[0]


def mails_in(text: str) -> tuple[list[str], str]:
    """The mail addresses that stand in the text, in their order, and what is left of it."""
    plain = _HIDDEN_AT.sub("@", text)
    found = [met[0] for met in _MAIL.finditer(plain) if len(met[0]) <= _LONGEST_MAIL]
    return [*dict.fromkeys(found)], _MAIL.sub(" ", plain) if found else text


def parted(text: str, towns: Collection[str]) -> tuple[str, str] | None:
    """(street and number, town) where a town's name stands behind the comma; None where that is not certain.

    `towns`: as `stated.Words` has them. 'Ahornweg 3, Hinterhaus' is not parted: no list of houses knows all annexes.
    """
    street, comma, town = (part.strip() for part in text.rpartition(","))
    return (street, town) if comma and street and key_of(town) in towns else None


def address(text: str) -> tuple[str, str, str]:
    """(street and number, postal code, locality) out of one cell."""
    found = re.fullmatch(r"(.*?)[,;\n]?\s*\b(?:D-)?(\d{5})\s+(.+)", collapse(text.replace("\n", ", ")))
    if found is None:
        if re.search(r"\d", text):
            return collapse(text), "", ""
        raise Unreadable(f"„{text}“ ist keine Adresse, zum Beispiel „Lindenweg 3, 59999 Lindenhagen“.")
    return found[1].rstrip(" ,;"), found[2], found[3]

"""Names for things that the public sees: random, so that nothing can be counted up."""

from __future__ import annotations

import re
import secrets

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # no i, l, o, u: read out over the phone they are mistaken
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def new_public_id() -> str:
    """Fourteen characters, 70 bits: cannot be guessed, can be typed."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(14))


def slug(name: str) -> str:
    """The name as part of an address: 'Ausschuss für Jugend' → 'ausschuss-fuer-jugend'. May be empty."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_UMLAUTS)).strip("-")[:60].rstrip("-")

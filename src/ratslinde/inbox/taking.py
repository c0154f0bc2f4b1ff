"""From what a form sends to a value of the kind's struct: cleaned, typed, bounded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from ratslinde.inbox.kinds import Kind
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean

_FIELD = re.compile(r"`\$\.(\w+)")
_UNKNOWN = re.compile(r"unknown field `(\w+)`")
DEEPEST = 6


def taken(kind: Kind[Any], given: Mapping[str, object] | msgspec.Struct) -> bytes:
    """The values as JSON of the kind's struct. Raises Refused, with the field, for what does not fit it."""
    values = msgspec.to_builtins(given) if isinstance(given, msgspec.Struct) else given
    try:
        payload = msgspec.convert(_cleaned(values), kind.payload, strict=False)
    except msgspec.ValidationError as error:
        raise _refusal(str(error)) from None
    encoded = msgspec.json.encode(payload)
    if len(encoded) > kind.most_bytes:
        raise Refused("Das ist zu viel Text. Bitte kürzen Sie Ihre Angaben.")
    return encoded


def opened(kind: Kind[Any], payload: str) -> Any:
    """The stored value. Raises Refused when it was erased, or was written for a struct that is no more."""
    if not payload:
        raise Refused("Der Inhalt wurde nach Ablauf der Frist gelöscht.")
    try:
        return msgspec.json.decode(payload, type=kind.payload)
    except msgspec.DecodeError:
        raise Refused("Der Inhalt stammt aus einer früheren Version und ist nicht mehr lesbar.") from None


def _cleaned(value: Any, *, depth: int = 0) -> Any:
    if depth > DEEPEST:
        raise Refused("Diese Angaben sind nicht zu verstehen.")
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, Mapping):
        return {str(name): _cleaned(each, depth=depth + 1) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each, depth=depth + 1) for each in value]
    return value


def _refusal(message: str) -> Refused:
    found = _FIELD.search(message) or _UNKNOWN.search(message)
    sentence = "Diese Angabe ist zu lang." if "of length <=" in message else "Bitte prüfen Sie diese Angabe."
    return Refused(sentence, field=found[1] if found else "")

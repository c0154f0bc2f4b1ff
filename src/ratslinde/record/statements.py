"""The form in which a public value is kept in a version: canonical JSON with links instead of embedded objects."""

from __future__ import annotations

import datetime
import re
from typing import Any

import msgspec

from ratslinde.kernel.text import clean
from ratslinde.record.composing import WITHDRAWN, oparl_time
from ratslinde.record.values import ADDRESS, Value

_ADDRESS = re.compile(ADDRESS + r"[\w./#?&=%~-]*")

__all__ = ["WITHDRAWN", "Statement", "decode", "encode"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A value read back from a version."""

    oparl: dict[str, Any] = {}
    hsds: dict[str, Any] = {}
    page: dict[str, Any]
    title: str
    text: str
    path: str | None
    date: str | None
    lists: list[str]
    content: dict[str, str] | None

    @property
    def data(self) -> dict[str, Any]:
        """The own attributes, of whichever standard."""
        return self.oparl or self.hsds


def encode(value: Value) -> str:
    """The canonical text of a value: same value, same text."""
    parts = {
        "hsds" if value.hsds else "oparl": msgspec.to_builtins(
            value.data, builtin_types=(datetime.datetime,)
        ),
        "page": msgspec.to_builtins(value.page),
        "title": value.title,
        "text": value.text,
        "path": value.path,
        "date": value.date.isoformat() if value.date else None,
        "lists": list(value.lists),
        "content": msgspec.to_builtins(value.content),
    }
    return msgspec.json.encode(_without_control(parts), order="deterministic").decode()


def decode(text: str) -> Statement:
    """The value that was kept."""
    return msgspec.json.decode(text, type=Statement)


def _without_control(value: Any) -> Any:
    if isinstance(value, str):
        # The leading byte marks an address that `values` made; anywhere else it is somebody's text.
        return value if _ADDRESS.fullmatch(value) else clean(value)
    if isinstance(value, datetime.datetime):
        return oparl_time(value)
    if isinstance(value, dict):
        return {key: _without_control(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_control(item) for item in value]
    return value

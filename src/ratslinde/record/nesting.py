"""From the statements of HSDS objects to the bytes that are sent: parts stand inside, nothing points back."""

from __future__ import annotations

from typing import Any

import msgspec

from ratslinde.record.values import linked_id

_NO_DATA: tuple[Any, ...] = (None, [], {}, "")


def nested(
    hsds: dict[str, Any],
    *,
    parts: tuple[str, ...],
    present: set[str],
    embedded: dict[str, str],
    identities: dict[str, str],
) -> dict[str, Any]:
    """The object with its parts inside; `parts` are paths like "attributes.taxonomy_term", other links become UUIDs.

    What hangs on an unpublished part goes with it: an attribute without its term says nothing.
    """

    def resolve(value: Any, path: str) -> Any:
        if isinstance(value, list):
            return [each for each in (resolve(item, path) for item in value) if each not in _NO_DATA]
        if isinstance(value, dict):
            found = {key: resolve(item, f"{path}.{key}" if path else key) for key, item in value.items()}
            kept = {key: item for key, item in found.items() if item not in _NO_DATA}
            lost = any(f"{path}.{key}" in parts for key in found.keys() - kept.keys())
            return None if path and lost else kept
        target = linked_id(value) if isinstance(value, str) else None
        if target is None:
            return value
        if target not in present:
            return None
        return msgspec.Raw(embedded[target].encode()) if path in parts else identities[target]

    composed: dict[str, Any] = resolve(hsds, "")
    return composed

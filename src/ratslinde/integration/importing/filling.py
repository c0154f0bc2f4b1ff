"""What a further row about the same fills: only what stands open; nothing is replaced by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ratslinde.integration.importing.differing import ADDED, differing, joined_sites, standing_value

NOTHING: Sequence[Any] = (None, "", [], {})


def open_values(target: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the row leaves open and these values fill."""
    found = {}
    for name, value in given.items():
        if name in ADDED or name in ("name", "key", "taxonomy") or value in NOTHING:
            continue
        stands = standing_value(target, name)
        joined = joined_sites(stands, value) if name == "sites" else value
        if joined is not None and (stands in NOTHING or name == "sites"):
            found[name] = joined
    for name in ("languages", "fields"):  # else the verb takes a list that was read in part for the whole one
        if name in found:
            found[f"{name}_known"] = given.get(f"{name}_known", False)
    return found


def fills(target: Any, given: Mapping[str, Any]) -> bool:
    """Whether the values say anything that the row leaves open, or that is added to it."""
    added = {name: value for name, value in given.items() if name in ADDED}
    return bool(open_values(target, given) or differing(target, added, whole=False))

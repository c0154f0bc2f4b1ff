"""In which Land a town lies: the table `laender.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


def land_of(official_key: str) -> str:
    """The Land by a town's official key, 'Hessen'; '' where the key is not known or none of a Land."""
    return _names().get(official_key[:2], "")


@cache
def _names() -> dict[str, str]:
    table = resources.files(__package__).joinpath("laender.toml")
    names: dict[str, str] = tomllib.loads(table.read_text(encoding="utf-8"))["names"]
    return names

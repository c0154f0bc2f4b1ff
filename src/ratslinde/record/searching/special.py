"""The words of `words.toml`."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import NamedTuple


class Special(NamedTuple):
    """Words that the analyser treats in a special way; the file says how."""

    short: frozenset[str]
    endings: frozenset[str]
    prefixes: frozenset[str]
    whole: frozenset[str]
    everywhere: frozenset[str]


def _read() -> Special:
    data = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return Special(**{name: frozenset(words.split()) for name, words in data.items()})


SPECIAL = _read()

"""The rules that are data: TOML files beside this one, each read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_BLANK = re.compile(r" (?![?*+\]-])")


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of `<name>.toml`. Callers must not change it: it is shared."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: list[str]) -> str:
    """Return a pattern that matches any of the words, the longest first; words are patterns themselves.

    A blank in a word stands for any white space.
    """
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(_BLANK.sub(r"\\s+", word) for word in longest_first) + ")"

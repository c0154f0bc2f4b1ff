"""What the words a town begins with are called in other languages: the tables in `words`, one a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

LANGUAGES = ("de-simple", "en", "tr", "ar", "uk")
"""The languages in which every default term has a name."""


@cache
def names_in(language: str) -> dict[tuple[str, str], str]:
    """The names of the default terms by key of the taxonomy and code. Raises FileNotFoundError for other languages."""
    table = resources.files(__package__).joinpath("words", f"{language}.toml")
    taxonomies: dict[str, dict[str, str]] = tomllib.loads(table.read_text(encoding="utf-8"))
    return {(key, code): name for key, names in taxonomies.items() for code, name in names.items()}

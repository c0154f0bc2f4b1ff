"""What a visitor asks for, as the address carries it: the same parameters in every language."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from django.http import QueryDict

from ratslinde.portal.directory.facets import OLDEST, YES

MOST_LETTERS = 200
_PARAMETERS = {
    "words": "q", "topic": "thema", "language": "sprache", "area": "gebiet", "age": "alter", "free": "kostenlos",
    "today": "heute", "accessible": "barrierefrei",
}  # fmt: skip
SWITCHES = ("free", "today", "accessible")


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Every part is a text; '' is no filter."""

    words: str = ""
    topic: str = ""
    language: str = ""
    area: str = ""
    age: str = ""
    free: str = ""
    today: str = ""
    accessible: str = ""

    @property
    def set(self) -> list[str]:
        """The names of the parts that are asked for."""
        return [each.name for each in fields(self) if getattr(self, each.name)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not self.set

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The wish as an address carries it."""
        return tuple((_PARAMETERS[name], getattr(self, name)) for name in self.set)

    def without(self, *names: str) -> Wish:
        """The same wish without some parts."""
        return self.but(**dict.fromkeys(names, ""))

    def but(self, **changed: str) -> Wish:
        """The same wish with other parts."""
        return replace(self, **changed)


def read(asked: QueryDict) -> Wish:
    """The wish in an address; what makes no sense is left out."""
    raw = {name: _text(asked.get(parameter)) for name, parameter in _PARAMETERS.items()}
    age = raw["age"]
    raw["age"] = str(int(age)) if age.isascii() and age.isdecimal() and int(age[:4]) <= OLDEST else ""
    return Wish(
        **{name: (YES if value else "") if name in SWITCHES else value for name, value in raw.items()}
    )


def _text(value: str | None) -> str:
    return (value or "").replace("\0", "").strip()[:MOST_LETTERS]

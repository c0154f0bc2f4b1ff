"""What a file states, one value per row of the town's landscape, before anybody has compared it with what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

OTHER_ROW = "@"
"""How a value refers to another row of the same run: this letter and the row's number."""


@dataclass(frozen=True)
class Problem:
    """What could not be read. `blocks`: without it the row cannot be taken over; else only this cell is left out.

    `hint`: the words of the cell, where they are kept as they are. `unsure`: the field of which somebody is to check
    what was read: it takes the place of nothing that stands. `asks`: the row waits until somebody has decided.
    """

    column: str
    sentence: str
    blocks: bool = False
    hint: str = ""
    unsure: str = ""
    asks: bool = False


@dataclass(kw_only=True)
class Stated:
    """What is said about one row. `values`: plain data as `landscape.values.plain` makes it; only what is known.

    `identity`: `standard_id`, `public_id`, `stated_at` for a row that is new, where the file has them.
    `origin`: the column that names this row where it has no row of its own. `left_out`: attributes without a field.
    `titles`: field to what the list calls its column.
    """

    number: int
    kind: str
    sheet: str
    line: int
    label: str
    own_id: str = ""
    origin: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    identity: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """How other rows of the run refer to this one."""
        return f"{OTHER_ROW}{self.number}"

    @property
    def blocked(self) -> bool:
        """Whether it cannot be taken over as it stands."""
        return any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, kw_only=True)
class Words:
    """The town's own words, by what a list may write for them (folded name or code), to public ids.

    `terms`: by taxonomy. `names`: public id to the name as it is shown. `mapped`: by vocabulary ('spaces', 'languages'
    or a taxonomy) what somebody has said that other words mean, by `key_of`; '' for: leave it out. `towns`: names that
    are a town's for certain, the own one and those in which a known place lies, by `key_of`. `ended`: names of
    spaces that are no more, by `key_of`, to the one that followed, '' where none or several did. `places`: names of
    places that stand already, by `key_of`; `actors`: of actors. `codes`: postal codes to the towns of those places.
    `misspelt`: towns of the list that are probably mistyped, by `key_of`, to how that town is written.
    """

    terms: Mapping[str, Mapping[str, str]]
    spaces: Mapping[str, str]
    names: Mapping[str, str]
    mapped: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    towns: frozenset[str] = frozenset()
    ended: Mapping[str, str] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    misspelt: Mapping[str, str] = field(default_factory=dict)


@dataclass(kw_only=True)
class Strange:
    """A word of a list that is none of the town's. `among`: its vocabulary; `columns`: by their titles.

    `rows`: the numbers of the statements; `near`: what is likely meant, '' for nothing.
    """

    among: str
    key: str
    word: str
    near: str
    columns: list[str] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)

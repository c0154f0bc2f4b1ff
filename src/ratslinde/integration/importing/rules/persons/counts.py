"""How many cells of a column name somebody, look like it, or name an organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.integration.importing.rules.cells import is_unknown
from ratslinde.integration.importing.rules.persons.grades import Grade, entries_of, grade_of, grades_in
from ratslinde.integration.importing.rules.persons.names import is_given
from ratslinde.integration.importing.rules.tables import Table

_SOME = 0.4
"""Such a share of names that say what they are makes a list one of organisations: many bear a name of their own."""
_MOST = 0.6
_LOOKED_AT = 400


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Of the different entries of a column: how many are of which grade. `given`: single known given names."""

    total: int
    people: int
    shaped: int
    lone: int
    organizations: int
    given: int = 0

    @property
    def are_organizations(self) -> bool:
        """Whether enough of them say that they are no people."""
        return self.total > 0 and self.organizations >= _SOME * self.total

    @property
    def are_named(self) -> bool:
        """Whether most have the form of a given and a family name."""
        return self.total > 0 and self.people + self.shaped >= _MOST * self.total

    @property
    def may_be_people(self) -> bool:
        """Whether nothing says that they are no people: single words that nobody knows may be family names."""
        return self.total > 0 and self.people + self.shaped + self.lone >= _MOST * self.total

    @property
    def are_given_names(self) -> bool:
        """Whether most are given names and nothing more."""
        return self.total > 0 and self.given >= _MOST * self.total


def counts_of(values: Sequence[str], familiar: frozenset[str], *, parted: bool = False) -> Counts:
    """`parted`: each entry of a cell with several counts for itself."""
    once = sample(values)
    if parted:
        entries = [entry for value in once for entry in entries_of(value)]
        grades = [grade for value in once for grade in grades_in(value, familiar)]
    else:
        entries = once
        grades = [grade_of(value, familiar) for value in once]
    found = Counter(grades)
    return Counts(
        total=len(grades), people=found[Grade.PERSON], shaped=found[Grade.SHAPED], lone=found[Grade.LONE],
        organizations=found[Grade.ORGANIZATION],
        given=sum(" " not in entry and is_given(entry) for entry in entries),
    )  # fmt: skip


def cells_of(table: Table, at: int) -> list[str]:
    """What stands in the column, without the cells that say nothing."""
    return [row.cells[at] for row in table.rows if row.cells[at] and not is_unknown(row.cells[at])]


def sample(values: Sequence[str]) -> list[str]:
    """The different values, of very many some from everywhere: enough to tell what most of them are."""
    once = [*dict.fromkeys(values)]
    return once[:: max(1, len(once) // _LOOKED_AT)]

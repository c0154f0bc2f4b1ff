"""What of a list that is read names somebody: columns and entries of cells that are not kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.rules.persons.columns import MEMBERS, SOMEBODY, SUBJECT, title_key
from ratslinde.integration.importing.rules.persons.counts import cells_of, counts_of
from ratslinde.integration.importing.rules.persons.grades import Grade, entries_of, grade_of
from ratslinde.integration.importing.rules.persons.names import is_addressed, is_person, is_turned
from ratslinde.integration.importing.rules.persons.subjects import (
    OFFERED_BY,
    Familiar,
    generic_subject,
    is_private,
    names_organizations,
    names_people,
)
from ratslinde.integration.importing.rules.tables import Table

_BRACKETS = re.compile(r" ?\(([^()]*)\)")
_VOCABULARY = ("term", "terms", "groups", "languages", "space", "spaces")
_WHERE = (
    "street_address", "locality", "address", "place", "room", "postal_code", "times", "weekday", "rhythm",
    "description",
)  # fmt: skip
_DAYS = frozenset({"tag", "tage", "wochentag", "wochentage", "tag e"})
"""Titles of columns in which 'Mo' and 'Mittwoch' stand, which nobody takes for names."""
_CHOSEN = frozenset(
    column.field for kind in KINDS.values() for column in kind.columns if column.reads == "choice"
)
"""Columns of a few fixed words, some of which look like names: "Ort zum Hingehen"."""


def private_columns(table: Table, assigned: Mapping[int, str], familiar: Familiar) -> frozenset[int]:
    """The numbers of the columns that name somebody, by their title or by what stands in them.

    `assigned`: the fields that columns fill as far as they explain themselves.
    """
    return frozenset(
        at
        for at, title in enumerate(table.header)
        if is_private(title)
        or names_people(table, at, familiar)
        or _names_somebody(table, at)
        or _may_name_people(table, at, assigned.get(at, ""), familiar)
    )


def without_names(cell: str, familiar: Familiar) -> str:
    """A cell of a vocabulary's words without the entries that are somebody's name."""
    if is_person(cell, turned=True) and ";" not in cell and is_turned(cell):
        return ""
    cell = _BRACKETS.sub(
        lambda found: "" if grade_of(found[1], familiar) is Grade.PERSON else found[0], cell
    ).strip()
    entries = entries_of(cell)
    if not any(grade_of(entry, familiar) is Grade.PERSON for entry in entries):
        return cell
    return "; ".join(entry for entry in entries if grade_of(entry, familiar) is not Grade.PERSON)


def vocabulary_columns(kind: str, assigned: Mapping[int, str]) -> frozenset[int]:
    """The numbers of the columns in which words of a vocabulary are expected."""
    if kind not in KINDS:
        return frozenset()
    return frozenset(at for at, field in assigned.items() if KINDS[kind].column(field).reads in _VOCABULARY)


def _names_somebody(table: Table, at: int) -> bool:
    """Whether the only cell of the column is written as only names of people are."""
    values = cells_of(table, at)
    return len(values) == 1 and (is_addressed(values[0]) or is_turned(values[0])) and is_person(values[0])


def _may_name_people(table: Table, at: int, field: str, familiar: Familiar) -> bool:
    """Whether names that nobody knows stand where no names of organisations belong."""
    key = title_key(table.header[at])
    if key in _DAYS or field in _WHERE or field in _CHOSEN or _is_subject(table, at, field, familiar):
        return False
    values = cells_of(table, at)
    counts = counts_of(values, familiar, parted=True)
    if SOMEBODY.fullmatch(key) or MEMBERS.fullmatch(key):
        return counts.people + counts.shaped > 0 or counts.may_be_people or counts.given > 0
    several = not field and counts.total > len(set(values)) and counts.may_be_people
    beside = field == "name" and counts.may_be_people and not counts.are_organizations
    return counts.are_named or counts.are_given_names or several or beside


def _is_subject(table: Table, at: int, field: str, familiar: Familiar) -> bool:
    """Whether the column says what the rows are about; a "Name" beside a "Verein" may be whom to ask there."""
    if at == generic_subject(table):
        return _is_offered(table) or not names_organizations(
            table, besides=(at,), familiar=familiar, certain=True
        )
    return bool(SUBJECT.fullmatch(key_of(table.header[at]))) or field in ("name", "actor", "parent")


def _is_offered(table: Table) -> bool:
    """Whether it is a list of offers with who makes them, whose names are any words."""
    return any(OFFERED_BY.fullmatch(key_of(title)) for title in table.header)

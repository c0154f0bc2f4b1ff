"""Files that are about individuals are not read: no list of people is kept here, and nothing of it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.one_person import personal_column
from ratslinde.integration.importing.rules.person_columns import (
    FAMILY,
    GIVEN,
    NEVER,
    PRIVATE,
    SIGNS,
    SOMEBODY,
    SUBJECT,
)
from ratslinde.integration.importing.rules.person_names import (
    are_organizations,
    are_people,
    is_addressed,
    is_person,
    is_turned,
)
from ratslinde.integration.importing.rules.tables import Table
from ratslinde.kernel.errors import Refused

_SIGNS = [(re.compile(title), re.compile(cell)) for title, cell in SIGNS.items()]
_EACH_ITS_OWN = 0.8
"""Such a share of rows names another organisation each where a list is not about their people."""


class PeopleFound(Refused):
    """A file is about individuals: nothing of it is kept."""


def refuse_persons(table: Table) -> None:
    """Raise Refused, naming the column, when the table holds records of individuals."""
    refuse_columns(table.header, where=table.sheet)
    _refuse_given_and_family(table)
    _refuse_signs(table)
    _refuse_somebody(table)
    for at, title in enumerate(table.header):
        if is_private(title) or not _names_people(table, at):
            continue
        if SOMEBODY.fullmatch(key_of(title)) or not _names_organizations(table, besides=(at,)):
            raise _full_of_names(table.sheet, title)


def refuse_columns(titles: Iterable[str], *, where: str) -> None:
    """Raise Refused when a column (or an attribute) is one that is never kept of a person."""
    for title in titles:
        if NEVER.fullmatch(key_of(title)):
            raise _refusal(where, f"Die Spalte „{title}“ gehört zu Angaben über einzelne Menschen.")


def refuse_names(title: str, values: Sequence[str], *, where: str) -> None:
    """Raise Refused when people stand in a column that is said to name actors or offers."""
    if are_people(values, is_certain=True):
        raise _full_of_names(where, title)


def is_private(title: str) -> bool:
    """Whether the column names somebody to talk to: it is not taken over, and not kept."""
    return bool(PRIVATE.fullmatch(key_of(title)))


def private_columns(table: Table) -> frozenset[int]:
    """The numbers of the columns that name somebody, by their title or by what stands in them."""
    return frozenset(
        at
        for at, title in enumerate(table.header)
        if is_private(title) or _names_people(table, at) or _names_somebody(table, at)
    )


def _names_somebody(table: Table, at: int) -> bool:
    """Whether the only cell of the column is written as only names of people are."""
    values = _cells(table, at)
    return len(values) == 1 and (is_addressed(values[0]) or is_turned(values[0])) and is_person(values[0])


def _names_people(table: Table, at: int) -> bool:
    key = key_of(table.header[at])
    if SOMEBODY.fullmatch(key):
        return are_people(_cells(table, at), is_certain=True, few=1)
    return are_people(_cells(table, at), is_certain=key in ("name", "akteur", "wer"))


def _refuse_given_and_family(table: Table) -> None:
    """A list with given and family names is one of people, unless each row names another organisation besides."""
    keys = {key_of(title): at for at, title in reversed([*enumerate(table.header)])}
    given = next((keys[key] for key in GIVEN if key in keys), None)
    family = next((keys[key] for key in FAMILY if key in keys), None)
    if given is None:
        return
    if family is None and "name" in keys and not are_organizations(_cells(table, keys["name"])):
        raise _pair(table, given, keys["name"])
    if family is not None and not _names_organizations(table, besides=(given, family)):
        raise _pair(table, given, family)


def _pair(table: Table, given: int, family: int) -> PeopleFound:
    first, second = table.header[given], table.header[family]
    return _refusal(table.sheet, f"Die Spalten „{first}“ und „{second}“ führen Namen einzelner Menschen.")


def _refuse_signs(table: Table) -> None:
    found = [title for at, title in enumerate(table.header) if _is_sign(title, _cells(table, at))]
    if len(found) > 1:
        sentence = f"Die Spalten „{found[0]}“ und „{found[1]}“ gehören zu Angaben über einzelne Menschen."
        raise _refusal(table.sheet, sentence)


def _refuse_somebody(table: Table) -> None:
    """A single row that is about a person is refused as well; for more than one it is enough how most look."""
    rows = [row.cells for row in table.rows if any(row.cells)]
    if len(rows) != 1:
        return
    shown = [at for at, title in enumerate(table.header) if at < len(rows[0]) and not is_private(title)]
    named = any(_names_one(table.header[at], rows[0][at]) for at in shown)
    titles, cells = [table.header[at] for at in shown], [rows[0][at] for at in shown]
    found = personal_column(titles, cells, named=named)
    if found:
        title, reason = found
        raise _refusal(table.sheet, f"In der Spalte „{title}“ steht der Name eines Menschen; {reason}.")


def _names_one(title: str, cell: str) -> bool:
    """Whether the cell names an organisation or offer."""
    return bool(cell and SUBJECT.fullmatch(key_of(title))) and not is_person(cell, turned=True)


def _is_sign(title: str, values: Sequence[str]) -> bool:
    key = key_of(title)
    cell = next((cell for name, cell in _SIGNS if name.fullmatch(key)), None)
    if cell is None:
        return False
    return 2 * sum(bool(cell.fullmatch(key_of(value))) for value in values) > len(values)


def _names_organizations(table: Table, *, besides: Sequence[int]) -> bool:
    """Whether another column names the organisation or offer that each row is about."""
    return any(
        at not in besides and SUBJECT.fullmatch(key_of(title)) and _is_subject(_cells(table, at))
        for at, title in enumerate(table.header)
    )


def _is_subject(values: Sequence[str]) -> bool:
    return len(set(values)) >= max(1, _EACH_ITS_OWN * len(values)) and not are_people(values)


def _cells(table: Table, at: int) -> list[str]:
    return [row.cells[at] for row in table.rows if row.cells[at]]


def _full_of_names(where: str, title: str) -> PeopleFound:
    return _refusal(where, f"In der Spalte „{title}“ stehen überwiegend Namen einzelner Menschen.")


def _refusal(where: str, sentence: str) -> PeopleFound:
    return PeopleFound(
        f"{sentence} Solche Listen liest Ratslinde nicht ein, und von der Datei wurde nichts gespeichert "
        f"(Blatt „{where}“). Bitte nur Angaben zu Organisationen, Angeboten und Orten einlesen."
    )

"""Files that are about individuals are not read: no list of people is kept here, and nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.cases import CASE, is_called_as_case
from ratslinde.integration.importing.rules.persons.columns import (
    FAMILY,
    GIVEN,
    NEVER,
    NEVER_ELSEWHERE,
    SOMEBODY,
    SUBJECT,
    WHOLE,
    title_key,
)
from ratslinde.integration.importing.rules.persons.counts import cells_of
from ratslinde.integration.importing.rules.persons.doubts import refuse_subject, refuse_uncertain
from ratslinde.integration.importing.rules.persons.evidence import sign_columns
from ratslinde.integration.importing.rules.persons.names import are_organizations, are_people, is_person
from ratslinde.integration.importing.rules.persons.one_person import personal_column
from ratslinde.integration.importing.rules.persons.refusals import (
    PeopleFound,
    full_of_names,
    refusal,
    telling_of_people,
)
from ratslinde.integration.importing.rules.persons.subjects import (
    Familiar,
    generic_subject,
    is_about_offers,
    is_private,
    may_name_anything,
    names_one,
    names_organizations,
    names_people,
)
from ratslinde.integration.importing.rules.persons.texts import personal_text
from ratslinde.integration.importing.rules.tables import Table

NOBODY: Familiar = frozenset()


def refuse_persons(table: Table, familiar: Familiar = NOBODY) -> None:
    """Raise Refused, naming columns and rows but nobody, when the table holds records of individuals.

    `familiar`: words and names of the town, as `key_of` writes them: its terms, social spaces, towns and actors.
    """
    refuse_columns(table.header, where=table.sheet)
    _refuse_titles(table)
    _refuse_texts(table)
    _refuse_cases(table)
    _refuse_given_and_family(table)
    _refuse_signs(table)
    _refuse_somebody(table)
    for at, title in enumerate(table.header):
        if is_private(title) or not names_people(table, at, familiar):
            continue
        each_row = SOMEBODY.fullmatch(title_key(title)) or key_of(title) in WHOLE
        if each_row or not (names_organizations(table, besides=(at,)) or is_about_offers(table, familiar)):
            raise full_of_names(table, at)
    refuse_subject(table, familiar)


def refuse_columns(titles: Iterable[str], *, where: str) -> None:
    """Raise Refused when a column (or an attribute) is one that is never kept of a person."""
    for title in titles:
        if NEVER.fullmatch(key_of(title)) or NEVER_ELSEWHERE.fullmatch(title.strip().casefold()):
            raise refusal(where, f"Die Spalte „{title}“ gehört zu Angaben über einzelne Menschen.")


def refuse_names(table: Table, at: int, familiar: Familiar = NOBODY) -> None:
    """Raise Refused when people stand in a column that is said to name actors or offers."""
    if are_people(cells_of(table, at), is_certain=True):
        raise full_of_names(table, at)
    if may_name_anything(table.header[at]):
        refuse_uncertain(table, at, familiar)


def _refuse_titles(table: Table) -> None:
    """A name as the name of a column: a rota, or a list that has no names of columns at all."""
    if any(is_person(title) for title in table.header):
        raise refusal(table.sheet, "In den Spaltennamen stehen Namen einzelner Menschen.")


def _refuse_texts(table: Table) -> None:
    for at, title in enumerate(table.header):
        found = [(row.line, what) for row in table.rows if (what := personal_text(row.cells[at]))]
        if found:
            raise telling_of_people(table.sheet, title, found)


def _refuse_cases(table: Table) -> None:
    """An actor or offer that is called after whom it is about, in any row: 'TN 12', 'Frau M.'"""
    subject = generic_subject(table)
    for at, title in enumerate(table.header):
        if at != subject and not SUBJECT.fullmatch(key_of(title)):
            continue
        found = [(row.line, CASE) for row in table.rows if is_called_as_case(row.cells[at])]
        if found:
            raise telling_of_people(table.sheet, title, found)


def _refuse_given_and_family(table: Table) -> None:
    """A list with given and family names is one of people, unless each row names another organisation besides."""
    keys = {key_of(title): at for at, title in reversed([*enumerate(table.header)])}
    given = next((keys[key] for key in GIVEN if key in keys), None)
    family = next((keys[key] for key in FAMILY if key in keys), None)
    if given is None:
        return
    if family is None and "name" in keys and not are_organizations(cells_of(table, keys["name"])):
        raise _pair(table, given, keys["name"])
    if family is not None and not names_organizations(table, besides=(given, family)):
        raise _pair(table, given, family)


def _pair(table: Table, given: int, family: int) -> PeopleFound:
    first, second = table.header[given], table.header[family]
    return refusal(table.sheet, f"Die Spalten „{first}“ und „{second}“ führen Namen einzelner Menschen.")


def _refuse_signs(table: Table) -> None:
    found = sign_columns(table)
    if len(found) > 1:
        sentence = f"Die Spalten „{found[0]}“ und „{found[1]}“ gehören zu Angaben über einzelne Menschen."
        raise refusal(table.sheet, sentence)


def _refuse_somebody(table: Table) -> None:
    """A single row that is about a person is refused as well; for more than one it is enough how most look."""
    rows = [row.cells for row in table.rows if any(row.cells)]
    if len(rows) != 1:
        return
    shown = [at for at, title in enumerate(table.header) if at < len(rows[0]) and not is_private(title)]
    named = any(names_one(table.header[at], rows[0][at]) for at in shown)
    titles, cells = [table.header[at] for at in shown], [rows[0][at] for at in shown]
    found = personal_column(titles, cells, named=named)
    if found:
        title, reason = found
        raise refusal(table.sheet, f"In der Spalte „{title}“ steht der Name eines Menschen; {reason}.")

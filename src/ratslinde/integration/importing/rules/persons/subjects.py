"""Which column says what the rows of a table are about, and which columns name whom to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.columns import (
    MEMBERS,
    PRIVATE,
    SOMEBODY,
    SUBJECT,
    title_key,
)
from ratslinde.integration.importing.rules.persons.counts import cells_of, counts_of, sample
from ratslinde.integration.importing.rules.persons.names import are_people, is_person
from ratslinde.integration.importing.rules.tables import Table

Familiar = frozenset[str]
"""Words and names of the town, as `key_of` writes them."""
_EACH_ITS_OWN = 0.8
"""Such a share of rows names another organisation each where a list is not about their people."""
_GENERIC = re.compile(r"name( .*)?|bezeichnung|titel|wer|akteur|full name|firma name")
"""Columns that may name anything."""
OFFERED_BY = re.compile(r"anbieter( .*)?|traeger( .*)?|veranstalter")
"""Columns of lists of offers."""
_OFFER = re.compile(r"angebot|angebotsname|name des angebots|projekt")
_CALLED = re.compile(
    r"(verein|chor|initiative|gruppe|schule|kita|firma|praxis|praxen|stelle|dienst|treff|verband|gemeinde|werk|zentrum"
    r"|einrichtung|akteur|anbieter|organisation|betrieb|laden|ort|standort|gebaeude|haus|raum|club|club|netzwerk|stiftung"
    r"|angebot|kurs|projekt|veranstaltung|massnahme|thema|themen)e?n?\b"
)
"""Titles of columns that name organisations, offers or places and nothing else."""
_OFFERED = re.compile(r"zeiten|termine|wann|uhrzeit|kosten|preis|veranstaltungsort|wochentag|tag uhrzeit")
_NUMBER = re.compile(r"[\d\s.,:/+-]*|id|nr.*")


def is_private(title: str) -> bool:
    """Whether the column names somebody to talk to: it is not taken over, and not kept."""
    return bool(PRIVATE.fullmatch(title_key(title)))


def names_people(table: Table, at: int, familiar: Familiar) -> bool:
    """Whether mostly people stand in the column, also several in a cell; certain without anything beside it."""
    key, values = title_key(table.header[at]), cells_of(table, at)
    if SOMEBODY.fullmatch(key) or MEMBERS.fullmatch(key):
        counts = counts_of(values, familiar, parted=True)
        return are_people(sample(values), is_certain=True, few=1) or (counts.are_named and counts.total > 0)
    return are_people(sample(values), is_certain=key in ("name", "akteur", "wer"))


def names_organizations(
    table: Table, *, besides: Sequence[int], familiar: Familiar = frozenset(), certain: bool = False
) -> bool:
    """Whether another column names the organisation or offer that each row is about.

    `certain`: only where enough of the names say themselves what they are.
    """
    return any(
        at not in besides
        and SUBJECT.fullmatch(key_of(title))
        and _is_subject(cells_of(table, at))
        and (not certain or counts_of(cells_of(table, at), familiar).are_organizations)
        for at, title in enumerate(table.header)
    )  # fmt: skip


def is_about_offers(table: Table, familiar: Familiar) -> bool:
    """Whether the rows are offers whose names say so, though one may come twice."""
    return any(
        _OFFER.fullmatch(key_of(title)) and counts_of(cells_of(table, at), familiar).are_organizations
        for at, title in enumerate(table.header)
    )


def names_organizations_somewhere(table: Table, familiar: Familiar) -> bool:
    """Whether any column is called after organisations, or holds names that say themselves that they are."""
    if names_organizations(table, besides=(), familiar=familiar, certain=True):
        return True
    at = generic_subject(table)
    if at is None:
        first = _first_of_words(table)
        return first is not None and bool(_CALLED.search(key_of(table.header[first])))
    return counts_of(cells_of(table, at), familiar).are_organizations


def names_one(title: str, cell: str) -> bool:
    """Whether the cell names an organisation or offer."""
    return bool(cell and SUBJECT.fullmatch(key_of(title))) and not is_person(cell, turned=True)


def may_name_anything(title: str) -> bool:
    """Whether the title does not say what is named: "Name", not "Verein"."""
    key = key_of(title)
    return bool(_GENERIC.fullmatch(key)) or not (_CALLED.search(key) or SUBJECT.fullmatch(key))


def generic_subject(table: Table) -> int | None:
    """The column of names where nothing says names of what: by its title, else the first that holds words."""
    titled = (at for at, title in enumerate(table.header) if _GENERIC.fullmatch(key_of(title)))
    found = next(titled, None)
    if found is not None:
        return found
    if any(SUBJECT.fullmatch(key_of(title)) for title in table.header):
        return None
    first = _first_of_words(table)
    return None if first is None or _CALLED.search(key_of(table.header[first])) else first


def is_offered(table: Table) -> bool:
    """Whether it is a list of offers, with who makes them and when or for how much: their names are any words."""
    keys = [key_of(title) for title in table.header]
    return any(map(OFFERED_BY.fullmatch, keys)) and any(map(_OFFERED.fullmatch, keys))


def _first_of_words(table: Table) -> int | None:
    return next((at for at in range(len(table.header)) if _holds_words(cells_of(table, at))), None)


def _holds_words(values: Sequence[str]) -> bool:
    return bool(values) and 2 * sum(not _NUMBER.fullmatch(key_of(value)) for value in values) > len(values)


def _is_subject(values: Sequence[str]) -> bool:
    return len(set(values)) >= max(1, _EACH_ITS_OWN * len(values)) and not are_people(sample(values))

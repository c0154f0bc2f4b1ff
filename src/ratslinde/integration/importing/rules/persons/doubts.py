"""Where the names of a list may be people's, what stands beside them decides: in doubt it is not read."""

from __future__ import annotations

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.columns import (
    LIST_OF_PEOPLE,
    MEMBERS,
    NAMES_ELSEWHERE,
    SOMEBODY,
    WHOLE,
    title_key,
)
from ratslinde.integration.importing.rules.persons.counts import cells_of, counts_of
from ratslinde.integration.importing.rules.persons.evidence import (
    has_homes,
    holds_private_mail,
    personal_evidence,
    speaks_of_organizations,
)
from ratslinde.integration.importing.rules.persons.refusals import doubtful, full_of_names, refusal
from ratslinde.integration.importing.rules.persons.subjects import (
    OFFERED_BY,
    Familiar,
    generic_subject,
    is_offered,
    names_organizations,
)
from ratslinde.integration.importing.rules.tables import Table

_ENOUGH = 3
"""From so many names on of which none says that it is an organisation's, they are rather people's."""


def refuse_subject(table: Table, familiar: Familiar) -> None:
    """What the rows are called tells what the list is about; where that may be people, what stands beside it does."""
    _refuse_each(table, familiar)
    at = generic_subject(table)
    if at is not None and holds_private_mail(cells_of(table, at)):
        raise full_of_names(table, at)
    if at is not None and not names_organizations(table, besides=(at,), familiar=familiar, certain=True):
        refuse_uncertain(table, at, familiar)


def _refuse_each(table: Table, familiar: Familiar) -> None:
    """Columns in which each row is somebody, though nobody's name is known here."""
    for at, title in enumerate(table.header):
        key = title_key(title)
        is_somebody = SOMEBODY.fullmatch(key) or MEMBERS.fullmatch(key) or key in WHOLE
        if not (is_somebody or NAMES_ELSEWHERE.fullmatch(title.strip().casefold())):
            continue
        counts = counts_of(cells_of(table, at), familiar, parted=True)
        besides = names_organizations(table, besides=(at,), familiar=familiar, certain=True)
        if counts.may_be_people and not besides:
            raise full_of_names(table, at)


def refuse_uncertain(table: Table, at: int, familiar: Familiar) -> None:
    """Raise Refused where the names may be people's, and nothing says that they are not."""
    counts = counts_of(cells_of(table, at), familiar)
    if counts.are_organizations or not counts.may_be_people:
        return
    if LIST_OF_PEOPLE.fullmatch(key_of(f"{table.sheet} {table.caption}")):
        raise refusal(table.sheet, "Nach ihrer Überschrift ist das eine Liste einzelner Menschen.")
    found = personal_evidence(table, besides=(at,))
    if speaks_of_organizations(table, besides=(at,), familiar=familiar) or is_offered(table):
        return
    if found:
        sentence = f"In der Spalte „{table.header[at]}“ stehen Namen, und in „{found[0]}“ stehen {found[1]}."
        raise refusal(table.sheet, sentence)
    if counts.total > 1 and (counts.are_named or counts.are_given_names):
        raise full_of_names(table, at)
    if counts.total > 1 and has_homes(table, besides=(at,)):
        raise doubtful(table, at)
    if counts.total >= _ENOUGH and not counts.organizations and not _is_listed(table, at):
        raise doubtful(table, at)


def _is_listed(table: Table, at: int) -> bool:
    """Whether each row names whose offer it is: the names of courses are any words."""
    return any(
        other != at and OFFERED_BY.fullmatch(key_of(title)) for other, title in enumerate(table.header)
    )

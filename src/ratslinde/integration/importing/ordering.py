"""In which order the rows of a run are carried out: what others refer to comes first, what belongs together at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ratslinde.integration.importing.models import ImportRow, Verdict
from ratslinde.integration.importing.rules.stated import OTHER_ROW
from ratslinde.integration.importing.standing import MODELS
from ratslinde.kernel.errors import Refused

DONE_WITH = (Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED, Verdict.TOGETHER)
"""Verdicts of rows with which something is done."""
Group = list[ImportRow]
_BEFORE = ("parent", "predecessors")


def lay_out(rows: Iterable[ImportRow]) -> list[ImportRow]:
    """Give each row with which something is to be done its position; returns those rows in that order.

    A row and those that complete it share one. Raises Refused for rows of which each is a part of the other.
    """
    groups = _groups([row for row in rows if row.verdict in DONE_WITH and row.carried_at is None])
    ordered = [group for kind in MODELS for group in _parents_first(groups, kind)]
    for position, group in enumerate(ordered, start=1):
        for row in group:
            row.position = position
    return [row for group in ordered for row in group]


def _groups(rows: Sequence[ImportRow]) -> dict[int, Group]:
    """The first row's number to it and the rows that complete it."""
    by_number = {row.number: row for row in rows}
    found: dict[int, Group] = defaultdict(list)
    for row in rows:
        first = row
        while first.target.startswith(OTHER_ROW) and int(first.target[1:]) in by_number:
            first = by_number[int(first.target[1:])]
        found[first.number].append(row)
    return found


def _parents_first(groups: dict[int, Group], kind: str) -> Iterator[Group]:
    own = {number: group for number, group in groups.items() if group[0].kind == kind}
    first_of = {row.number: number for number, group in own.items() for row in group}
    done: set[int] = set()
    for number in own:
        yield from _with_parents(number, own, first_of, done, below=())


def _with_parents(
    number: int, groups: dict[int, Group], first_of: dict[int, int], done: set[int], *, below: tuple[int, ...]
) -> Iterator[Group]:
    if number in done:
        return
    if number in below:
        row = groups[number][0]
        raise Refused(f"{said_where(row)}: Ein Eintrag kann nicht zu seinem eigenen Teil gehören.")
    for parent in {first_of[each] for each in _parents(groups[number]) if each in first_of} - {number}:
        yield from _with_parents(parent, groups, first_of, done, below=(*below, number))
    done.add(number)
    yield groups[number]


def _parents(group: Group) -> Iterator[int]:
    """The numbers of rows of the run that the rows are parts of, or that they continue."""
    for row in group:
        changed = [each.get("value") for each in row.differences if each["field"] in _BEFORE]
        for value in (*(row.values.get(name) for name in _BEFORE), *changed):
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str) and each.startswith(OTHER_ROW):
                    yield int(each[1:])


def said_where(row: ImportRow) -> str:
    """'Vereine, Zeile 7 „Chor“'."""
    return f"{row.sheet}, Zeile {row.line} „{row.label}“"

"""What throwing a file away would do, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.undoing import Filled, Undoing, undoing
from ratslinde.council.meetings.models import AgendaItem
from ratslinde.desk import words
from ratslinde.verbs.rows import DeskRow, Publication

MOST = 5
"""What an answer names of each kind; the page that asked named all."""
Of = TypeVar("Of")


def shown_undoing(source: Source) -> dict[str, object]:
    """What the page shows before it asks: drafts that go, or stay with another file, values that are put back or stay,
    and what stands in the way.

    `again`: whether something public would have to be published once more.
    """
    found = undoing(source)
    return {
        "drafts": found.drafts,
        "inherited": [(_where(each.row), each.heir) for each in found.inherited],
        "back": _named(found.back),
        "kept": _named(found.kept),
        "shared": [
            (where, labels, each.later)
            for each, (where, labels) in zip(found.shared, _named(found.shared), strict=True)
        ],
        "again": any(each.row.publication == Publication.PUBLISHED for each in found.back),
        "obstacle": found.obstacle,
    }


def after_undoing(done: Undoing) -> str:
    """What was done, with what stays of the file and why."""
    told = ["Verworfen. Die Datei kann neu eingelesen werden."]
    for name, group in _by_file((str(each.later), each) for each in done.shared):
        told.append(f"Stehen geblieben ist, was auch „{name}“ angibt: {_listed(_named(group))}.")
    if done.kept:
        told.append(
            f"Stehen geblieben ist, was inzwischen jemand geändert hat: {_listed(_named(done.kept))}."
        )
    for name, rows in _by_file((str(each.heir), each.row) for each in done.inherited):
        told.append(f"Entwürfe, die jetzt zu „{name}“ gehören: {_some([_where(row) for row in rows])}.")
    return " ".join(told)


def _by_file(named: Iterable[tuple[str, Of]]) -> list[tuple[str, list[Of]]]:
    rows = sorted(named, key=lambda each: each[0])
    return [(name, [row for _, row in group]) for name, group in groupby(rows, key=lambda each: each[0])]


def _listed(named: Sequence[tuple[str, list[str]]]) -> str:
    return _some([f"{where} ({', '.join(labels)})" for where, labels in named])


def _some(texts: Sequence[str]) -> str:
    rest = len(texts) - MOST
    return "; ".join([*texts[:MOST], f"und {rest} mehr"] if rest > 0 else texts)


def _named(filled: Sequence[Filled]) -> list[tuple[str, list[str]]]:
    return [
        (_where(each.row), [words.field(type(each.row).__name__, one.field) for one in each.origins])
        for each in filled
    ]


def _where(row: DeskRow) -> str:
    return f"{row.meeting}, {row}" if isinstance(row, AgendaItem) else str(row)

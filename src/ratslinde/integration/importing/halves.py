"""An actor whose name may be that of two: which rows either of them may be, for somebody to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ratslinde.integration.importing.models import ImportRow
from ratslinde.integration.importing.rules.likeness.grading import POSSIBLE
from ratslinde.integration.importing.rules.likeness.profiles import Profile
from ratslinde.integration.importing.rules.likeness.similarity import Match, matches
from ratslinde.integration.importing.rules.stated import OTHER_ROW


@dataclass(frozen=True)
class _Half:
    """One of the two names of the row of that number."""

    number: int
    name: str


def with_halves(
    rows: Iterable[ImportRow],
    found: dict[str, list[Match]],
    *,
    stated: Sequence[Profile],
    known: Sequence[Profile],
    town: frozenset[str],
) -> dict[str, list[Match]]:
    """The candidates, for a name of two also those of each half; of statements only those that come before it."""
    halves = {f"half-{at}": half for at, half in enumerate(_halves(rows))}
    if not halves:
        return found
    profiles = [Profile(key=key, name=half.name) for key, half in halves.items()]
    more = dict(found)
    for key, matched in matches("actor", profiles, [*known, *stated], town=town).items():
        half = halves[key]
        row = f"{OTHER_ROW}{half.number}"
        more[row] = [*more.get(row, []), *_possible(half, matched)]
    return more


def asks(row: ImportRow) -> bool:
    """Whether somebody has to decide although nothing of the kind stands."""
    return any(each.get("asks") for each in row.problems)


def _halves(rows: Iterable[ImportRow]) -> Iterator[_Half]:
    for row in rows:
        if row.identity.get("halves"):
            yield from (_Half(row.number, name) for name in row.identity["halves"].split("\n"))


def _possible(half: _Half, matched: Iterable[Match]) -> Iterator[Match]:
    for match in matched:
        is_stated = match.key.startswith(OTHER_ROW)
        if match.key.startswith("half-") or (is_stated and int(match.key[1:]) >= half.number):
            continue
        reasons = (f"einer von zweien, „{half.name}“", *match.reasons)
        yield replace(match, grade=POSSIBLE, reasons=reasons, shared=False)

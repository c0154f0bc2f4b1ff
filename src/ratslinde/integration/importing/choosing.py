"""Which of the rows that may be the same are proposed, and which is taken without anybody being asked."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ratslinde.integration.importing.models import Decision, ImportRow
from ratslinde.integration.importing.profiling import References
from ratslinde.integration.importing.rules.likeness.grading import CERTAIN
from ratslinde.integration.importing.rules.likeness.similarity import Match
from ratslinde.integration.importing.rules.stated import OTHER_ROW


def each_once(row: ImportRow, found: Sequence[Match], references: References) -> list[Match]:
    """The candidates, of rows of the run that mean the same one only the best; what is chosen stays."""
    chosen = row.identity.get("chosen") if row.decision == Decision.SAME else None
    once: dict[str, Match] = {}
    for each in found:
        meant = str(references.resolved(each.key))
        if meant not in once or each.key == chosen:
            once[meant] = each
    return list(once.values())


def certain_of(found: Sequence[Match], *, claimed: Container[str]) -> str:
    """The first that is certain and not in `claimed`, about which an earlier row is; else one that several may mean."""
    certain = [each for each in found if each.grade == CERTAIN]
    free = [each.key for each in certain if each.key.startswith(OTHER_ROW) or each.key not in claimed]
    shared = [each.key for each in certain if each.shared]
    return next(iter([*free, *shared]), "")

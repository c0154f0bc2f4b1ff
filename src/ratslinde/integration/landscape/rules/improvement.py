"""What would improve the picture most: concrete acts, each with the cells that would become known by it.

Cells are counted where an act shows: field × social space for answers, confirmations, areas and fields; field × group
for groups; field × language for languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_offers import ALL
from ratslinde.integration.landscape.rules.improving import Act, Improvement
from ratslinde.integration.landscape.rules.improving_answers import answers, confirmations
from ratslinde.integration.landscape.rules.improving_offers import details, former, publications


@dataclass(frozen=True, kw_only=True)
class Dimensions:
    """The values that the town looks at."""

    fields: Sequence[str]
    spaces: Sequence[str] = field(default_factory=lambda: (ALL,))
    groups: Sequence[str] = ()
    languages: Sequence[str] = ()


def improvements(
    coverage: Coverage, dimensions: Dimensions, *, drafts: Coverage | None = None
) -> list[Improvement]:
    """All acts that would make a cell known: most cells first, then the least effort.

    `drafts`: the coverage by what is not public yet.
    """
    by_space = list(coverage.matrix(dimensions.fields, dimensions.spaces or (ALL,)))
    by_group = list(coverage.matrix(dimensions.fields, groups=dimensions.groups))
    by_language = list(coverage.matrix(dimensions.fields, languages=dimensions.languages))
    found = [
        *answers(coverage, by_space),
        *confirmations(coverage, by_space),
        *details(coverage, Act.FIELDS, by_space),
        *details(coverage, Act.AREA, by_space),
        *former(coverage, by_space),
        *details(coverage, Act.GROUPS, by_group),
        *details(coverage, Act.LANGUAGES, by_language),
        *(publications(drafts, by_space) if drafts else ()),
    ]
    return sorted(
        found, key=lambda each: (-each.cells, each.effort, each.act, each.field, each.space, each.actors)
    )

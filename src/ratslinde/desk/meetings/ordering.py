"""The agenda in its parts, and what moving one item does to the order. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ratslinde.council.meetings.models import AgendaItem
from ratslinde.council.papers.models import Consultation


@dataclass(frozen=True, kw_only=True)
class Line:
    """An item with the steps of the papers on it, and where it can be moved to within its part."""

    item: AgendaItem
    steps: Sequence[Consultation] = ()
    first: bool = False
    last: bool = False


@dataclass(frozen=True, kw_only=True)
class Part:
    """The public or the non-public part."""

    public: bool
    lines: list[Line] = field(default_factory=list)


def parts(items: Sequence[AgendaItem], steps: dict[int, list[Consultation]]) -> list[Part]:
    """The parts in the order in which they begin; each keeps the order of its items."""
    found = []
    for public in dict.fromkeys(item.public for item in items):
        own = [item for item in items if item.public == public]
        lines = [
            Line(item=item, steps=steps.get(item.pk, ()), first=item is own[0], last=item is own[-1])
            for item in own
        ]
        found.append(Part(public=public, lines=lines))
    return found


def moved(items: Sequence[AgendaItem], item: str, *, step: int) -> list[str]:
    """The public ids in their new order after the item has moved by one place within its part."""
    whole = [each.public_id for part in parts(items, {}) for each in (line.item for line in part.lines)]
    public = {each.public_id: each.public for each in items}
    own = [each for each in whole if public[each] == public.get(item)]
    if item not in own or not 0 <= own.index(item) + step < len(own):
        return whole
    other = own[own.index(item) + step]
    here, there = whole.index(item), whole.index(other)
    whole[here], whole[there] = whole[there], whole[here]
    return whole

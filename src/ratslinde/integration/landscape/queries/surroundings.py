"""What lies in what, and what followed what: terms and social spaces by their keys."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import SocialSpace, Term
from ratslinde.integration.landscape.rules.succession import FormerSpace, followers, former_space

Tree = Mapping[int, tuple[str, int | None]]
"""(public id, key of the one above) by key."""


@dataclass(frozen=True, kw_only=True)
class Spaces:
    """The social spaces of a day, and those that ended before it with those of the day that follow them."""

    today: Sequence[SocialSpace]
    ended: Sequence[SocialSpace]
    successors: Mapping[int, Sequence[int]]


def spaces_on(body: Body, day: datetime.date) -> Spaces:
    """The spaces of the town as of the day."""
    rows = list(SocialSpace.objects.filter(body=body, archived_at=None).defer("geometry", "description"))
    after: defaultdict[int, list[int]] = defaultdict(list)
    links = SocialSpace.predecessors.through._default_manager.filter(from_socialspace__body=body)
    for ended, follower in links.order_by("pk").values_list("to_socialspace", "from_socialspace"):
        after[ended].append(follower)
    begun = [row for row in rows if row.valid_from is None or row.valid_from <= day]
    return Spaces(
        today=[row for row in begun if row.valid_until is None or row.valid_until >= day],
        ended=[row for row in begun if row.valid_until is not None and row.valid_until < day],
        successors=after,
    )


class Surroundings:
    """Terms and spaces with those above and below them. What is archived or not there that day is left out."""

    def __init__(self, terms: Iterable[Term], spaces: Spaces) -> None:
        self._terms: Tree = {term.pk: (term.public_id, term.parent_id) for term in terms}
        self._spaces: Tree = {space.pk: (space.public_id, space.parent_id) for space in spaces.today}
        self._rows = spaces.today
        self._keys = {space.public_id: space.pk for space in spaces.today}
        self.former = {space.pk: self._former(space, spaces) for space in spaces.ended}

    def leaves(self) -> list[SocialSpace]:
        """The spaces that hold no others: the columns of the matrix."""
        parents = {parent for _, parent in self._spaces.values()}
        return [space for space in self._rows if space.pk not in parents]

    def fields(self, terms: Iterable[int]) -> set[str]:
        """Each field and those above it: what belongs to a part belongs to the whole."""
        return {key for term in terms for key in _above(self._terms, term)}

    def groups(self, terms: Iterable[int]) -> set[str]:
        """Each group and those below it: what is for all of them is for some of them."""
        return {key for term in terms for key in _below(self._terms, term)}

    def reached(self, space: int) -> set[str]:
        """A space with those above and below it."""
        return {*_above(self._spaces, space), *_below(self._spaces, space)}

    def inside(self, space: int) -> set[str]:
        """A space and those above it."""
        return set(_above(self._spaces, space))

    def _former(self, space: SocialSpace, spaces: Spaces) -> FormerSpace:
        found = followers(space.pk, today=self._spaces, successors=spaces.successors)
        names = {row.pk: (row.public_id, row.name) for row in spaces.today}
        return former_space(
            space.public_id,
            space.name,
            followers=[names[each] for each in found],
            reach=lambda key: self.reached(self._keys[key]),
        )


def _above(rows: Tree, key: int | None) -> list[str]:
    found: list[str] = []
    while key is not None and key in rows and rows[key][0] not in found:
        name, key = rows[key]
        found.append(name)
    return found


def _below(rows: Tree, key: int) -> list[str]:
    found, waiting = [], [key] if key in rows else []
    while waiting:
        here = waiting.pop()
        found.append(rows[here][0])
        waiting.extend(each for each, (name, parent) in rows.items() if parent == here and name not in found)
    return found

"""Which statements are about the same thing: candidates with reasons, graded.

The signals are those that directories of actors have found to work (same address on the web, same mail or phone, nearly
the same name, closer than ten metres); what each is worth depends on the kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.integration.importing.rules.grading import LEVELS, Signals, grade
from ratslinde.integration.importing.rules.nearness import pairs_of, same_words
from ratslinde.integration.importing.rules.profiles import Profile, metres
from ratslinde.integration.importing.rules.slots import overlapping, same_level

METRES = 10.0
MOST_MATCHES = 5
Apart = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Match:
    """Another row that may be the same, how sure that is (certain, likely, possible), and why, in plain words."""

    key: str
    grade: str
    reasons: tuple[str, ...]
    likeness: int


def matches(
    kind: str, stated: Sequence[Profile], known: Sequence[Profile], *, apart: Apart = frozenset()
) -> dict[str, list[Match]]:
    """For each statement that has any: the rows and earlier statements that may be the same, best first.

    `apart`: sorted pairs of keys that somebody has said are not the same.
    """
    everything = [*known, *stated]
    first = len(known)
    found: dict[str, list[Match]] = defaultdict(list)
    for (mine, theirs), likeness in pairs_of(kind, everything, first=first).items():
        one, other = everything[mine], everything[theirs]
        if apart and (min(one.key, other.key), max(one.key, other.key)) in apart:
            continue
        level, reasons = grade(kind, signals(one, other, likeness, within=theirs >= first))
        if level:
            found[one.key].append(Match(other.key, level, reasons, likeness))
    return {
        key: sorted(rows, key=lambda row: (LEVELS.index(row.grade), -row.likeness))[:MOST_MATCHES]
        for key, rows in found.items()
    }


def signals(one: Profile, other: Profile, likeness: int, *, within: bool) -> Signals:
    """What the two share. `likeness`: of their bare names in percent; `within`: both stand in the same file."""
    near = one.point is not None and other.point is not None and metres(one.point, other.point) < METRES
    same_address = bool(one.address_key) and one.address_key == other.address_key
    return Signals(
        same_id=not one.ids.isdisjoint(other.ids),
        same_name=one.name_key == other.name_key,
        likeness=likeness,
        same_words=same_words(one.bare, other.bare),
        same_web=one.web if one.web == other.web else "",
        same_mail=one.mail if one.mail == other.mail else "",
        same_phone=one.phone if one.number and one.number == other.number else "",
        same_address=one.address if same_address else "",
        addresses_differ=bool(one.address_key and other.address_key) and not same_address,
        near=near,
        same_owner=bool(one.owner) and one.owner == other.owner,
        same_slot=overlapping(one.slots, other.slots) and same_level(one.bare, other.bare),
        within=within,
    )

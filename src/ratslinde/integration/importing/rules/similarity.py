"""Which statements are about the same thing: candidates with reasons, graded.

The signals are those that directories of actors have found to work (same address on the web, same mail or phone, nearly
the same name, closer than ten metres); what each is worth depends on the kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy
from rapidfuzz import fuzz, process

from ratslinde.integration.importing.rules.grading import LEVELS, Signals, grade
from ratslinde.integration.importing.rules.profiles import Profile, metres

METRES = 10.0
LIKE = 80
"""Per cent from which on two names by themselves are worth a look."""
MOST_SHARING = 60
"""What more rows than these share says nothing about any two of them: a switchboard, a portal, a town hall."""
MOST_MATCHES = 5
_CHUNK = 500
Apart = frozenset[tuple[str, str]]
Pairs = dict[tuple[int, int], int]


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
    for (mine, theirs), likeness in _pairs(kind, everything, first=first).items():
        one, other = everything[mine], everything[theirs]
        if apart and (min(one.key, other.key), max(one.key, other.key)) in apart:
            continue
        level, reasons = grade(kind, _signals(one, other, likeness, within=theirs >= first))
        if level:
            found[one.key].append(Match(other.key, level, reasons, likeness))
    return {
        key: sorted(rows, key=lambda row: (LEVELS.index(row.grade), -row.likeness))[:MOST_MATCHES]
        for key, rows in found.items()
    }


def _pairs(kind: str, everything: Sequence[Profile], *, first: int) -> Pairs:
    """Pairs (statement, row or earlier statement) that share anything, with the likeness of their names in percent."""
    pairs: Pairs = {}
    for group in _sharing(everything):
        for mine in group:
            if mine >= first:
                pairs.update(((mine, theirs), -1) for theirs in group if theirs < mine)
    for mine, theirs, likeness in _alike(kind, everything, first=first):
        pairs[mine, theirs] = likeness
    return {
        (mine, theirs): likeness
        if likeness >= 0
        else round(fuzz.ratio(everything[mine].bare, everything[theirs].bare))
        for (mine, theirs), likeness in pairs.items()
    }


def _sharing(everything: Sequence[Profile]) -> Iterable[list[int]]:
    """Groups of rows with the same id, address on the web, mail, phone, address, or in the same few metres."""
    groups: dict[tuple[str, object], list[int]] = defaultdict(list)
    for at, profile in enumerate(everything):
        keys: list[tuple[str, object]] = [("id", each) for each in profile.ids]
        keys += [("web", profile.web), ("mail", profile.mail), ("phone", profile.number)]
        keys += [("address", profile.address_key), *(("near", square) for square in profile.squares())]
        for key in keys:
            if key[1]:
                groups[key].append(at)
    return (group for group in groups.values() if 1 < len(group) <= MOST_SHARING)


def _alike(kind: str, everything: Sequence[Profile], *, first: int) -> Iterable[tuple[int, int, int]]:
    """(statement, other, likeness) of names that are nearly the same; of offers only within one actor."""
    if kind != "offer":
        yield from _alike_within(range(len(everything)), everything, first=first)
        return
    by_owner: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(everything):
        by_owner[profile.owner].append(at)
    for group in by_owner.values():
        if group[-1] >= first and len(group) > 1:
            yield from _alike_within(group, everything, first=first)


def _alike_within(
    group: Sequence[int], everything: Sequence[Profile], *, first: int
) -> Iterable[tuple[int, int, int]]:
    mine = [at for at in group if at >= first]
    choices = [everything[at].bare for at in group]
    for begin in range(0, len(mine), _CHUNK):
        chunk = mine[begin : begin + _CHUNK]
        scores = process.cdist(
            [everything[at].bare for at in chunk],
            choices,
            scorer=fuzz.ratio,
            score_cutoff=LIKE,
            dtype=numpy.uint8,
        )
        for row, column in zip(*numpy.nonzero(scores), strict=True):
            if group[column] < chunk[row]:
                yield chunk[row], group[column], int(scores[row, column])


def _signals(one: Profile, other: Profile, likeness: int, *, within: bool) -> Signals:
    near = one.point is not None and other.point is not None and metres(one.point, other.point) < METRES
    same_address = bool(one.address_key) and one.address_key == other.address_key
    return Signals(
        same_id=not one.ids.isdisjoint(other.ids),
        same_name=one.name_key == other.name_key,
        likeness=likeness,
        same_web=one.web if one.web == other.web else "",
        same_mail=one.mail if one.mail == other.mail else "",
        same_phone=one.phone if one.number and one.number == other.number else "",
        same_address=one.address if same_address else "",
        addresses_differ=bool(one.address_key and other.address_key) and not same_address,
        near=near,
        same_owner=bool(one.owner) and one.owner == other.owner,
        within=within,
    )

"""Which statements are about the same thing: candidates with reasons, graded.

The signals are those that directories of actors have found to work (same address on the web, same mail or phone, nearly
the same name, closer than ten metres); what each is worth depends on the kind.
"""

from __future__ import annotations

import re
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
MISSPELLED = 75
"""Per cent from which on a word is another spelling of the other."""
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
        (mine, theirs): likeness if likeness >= 0 else _likeness(everything[mine], everything[theirs])
        for (mine, theirs), likeness in pairs.items()
    }


def _likeness(one: Profile, other: Profile) -> int:
    return round(fuzz.ratio(one.bare, other.bare))


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
    """(statement, other, likeness) of names that are nearly the same.

    Of offers only within one actor; of places only where one of the two has no address: else that tells them apart.
    """
    every = range(len(everything))
    if kind == "offer":
        by_owner: dict[str, list[int]] = defaultdict(list)
        for at, profile in enumerate(everything):
            by_owner[profile.owner].append(at)
        for group in by_owner.values():
            yield from _alike_among(everything, [at for at in group if at >= first], group)
    elif kind == "place":
        bare = [at for at in every if not everything[at].address_key]
        yield from _alike_among(everything, [at for at in bare if at >= first], every)
        yield from _alike_among(everything, [at for at in every[first:] if everything[at].address_key], bare)
    else:
        yield from _alike_among(everything, every[first:], every)


def _alike_among(
    everything: Sequence[Profile], mine: Sequence[int], others: Sequence[int]
) -> Iterable[tuple[int, int, int]]:
    """The likeness of names of statements to the others that come before them in `everything`."""
    if not mine or len(others) < 2:
        return
    choices = [everything[at].bare for at in others]
    figures = _figures(everything)
    theirs = figures[numpy.asarray(others)]
    for begin in range(0, len(mine), _CHUNK):
        chunk = mine[begin : begin + _CHUNK]
        scores = process.cdist(
            [everything[at].bare for at in chunk],
            choices,
            scorer=fuzz.ratio,
            score_cutoff=LIKE,
            dtype=numpy.uint8,
        )
        own = figures[numpy.asarray(chunk)][:, None]
        scores[(own != theirs) & (own != 0) & (theirs != 0)] = 0
        for row, column in zip(*numpy.nonzero(scores), strict=True):
            one, other = chunk[row], others[column]
            if other < one and same_words(everything[one].bare, everything[other].bare):
                yield one, other, int(scores[row, column])


def _figures(everything: Sequence[Profile]) -> numpy.ndarray[tuple[int], numpy.dtype[numpy.int64]]:
    """A number for each profile that stands for the figures in its name, 0 for none: Kita 3 is not Kita 4."""
    known: dict[str, int] = {"": 0}
    found = [known.setdefault(" ".join(re.findall(r"\d+", each.bare)), len(known)) for each in everything]
    return numpy.array(found, dtype=numpy.int64)


def same_words(one: str, other: str) -> bool:
    """Whether what only one of the names says is a misspelling of what only the other says: Nord is none of Süd."""
    mine, theirs = set(one.split()), set(other.split())
    only_mine, only_theirs = mine - theirs, theirs - mine
    if not (only_mine and only_theirs):
        return True
    apart = fuzz.ratio(" ".join(sorted(only_mine)), " ".join(sorted(only_theirs)))
    return apart >= MISSPELLED or sorted("".join(only_mine)) == sorted("".join(only_theirs))


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

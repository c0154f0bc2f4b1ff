"""Which pairs are worth a look at all: those that share something, and those with nearly the same name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy
from rapidfuzz import fuzz, process

from ratslinde.integration.importing.rules.likeness.profiles import Profile
from ratslinde.integration.importing.rules.likeness.short_forms import named_short, only_beginnings
from ratslinde.integration.importing.rules.likeness.spellings import shortened_alike, without_before

LIKE = 80
"""Per cent from which on two names by themselves are worth a look."""

MOST_SHARING = 60
"""What more rows than these share says nothing about any two of them: a switchboard, a portal, a town hall."""

MISSPELLED = 75
"""Per cent from which on a word is another spelling of the other."""

_CHUNK = 500
Pairs = dict[tuple[int, int], int]
_Figures = numpy.ndarray[tuple[int], numpy.dtype[numpy.int64]]


def pairs_of(kind: str, everything: Sequence[Profile], *, first: int) -> Pairs:
    """Pairs (statement, row or earlier statement) that share anything, with the likeness of their names in percent."""
    pairs: Pairs = {}
    for group in _sharing(everything):
        for mine in group:
            if mine >= first:
                pairs.update(((mine, theirs), -1) for theirs in group if theirs < mine)
    if kind in ("actor", "offer"):
        both = ((max(pair), min(pair)) for pair in shortened(kind, everything))
        pairs.update(((mine, theirs), -1) for mine, theirs in both if mine >= first)
    for mine, theirs, likeness in _alike(kind, everything, first=first):
        pairs[mine, theirs] = likeness
    return {
        (mine, theirs): likeness if likeness >= 0 else _likeness(everything[mine], everything[theirs])
        for (mine, theirs), likeness in pairs.items()
    }


def shortened(kind: str, everything: Sequence[Profile]) -> Iterable[tuple[int, int]]:
    """Pairs of which one's name is short for the other's, or the beginning of it; of offers within one actor."""
    if kind == "offer":
        yield from _shortened_offers(everything)
        return
    yield from shortened_alike([each.spelled for each in everything])
    yield from only_beginnings([" ".join(without_before(each.spelled)) for each in everything])
    yield from named_short([each.compact for each in everything], [each.short_forms for each in everything])
    yield from only_beginnings([each.words for each in everything])


def _shortened_offers(everything: Sequence[Profile]) -> Iterable[tuple[int, int]]:
    by_group: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(everything):
        by_group[profile.group].append(at)
    for group in by_group.values():
        pairs = shortened_alike([everything[at].spelled for at in group])
        yield from ((group[one], group[other]) for one, other in pairs)


def _likeness(one: Profile, other: Profile) -> int:
    return round(fuzz.ratio(one.bare, other.bare))


def _sharing(everything: Sequence[Profile]) -> Iterable[list[int]]:
    """Groups of rows with the same id, address on the web, mail, phone, address, or in the same few metres."""
    groups: dict[tuple[str, object], list[int]] = defaultdict(list)
    for at, profile in enumerate(everything):
        for what, key in profile.signs():
            groups[what, key].append(at)
    return (group for group in groups.values() if 1 < len(group) <= MOST_SHARING)


def _alike(kind: str, everything: Sequence[Profile], *, first: int) -> Iterable[tuple[int, int, int]]:
    """(statement, other, likeness) of names that are nearly the same.

    Of offers only within one actor; of places only where one of the two has no address: else that tells them apart.
    """
    every, figures = range(len(everything)), _figures(everything)
    if kind == "offer":
        by_owner: dict[str, list[int]] = defaultdict(list)
        for at, profile in enumerate(everything):
            by_owner[profile.group].append(at)
        for group in by_owner.values():
            yield from _alike_among(everything, figures, [at for at in group if at >= first], group)
    elif kind == "place":
        bare = [at for at in every if not everything[at].address_key]
        yield from _alike_among(everything, figures, [at for at in bare if at >= first], every)
        yield from _alike_among(
            everything, figures, [at for at in every[first:] if everything[at].address_key], bare
        )
    else:
        yield from _alike_among(everything, figures, every[first:], every)


def _alike_among(
    everything: Sequence[Profile], figures: _Figures, mine: Sequence[int], others: Sequence[int]
) -> Iterable[tuple[int, int, int]]:
    """The likeness of names of statements to the others that come before them in `everything`."""
    if not mine or not others or others[0] >= mine[-1]:
        return  # nothing comes before them
    choices = [everything[at].bare for at in others]
    theirs = figures[numpy.asarray(others)]
    for begin in range(0, len(mine), _CHUNK):
        chunk = mine[begin : begin + _CHUNK]
        before = bisect_left(others, chunk[-1])
        scores = process.cdist(
            [everything[at].bare for at in chunk],
            choices[:before],
            scorer=fuzz.ratio,
            score_cutoff=LIKE,
            dtype=numpy.uint8,
        )
        own = figures[numpy.asarray(chunk)][:, None]
        scores[(own != theirs[:before]) & (own != 0) & (theirs[:before] != 0)] = 0
        for row, column in zip(*numpy.nonzero(scores), strict=True):
            one, other = chunk[row], others[column]
            if other < one and same_words(everything[one].bare, everything[other].bare):
                yield one, other, int(scores[row, column])


def _figures(everything: Sequence[Profile]) -> _Figures:
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

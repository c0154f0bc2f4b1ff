"""Which statements are about the same thing: candidates with reasons, graded.

The signals are those that directories of actors have found to work (same address on the web, same mail or phone, nearly
the same name, closer than ten metres); what each is worth depends on the kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz import fuzz

from ratslinde.integration.importing.rules.likeness.grading import LEVELS, LIKELY, POSSIBLE, Signals, grade
from ratslinde.integration.importing.rules.likeness.nearness import pairs_of, same_words
from ratslinde.integration.importing.rules.likeness.profiles import Profile, metres
from ratslinde.integration.importing.rules.likeness.short_forms import begins
from ratslinde.integration.importing.rules.likeness.slots import at_one_time, overlapping, same_level
from ratslinde.integration.importing.rules.likeness.spellings import begins_so, same_spelling
from ratslinde.integration.landscape.rules.addresses import Address, same_place

METRES = 10.0
MOST_MATCHES = 5
MANY = 3
"""From so many names on, what all of them are reached by says nothing about any two."""
Apart = frozenset[tuple[str, str]]
Crowded = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Match:
    """Another row that may be the same, how sure that is (certain, likely, possible), and why, in plain words.

    `shared`: several rows of one list may be about it without anybody being asked.
    """

    key: str
    grade: str
    reasons: tuple[str, ...]
    likeness: int
    shared: bool = False


def matches(
    kind: str,
    stated: Sequence[Profile],
    known: Sequence[Profile],
    *,
    apart: Apart = frozenset(),
    town: frozenset[str] = frozenset(),
) -> dict[str, list[Match]]:
    """For each statement that has any: the rows and earlier statements that may be the same, best first.

    `apart`: sorted pairs of keys that somebody has said are not the same. `town`: the words of the own town's name:
    they are no likeness, and of names that begin alike the one with them comes first.
    """
    everything = [*known, *stated]
    first, crowded = len(known), common(everything)
    found: dict[str, list[tuple[Match, int]]] = defaultdict(list)
    somewhere: dict[str, list[Profile]] = defaultdict(list)
    for (mine, theirs), likeness in pairs_of(kind, everything, first=first).items():
        one, other = everything[mine], everything[theirs]
        if apart and (min(one.key, other.key), max(one.key, other.key)) in apart:
            continue
        told = signals(one, other, likeness, within=theirs >= first, crowded=crowded, town=town)
        level, reasons = grade(kind, told)
        if level:
            shared = told.known_as or told.only_address
            found[one.key].append((Match(other.key, level, reasons, likeness, shared), theirs))
        if told.only_street:
            somewhere[one.key].append(other)
    near = frozenset(at for at, each in enumerate(everything) if not town.isdisjoint(each.spelled))
    return {key: _best(rows, doubted=_apart(somewhere[key]), near=near) for key, rows in found.items()}


def _apart(streets: Sequence[Profile]) -> set[str]:
    """The keys of the places where they are in several towns: a street alone does not say which is meant."""
    towns = combinations(map(_address, streets), 2)
    return set() if all(same_place(*both) for both in towns) else {each.key for each in streets}


def common(everything: Sequence[Profile]) -> Crowded:
    """What so many share that it says nothing by itself: a switchboard, the mail address of a town hall."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for profile in everything:
        for sign in profile.reached_by():
            names[sign].add(profile.bare)
    return frozenset(sign for sign, sharing in names.items() if len(sharing) >= MANY)


def _best(
    rows: Sequence[tuple[Match, int]], *, doubted: Collection[str], near: Collection[int]
) -> list[Match]:
    """The likeliest first: by grade, name, and how much more speaks for it; then the older one.

    `near`: those called after the own town, which come first among what is only possible.
    """
    rows = [(replace(row, grade=LIKELY) if row.key in doubted else row, at) for row, at in rows]
    order = sorted(
        rows,
        key=lambda row: (
            LEVELS.index(row[0].grade),
            row[0].grade == POSSIBLE and row[1] not in near,
            -row[0].likeness,
            -len(row[0].reasons),
            row[1],
        ),
    )
    return [match for match, _ in order][:MOST_MATCHES]


def signals(
    one: Profile,
    other: Profile,
    likeness: int,
    *,
    within: bool,
    crowded: Crowded = frozenset(),
    town: frozenset[str] = frozenset(),
) -> Signals:
    """What the two share. `likeness`: of their bare names in percent; `within`: both stand in the same file."""
    near = one.point is not None and other.point is not None and metres(one.point, other.point) < METRES
    same_street = bool(one.address_key) and one.address_key == other.address_key
    reached = bool(one.mail and one.mail == other.mail) or bool(one.web and one.web == other.web)
    same_address = same_street and same_place(_address(one), _address(other))
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
        same_owner=bool(one.group) and one.group == other.group,
        owner_is_sure=one.owner == other.owner,
        same_slot=overlapping(one.slots, other.slots) and same_level(one.bare, other.bare),
        same_hour=at_one_time(one.slots, other.slots) and same_level(one.bare, other.bare),
        shared_words=len(_shared(one, other) - town),
        own_likeness=_likeness_without(town, one, other) if reached else likeness,
        same_spelling=same_spelling(one.spelled, other.spelled),
        spelled=max(len(one.spelled), len(other.spelled)),
        known_as=one.own_name in other.called or other.own_name in one.called,
        short_form=one.compact in other.short_forms or other.compact in one.short_forms,
        begins=_begins(one, other) or _begins(other, one),
        only_address=one.only_address and other.only_address,
        common=frozenset(what for what, value in one.reached_by() if (what, value) in crowded),
        within=within,
    )


def _begins(one: Profile, other: Profile) -> bool:
    return begins(one.words, other.words) or begins_so(one.spelled, other.spelled)


def _likeness_without(town: frozenset[str], one: Profile, other: Profile) -> int:
    """The likeness in per cent of what the names say beside the town's."""
    mine, theirs = (" ".join(sorted(set(each.spelled) - town)) for each in (one, other))
    return round(fuzz.ratio(mine, theirs))


def _shared(one: Profile, other: Profile) -> set[str]:
    """The words of both that say something: no single letters, no figures of a year."""
    return {word for word in set(one.spelled) & set(other.spelled) if len(word) > 1 and not word.isdigit()}


def _address(profile: Profile) -> Address:
    return Address(
        name=profile.name,
        street=profile.address.partition(",")[0],
        postal_code=profile.postal_code,
        locality=profile.locality,
    )

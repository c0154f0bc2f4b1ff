"""The quick search for duplicates finds what comparing everything with everything finds."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from rapidfuzz import fuzz

from ratslinde.integration.importing.rules.likeness.grading import LEVELS, grade
from ratslinde.integration.importing.rules.likeness.nearness import LIKE, same_words, shortened
from ratslinde.integration.importing.rules.likeness.profiles import Profile
from ratslinde.integration.importing.rules.likeness.similarity import MOST_MATCHES, common, matches, signals
from ratslinde.integration.importing.rules.likeness.slots import Slot

WORDS = (
    "Brücke",
    "Bruecke",
    "Linde",
    "Linden",
    "Haus",
    "Kita",
    "3",
    "4",
    "Nord",
    "Süd",
    "Freunde",
    "e. V.",
    "der",
)
SLOTS = (
    frozenset(),
    frozenset({Slot("h", "TU", "16:00", "18:00")}),
    frozenset({Slot("h", "TU", "17:00", "19:00"), Slot("h", "TH", "09:00", "09:00")}),
    frozenset({Slot("h", "TU", "18:00", "19:00")}),
)
names = some.lists(some.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
points = some.sampled_from((None, (51.77, 8.05), (51.77004, 8.05), (51.7702, 8.05), (51.7, 8.1)))


def profiles(kind: str, prefix: str, most: int) -> some.SearchStrategy[list[Profile]]:
    profile = some.fixed_dictionaries({
        "name": names,
        "ids": some.sampled_from((frozenset(), frozenset("x"), frozenset("xy"))),
        "website": some.sampled_from(("", "", "a.example/b", "https://www.a.example/b/", "c.example")),
        "email": some.sampled_from(("", "", "a@b.example", "A@b.example")),
        "phone": some.sampled_from(("", "", "02599 1020", "+49 2599 10-20", "12")),
        "owner": some.sampled_from(("a", "b")) if kind == "offer" else some.just(""),
        "point": points,
        "slots": some.sampled_from(SLOTS) if kind == "offer" else some.just(frozenset()),
        "address": some.sampled_from(("", "Lindenstraße 3", "Lindenstr. 3", "Markt 1")),
    })  # fmt: skip
    return some.lists(profile, min_size=1, max_size=most).map(
        lambda rows: [Profile(key=f"{prefix}{at}", **row) for at, row in enumerate(rows)]
    )


def everything_compared(kind: str, stated: list[Profile], known: list[Profile]) -> dict[str, list[tuple]]:
    """Each statement beside each row and each earlier statement."""
    rows = [*known, *stated]
    found: dict[str, list[tuple]] = {}
    crowded = common(rows)
    begun = {frozenset(pair) for pair in shortened(kind, rows)} if kind != "place" else set()
    for (before, other), (at, one) in combinations(enumerate(rows), 2):
        near = set(one.signs()) & set(other.signs()) or alike(kind, one, other) or {before, at} in begun
        if at < len(known) or not near:
            continue
        likeness = round(fuzz.ratio(one.bare, other.bare))
        level, reasons = grade(kind, signals(one, other, likeness, within=other in stated, crowded=crowded))
        if level:
            found.setdefault(one.key, []).append((LEVELS.index(level), -likeness, other.key, reasons))
    return found


def alike(kind: str, one: Profile, other: Profile) -> bool:
    """Whether the names by themselves are worth a look."""
    figures = [" ".join(word for word in each.bare.split() if word.isdigit()) for each in (one, other)]
    if kind == "offer" and one.owner != other.owner:
        return False
    if kind == "place" and one.address_key and other.address_key:
        return False
    if all(figures) and figures[0] != figures[1]:
        return False
    return fuzz.ratio(one.bare, other.bare) >= LIKE and same_words(one.bare, other.bare)


@pytest.mark.parametrize("kind", ["actor", "offer", "place"])
@settings(max_examples=60)
@given(data=some.data())
def test_the_quick_search_finds_the_same(kind, data):
    known = data.draw(profiles(kind, "old", 8))
    stated = data.draw(profiles(kind, "@", 8))
    slow = everything_compared(kind, stated, known)
    quick = matches(kind, stated, known)
    assert quick.keys() == slow.keys()
    for key, rows in quick.items():
        found = [(LEVELS.index(each.grade), -each.likeness, each.key, each.reasons) for each in rows]
        assert [each[:2] for each in found] == sorted(each[:2] for each in slow[key])[:MOST_MATCHES]
        assert not Counter(found) - Counter(slow[key])


def test_more_statements_than_fit_into_one_look_are_compared_all_the_same():
    stated = [Profile(key=f"@{at}", name=f"Verein {'abcdefghij'[at % 10] * 9} {'klmnopqrst'[at // 10 % 10] * 9}")
              for at in range(1_100)]  # fmt: skip
    found = matches("actor", stated, [])
    assert {len(found.get(each.key, [])) for each in stated[:100]} == {0}
    assert all(any(match.grade != "possible" for match in found[each.key]) for each in stated[100:])

"""The order of the states, over invented landscapes: the matrix against the rule as it is written down.

The rule is written a second time here, naively and offer by offer, with nothing of the matrix' own arithmetic.
"""

from __future__ import annotations

import datetime
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ratslinde.integration.landscape.rules.completeness import CoverageActor, Limits
from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Mark, Position, State
from ratslinde.integration.landscape.rules.coverage_offers import ALL, Area, CoverageOffer, Online
from ratslinde.integration.landscape.rules.coverage_reasons import reasons

DAY = datetime.date(2026, 11, 22)
YEAR_AGO, EIGHTEEN_MONTHS_AGO = datetime.date(2025, 11, 22), datetime.date(2025, 5, 22)
HALF_A_YEAR_ON = datetime.date(2027, 5, 22)
DAYS = [datetime.date(2026, 9, 1), YEAR_AGO, datetime.date(2025, 11, 21), datetime.date(2024, 1, 1), None]
ENDS = [datetime.date(2027, 1, 1), HALF_A_YEAR_ON, None]
FIELDS, SPACES, GROUPS, LANGUAGES = ("sprache", "wohnen"), ("nord", "süd"), ("kinder", "frauen"), ("de", "ar")
PROVIDERS = ("bruecke", "bibliothek", "schule")


@st.composite
def offers(draw: st.DrawFn) -> list[CoverageOffer]:
    """Offers of which all is known but, at times, when they were confirmed."""
    return [
        CoverageOffer(
            key=f"offer{number}",
            actor=draw(st.sampled_from(PROVIDERS)),
            public=draw(st.sampled_from([True, True, True, False])),
            valid_until=draw(st.sampled_from([None, None, DAY, datetime.date(2026, 1, 1)])),
            fields=frozenset(draw(st.sets(st.sampled_from(FIELDS), min_size=1))),
            everyone=(everyone := draw(st.booleans())),
            groups=None if everyone else frozenset(draw(st.sets(st.sampled_from(GROUPS), min_size=1))),
            languages_known=True,
            spoken=frozenset(draw(st.sets(st.sampled_from(LANGUAGES), min_size=1))),
            interpreted=frozenset(draw(st.sets(st.sampled_from(LANGUAGES)))),
            confirmed_on=draw(st.sampled_from(DAYS)),
            volunteers_only=draw(st.sampled_from([True, False, None])),
            funding_until=draw(st.sampled_from(ENDS)),
            available=draw(st.sampled_from([0, 0, 4, None])),
            waiting=draw(st.sampled_from([0, 3, None])),
            **draw(st.sampled_from(WAYS)),
        )
        for number in range(draw(st.integers(0, 4)))
    ]


WAYS: list[dict[str, object]] = [
    {"spaces": frozenset({"nord"}), "spaces_known": True, "area": Area.SPACES},
    {"spaces": frozenset({"süd"}), "spaces_known": True, "area": Area.SPACES},
    {"spaces_known": True, "area": Area.TOWN},
    {"spaces_known": True, "area": Area.TOWN, "online": Online.ONLY},
]
actors = st.lists(
    st.builds(
        CoverageActor,
        key=st.sampled_from(PROVIDERS),
        fields=st.frozensets(st.sampled_from(FIELDS)),
        confirmed_on=st.sampled_from([DAY, EIGHTEEN_MONTHS_AGO, datetime.date(2025, 5, 21), None]),
    ),
    max_size=3,
    unique_by=lambda actor: actor.key,
)
marks = st.lists(
    st.builds(
        Mark,
        st.builds(
            Position,
            st.sampled_from(FIELDS),
            st.sampled_from((ALL, *SPACES)),
            st.sampled_from((ALL, *GROUPS)),
        ),
        st.just("Das macht der Kreis."),
    ),
    max_size=2,
)
thresholds = st.sampled_from([0, 50, 60, 100])


def rule(
    rows: list[CoverageOffer],
    known: list[CoverageActor],
    set_apart: list[Mark],
    at: Position,
    *,
    percent: int,
) -> State:
    """The state by 7.1 of the reference: what is not collected before a gap, a gap before all the rest, and so on."""
    fitting = [row for row in rows if fits(row, at)]
    matching = [row for row in fitting if row.confirmed_on]
    asked = [actor for actor in known if at.field in actor.fields]
    answered = [actor for actor in asked if actor.confirmed_on and actor.confirmed_on >= EIGHTEEN_MONTHS_AGO]
    collected = bool(asked) and 100 * len(answered) >= percent * len(asked)
    if not matching and (fitting or not collected):
        return State.NOT_COLLECTED
    if not matching:
        return State.NOT_INTENDED if any(inside(at, mark.at) for mark in set_apart) else State.GAP
    if all(row.confirmed_on < YEAR_AGO for row in matching if row.confirmed_on):
        return State.OUTDATED
    ending = all(row.funding_until and row.funding_until < HALF_A_YEAR_ON for row in matching)
    if ending or len({row.actor for row in matching}) == 1 or all(row.volunteers_only for row in matching):
        return State.FRAGILE
    full = all(row.available == 0 for row in matching)
    return State.OVERLOADED if full and any(row.waiting for row in matching) else State.COVERED


def fits(row: CoverageOffer, at: Position) -> bool:
    there = at.space in (ALL, *row.spaces) or row.area == Area.TOWN
    meant = at.group == ALL or row.everyone or at.group in (row.groups or ())
    spoken = at.language in (ALL, *row.spoken, *row.interpreted)
    valid = row.valid_until is None or row.valid_until >= DAY
    return row.public and valid and at.field in row.fields and there and meant and spoken


def inside(at: Position, marked: Position) -> bool:
    return all(wide in ("", exact) for wide, exact in zip(marked, at, strict=True))


@settings(max_examples=150)
@given(rows=offers(), known=actors, set_apart=marks, percent=thresholds)
def test_every_cell_has_the_first_state_that_is_true_of_it(rows, known, set_apart, percent):
    limits = Limits(completeness=percent / 100)
    found = Coverage(rows, known, day=DAY, limits=limits, marks=set_apart)
    cells = list(found.matrix(FIELDS, (*SPACES, ALL), (*GROUPS, ALL), (*LANGUAGES, ALL)))
    wrong = {
        cell.at: (cell.state, expected)
        for cell in cells
        if cell.state != (expected := rule(rows, known, set_apart, cell.at, percent=percent))
    }
    assert wrong == {}
    assert len(cells) == len({cell.at for cell in cells}) == 2 * 3 * 3 * 3


@settings(max_examples=100)
@given(rows=offers(), known=actors)
def test_an_offer_is_counted_in_one_way_and_area_wide_ones_never_in_a_space(rows, known):
    found = Coverage(rows, known, day=DAY)
    for cell in found.matrix(FIELDS, (*SPACES, ALL)):
        ways = (cell.site, cell.area, cell.online, cell.unsaid)
        assert not any(one & other for one, other in combinations(ways, 2))
        assert all(row.area == Area.SPACES for row in found.supply.listed(cell.site))
        assert all(row.online == Online.ONLY for row in found.supply.listed(cell.online))
        assert reasons(found, cell)

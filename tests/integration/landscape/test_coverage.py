"""The states of the coverage matrix, their order, and what is done with what nobody knows."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ratslinde.integration.landscape.rules.completeness import CoverageActor, Limits, completeness
from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Mark, Position, State
from ratslinde.integration.landscape.rules.coverage_offers import Area, CoverageOffer, Online
from ratslinde.integration.landscape.rules.coverage_reasons import (
    MEANINGS,
    collected,
    missing,
    percent,
    reasons,
)

DAY = datetime.date(2026, 11, 22)
HERE = Position("sprache", "nord")
BRIDGE = CoverageActor(key="bruecke", fields=frozenset({"sprache"}), confirmed_on=datetime.date(2026, 8, 1))
LIBRARY = CoverageActor(
    key="bibliothek", fields=frozenset({"sprache"}), confirmed_on=datetime.date(2026, 8, 1)
)
CAFE = CoverageOffer(
    key="cafe", actor="bruecke", fields=frozenset({"sprache"}), everyone=True, languages_known=True,
    spoken=frozenset({"de"}), interpreted=frozenset({"ar"}), spaces=frozenset({"nord"}), spaces_known=True,
    area=Area.SPACES, confirmed_on=datetime.date(2026, 8, 1),
)  # fmt: skip
COURSE = replace(CAFE, key="kurs", actor="bibliothek")
SILENT = tuple(replace(BRIDGE, key=f"stumm{number}", confirmed_on=None) for number in range(4))


def coverage(*offers: CoverageOffer, actors=(BRIDGE, LIBRARY), day=DAY, limits=None, marks=()) -> Coverage:
    return Coverage(offers, actors, day=day, limits=limits, marks=marks)


def state(*offers: CoverageOffer, at: Position = HERE, **around) -> State:
    return coverage(*offers, **around).cell(at).state


class TestOrderOfTheStates:
    def test_without_a_known_actor_nothing_is_known(self):
        assert state(actors=()) == "NICHT ERHOBEN"

    def test_without_enough_answers_nothing_is_known(self):
        assert state(actors=(BRIDGE, *SILENT)) == "NICHT ERHOBEN"

    def test_a_cell_that_is_not_collected_stays_so_when_nothing_is_intended_there(self):
        mark = Mark(Position("sprache"), "Das macht der Kreis.")
        assert state(actors=(BRIDGE, *SILENT), marks=[mark]) == "NICHT ERHOBEN"

    def test_an_empty_cell_that_is_collected_is_a_gap(self):
        assert state() == "LÜCKE"

    def test_no_gap_is_where_none_is_intended(self):
        assert state(marks=[Mark(Position("sprache"), "Das macht der Kreis.")]) == "NICHT VORGESEHEN"

    def test_a_mark_for_one_group_does_not_cover_all_groups(self):
        marks = [Mark(Position("sprache", group="kinder"), "Das macht die Schule.")]
        assert state(marks=marks) == "LÜCKE"
        assert state(marks=marks, at=Position("sprache", "nord", "kinder")) == "NICHT VORGESEHEN"

    def test_an_offer_counts_even_where_none_was_intended_and_few_have_answered(self):
        mark = Mark(Position("sprache"), "Das macht der Kreis.")
        assert state(CAFE, COURSE, actors=(BRIDGE, *SILENT), marks=[mark]) == "GEDECKT"

    def test_outdated_comes_before_fragile(self):
        assert state(replace(CAFE, confirmed_on=datetime.date(2025, 11, 21))) == "VERALTET"

    def test_twelve_months_to_the_day_are_not_outdated(self):
        assert state(replace(CAFE, confirmed_on=datetime.date(2025, 11, 22))) == "FRAGIL"

    def test_one_fresh_offer_keeps_the_cell_from_being_outdated(self):
        assert state(CAFE, replace(COURSE, confirmed_on=datetime.date(2020, 1, 1))) == "GEDECKT"

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            ({}, {"actor": "bruecke"}, "FRAGIL"),
            ({"volunteers_only": True}, {"volunteers_only": True}, "FRAGIL"),
            ({"volunteers_only": True}, {"volunteers_only": None}, "GEDECKT"),
            ({"funding_until": datetime.date(2027, 5, 21)}, {"funding_until": DAY}, "FRAGIL"),
            ({"funding_until": datetime.date(2027, 5, 22)}, {"funding_until": DAY}, "GEDECKT"),
            ({"funding_until": DAY}, {}, "GEDECKT"),
            ({"available": 0, "waiting": 4}, {"available": 0}, "ÜBERLASTET"),
            ({"available": 0, "waiting": 4}, {"available": None}, "GEDECKT"),
            ({"available": 0, "waiting": 4}, {"available": 1}, "GEDECKT"),
            ({"available": 0, "waiting": 0}, {"available": 0, "waiting": None}, "GEDECKT"),
            ({"available": 0, "waiting": 4, "volunteers_only": True},
             {"available": 0, "volunteers_only": True}, "FRAGIL"),
        ],
    )  # fmt: skip
    def test_two_offers(self, first, second, expected):
        assert state(replace(CAFE, **first), replace(COURSE, **second)) == expected

    def test_every_state_has_a_meaning_and_gives_its_reason(self):
        assert set(MEANINGS) == set(State)
        found = coverage(CAFE, COURSE)
        for position in (HERE, Position("sprache", "sued"), Position("wohnen", "nord")):
            assert reasons(found, found.cell(position))[0].endswith(".")


class TestOffersThatFit:
    @pytest.mark.parametrize(
        "changed",
        [
            {"public": False}, {"valid_until": datetime.date(2026, 11, 21)},
            {"valid_from": datetime.date(2026, 11, 23)}, {"fields": frozenset({"wohnen"})},
        ],
    )  # fmt: skip
    def test_only_what_is_public_valid_and_of_the_field_fits(self, changed):
        assert state(replace(CAFE, **changed)) == "LÜCKE"

    def test_a_listed_group_fits_and_another_does_not(self):
        listed = replace(CAFE, everyone=False, groups=frozenset({"kinder"}))
        assert state(listed, at=Position("sprache", "nord", "kinder")) == "FRAGIL"
        assert state(listed, at=Position("sprache", "nord", "frauen")) == "LÜCKE"

    def test_interpreting_fits_and_is_counted_apart(self):
        found = coverage(CAFE, COURSE).cell(Position("sprache", "nord", "", "ar"))
        assert (found.state, found.site.bit_count(), found.interpreted.bit_count()) == ("GEDECKT", 2, 2)
        assert not coverage(CAFE).cell(Position("sprache", "nord", "", "de")).interpreted
        assert state(CAFE, at=Position("sprache", "nord", "", "tr")) == "LÜCKE"

    def test_site_area_and_online_are_apart_and_each_offer_stands_in_one_of_them(self):
        town = replace(COURSE, key="stadt", spaces=frozenset({"sued"}), area=Area.TOWN)
        online = replace(CAFE, key="netz", area=Area.TOWN, online=Online.ONLY)
        found = coverage(CAFE, town, online)
        assert [_counts(found, space) for space in ("nord", "sued", "")] == [(1, 1, 1), (1, 0, 1), (1, 1, 1)]

    def test_a_cell_that_is_only_reached_from_elsewhere_says_so(self):
        town = replace(CAFE, spaces=frozenset(), area=Area.TOWN)
        found = coverage(town, replace(town, key="zwei", actor="bibliothek"))
        cell = found.cell(HERE)
        assert (cell.state, cell.from_elsewhere) == ("GEDECKT", True)
        assert "Keines davon hat einen Ort in diesem Sozialraum" in reasons(found, cell)[1]
        assert not found.cell(Position("sprache")).from_elsewhere

    def test_an_online_offer_for_some_spaces_does_not_reach_the_others(self):
        assert state(replace(CAFE, online=Online.ONLY), at=Position("sprache", "sued")) == "LÜCKE"


def _counts(found: Coverage, space: str) -> tuple[int, int, int]:
    cell = found.cell(Position("sprache", space))
    return cell.site.bit_count(), cell.area.bit_count(), cell.online.bit_count()


class TestWhatNobodyKnows:
    """Never a yes, never a no: it stands apart, and where it might fill the cell there is no gap yet."""

    UNKNOWN = (
        ({"languages_known": False, "spoken": frozenset(), "interpreted": frozenset()},
         Position("sprache", "nord", "", "ar"), "Sprachen nicht erhoben"),
        ({"everyone": False, "groups": None}, Position("sprache", "nord", "frauen"), "Zielgruppen nicht angegeben"),
        ({"area": Area.UNKNOWN}, Position("sprache", "sued"), "Gebiet nicht angegeben"),
        ({"spaces_known": False}, Position("sprache", "sued"), "Gebiet nicht angegeben"),
        ({"fields": frozenset()}, HERE, "Handlungsfelder nicht angegeben"),
        ({"fields": frozenset({"wohnen"}), "fields_known": False}, HERE,
         "Handlungsfelder nicht vollständig angegeben"),
        ({"confirmed_on": None}, HERE, "noch nie bestätigt"),
    )  # fmt: skip

    @pytest.mark.parametrize(("changed", "at", "words"), UNKNOWN)
    def test_it_is_neither_an_offer_nor_a_gap(self, changed, at, words):
        found = coverage(replace(CAFE, **changed))
        cell = found.cell(at)
        assert (cell.state, cell.matching, cell.unclear.bit_count()) == ("NICHT ERHOBEN", 0, 1)
        assert "1 Angebot könnte passen" in reasons(found, cell)[0]
        assert missing(found.supply.offers[0], at) == [words]

    @pytest.mark.parametrize(("changed", "at", "_words"), UNKNOWN)
    def test_it_does_not_count_beside_what_is_known(self, changed, at, _words):
        sure = replace(COURSE, spaces=frozenset({"nord", "sued"}), groups=frozenset({"frauen"}))
        cell = coverage(replace(CAFE, **changed), sure).cell(at)
        assert (cell.state, cell.site.bit_count(), cell.unclear.bit_count()) == ("FRAGIL", 1, 1)

    def test_it_matters_only_where_it_is_asked_for(self):
        assert state(replace(CAFE, languages_known=False, spoken=frozenset(), groups=None)) == "FRAGIL"

    def test_what_is_a_no_in_one_dimension_is_no_longer_unclear(self):
        unknown = replace(CAFE, languages_known=False, spoken=frozenset(), interpreted=frozenset())
        assert state(unknown, at=Position("sprache", "sued", "", "ar")) == "LÜCKE"

    def test_an_offer_without_a_place_stands_apart_in_the_collapsed_column(self):
        cell = coverage(replace(CAFE, spaces=frozenset(), area=Area.UNKNOWN)).cell(Position("sprache"))
        assert (cell.site, cell.area, cell.online, cell.unsaid) == (0, 0, 0, 1)


class TestCompleteness:
    def test_who_answered_too_long_ago_or_never_does_not_count(self):
        old = replace(LIBRARY, confirmed_on=datetime.date(2025, 5, 21))
        found = completeness([BRIDGE, old, *SILENT], field="sprache", limits=Limits(), day=DAY)
        assert (found.answered, len(found.known), len(found.open)) == (("bruecke",), 6, 5)

    def test_eighteen_months_to_the_day_count(self):
        old = replace(LIBRARY, confirmed_on=datetime.date(2025, 5, 22))
        assert completeness([old], field="sprache", limits=Limits(), day=DAY).share == 1

    def test_no_known_actor_is_no_share_and_not_zero(self):
        assert completeness([], field="sprache", limits=Limits(completeness=0), day=DAY).share is None
        assert not completeness([], field="sprache", limits=Limits(completeness=0), day=DAY).enough

    @pytest.mark.parametrize(
        ("threshold", "known", "needed"), [(0.6, 5, 3), (0.55, 20, 11), (0.6, 4, 3), (0, 3, 0)]
    )
    def test_how_many_are_needed(self, threshold, known, needed):
        actors = [replace(BRIDGE, key=str(number)) for number in range(known)]
        found = completeness(actors, field="sprache", limits=Limits(completeness=threshold), day=DAY)
        assert found.needed == needed

    def test_who_may_be_active_in_the_field_counts_as_not_answered(self):
        """Two of three would be enough; that a fourth names only a part of its fields makes it two of four."""
        elsewhere = replace(LIBRARY, key="rat", fields=frozenset({"wohnen"}), more=True)
        known = [BRIDGE, replace(BRIDGE, key="chor"), replace(LIBRARY, confirmed_on=None)]
        found = completeness(known, field="sprache", limits=Limits(), day=DAY)
        assert (found.enough, found.possible) == (True, ())
        found = completeness([*known, elsewhere], field="sprache", limits=Limits(), day=DAY)
        assert (found.enough, found.possible, found.share) == (False, ("rat",), 0.5)
        assert found.open == (LIBRARY.key, "rat")
        assert "Bei einem weiteren Akteur ist nicht bekannt" in collected(found, months=18)
        assert completeness([elsewhere], field="wohnen", limits=Limits(), day=DAY).possible == ()

    def test_a_field_that_an_actor_may_be_active_in_is_no_known_actor(self):
        elsewhere = replace(LIBRARY, fields=frozenset({"wohnen"}), more=True)
        found = completeness([elsewhere], field="sprache", limits=Limits(completeness=0), day=DAY)
        assert (found.enough, found.share) == (False, None)

    def test_a_share_is_not_rounded_up_to_all(self):
        assert [percent(share) for share in (0.6, 0.999, 1)] == ["60 %", "99 %", "100 %"]


def test_one_cell_through_time():
    """Acceptance test 5: not collected → gap once enough have answered → fragile with one provider → outdated."""
    silent = replace(LIBRARY, confirmed_on=None)
    assert state(actors=(silent, SILENT[0])) == "NICHT ERHOBEN"
    assert state(actors=(BRIDGE, silent)) == "NICHT ERHOBEN"  # 50 % < 60 %
    assert state(actors=(BRIDGE, LIBRARY)) == "LÜCKE"
    offer = replace(CAFE, confirmed_on=DAY)
    assert state(offer) == "FRAGIL"
    assert state(offer, day=datetime.date(2027, 11, 22)) == "FRAGIL"
    assert state(offer, day=datetime.date(2027, 11, 23)) == "VERALTET"

"""What would improve the picture most: which acts there are, what each brings, and which comes first."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Mark, Position
from ratslinde.integration.landscape.rules.coverage_offers import Area
from ratslinde.integration.landscape.rules.improvement import Dimensions, improvements
from ratslinde.integration.landscape.rules.improving import Act
from tests.integration.landscape.test_coverage import BRIDGE, CAFE, DAY, LIBRARY, SILENT

DIMENSIONS = Dimensions(
    fields=["sprache", "wohnen"], spaces=["nord", "sued", "west"], groups=["frauen"], languages=["de", "ar"]
)
OLD = datetime.date(2024, 1, 1)


def acts(offers=(), actors=(BRIDGE, LIBRARY), drafts=()):
    would_be = Coverage(drafts, actors, day=DAY)
    return improvements(Coverage(offers, actors, day=DAY), DIMENSIONS, drafts=would_be)


def act(kind: Act, **around):
    return next(each for each in acts(**around) if each.act == kind)


def test_it_says_how_many_of_whom_to_ask_and_how_many_cells_are_known_then():
    found = act(Act.ASK, actors=(BRIDGE, *SILENT))
    assert (found.field, found.cells, found.needed, len(found.actors)) == ("sprache", 3, 2, 4)


def test_who_can_answer_for_several_fields_is_asked_first():
    busy = replace(SILENT[3], fields=frozenset({"sprache", "wohnen"}))
    found = act(Act.ASK, actors=(*SILENT[:3], busy))
    assert found.actors[0] == busy.key


def test_a_field_of_which_nobody_is_known_needs_somebody_to_find_out():
    found = act(Act.FIND)
    assert (found.field, found.cells, found.actors) == ("wohnen", 3, ())


def test_nobody_is_asked_about_what_is_not_intended():
    marks = [Mark(Position("wohnen"), "Das macht der Kreis.")]
    found = improvements(Coverage((), (BRIDGE, LIBRARY), day=DAY, marks=marks), DIMENSIONS)
    assert Act.FIND not in {each.act for each in found}


def test_outdated_and_never_confirmed_offers_of_an_actor_are_one_act():
    outdated = replace(CAFE, confirmed_on=OLD)
    never = replace(CAFE, key="netz", spaces=frozenset({"sued"}), confirmed_on=None)
    found = act(Act.CONFIRM, offers=(outdated, never))
    assert (found.cells, found.actors, found.offers) == (2, ("bruecke",), ("cafe", "netz"))


def test_an_old_offer_beside_a_fresh_one_waits():
    rows = acts(offers=(CAFE, replace(CAFE, key="alt", confirmed_on=OLD)))
    assert Act.CONFIRM not in {each.act for each in rows}


def test_missing_details_count_where_they_keep_cells_open():
    somewhere = replace(
        CAFE, area=Area.UNKNOWN, languages_known=False, spoken=frozenset(), interpreted=frozenset()
    )
    assert act(Act.AREA, offers=(somewhere,)).cells == 2
    assert act(Act.LANGUAGES, offers=(somewhere,)).cells == 2
    assert act(Act.GROUPS, offers=(replace(CAFE, everyone=False),)).cells == 1
    assert act(Act.FIELDS, offers=(replace(CAFE, fields=frozenset()),)).cells == 2


def test_drafts_count_where_there_is_nothing_yet():
    found = act(Act.PUBLISH, drafts=(CAFE,))
    assert (found.cells, found.offers) == (1, ("cafe",))
    assert Act.PUBLISH not in {each.act for each in acts(offers=(CAFE,), drafts=(replace(CAFE, key="zwei"),))}


def test_most_cells_come_first_and_then_the_least_effort():
    found = acts(offers=(replace(CAFE, confirmed_on=OLD),), actors=(BRIDGE, *SILENT))
    assert [each.cells for each in found] == sorted((each.cells for each in found), reverse=True)
    same = [each for each in found if each.cells == found[0].cells]
    assert [each.effort for each in same] == sorted(each.effort for each in same)


def test_when_all_is_known_there_is_nothing_to_do():
    offers = [replace(CAFE, fields=frozenset(DIMENSIONS.fields), area=Area.TOWN)]
    known = [replace(BRIDGE, fields=frozenset(DIMENSIONS.fields))]
    assert acts(offers=offers, actors=known) == []

"""Social spaces that have ended: what follows them, and what is still known of an offer that is for one of them."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.queries.coverage import opened
from ratslinde.integration.landscape.queries.improvements import advice
from ratslinde.integration.landscape.queries.picture import picture
from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Position
from ratslinde.integration.landscape.rules.coverage_offers import Area
from ratslinde.integration.landscape.rules.coverage_reasons import missing
from ratslinde.integration.landscape.rules.improvement import improvements
from ratslinde.integration.landscape.rules.improving import Act
from ratslinde.integration.landscape.rules.succession import followers, former_space
from ratslinde.integration.landscape.values import GivenSite
from tests.integration.landscape.test_coverage import BRIDGE, CAFE, DAY, LIBRARY
from tests.integration.landscape.test_coverage_improvement import DIMENSIONS

YESTERDAY = DAY - datetime.timedelta(days=1)
HALVES = (("nordwest", "Nordwest"), ("suedwest", "Südwest"))


def west(*followed_by):
    return former_space("west", "West", followers=followed_by, reach=lambda key: [key, "kernstadt"])


def for_west(*followed_by, **changes):
    found = west(*followed_by)
    return replace(CAFE, spaces=found.certain, former=(found,), **changes)


class TestFollowers:
    def test_who_follows_is_found_over_several_changes(self):
        assert followers(1, today={4, 5}, successors={1: [2, 5], 2: [3, 4], 3: [5]}) == [5, 4]

    def test_a_circle_has_an_end(self):
        assert followers(1, today={9}, successors={1: [2], 2: [1]}) == []

    def test_with_one_follower_it_moves_over(self):
        found = west(HALVES[0])
        assert (found.certain, found.possible) == ({"nordwest", "kernstadt"}, set())

    def test_with_two_only_what_both_lie_in_is_certain(self):
        found = west(*HALVES)
        assert (found.certain, found.possible) == ({"kernstadt"}, {"nordwest", "suedwest"})


class TestCells:
    def cell(self, offer, space):
        return Coverage([offer], [BRIDGE, LIBRARY], day=DAY).cell(Position("sprache", space))

    @pytest.mark.parametrize(
        ("space", "unclear"), [("nordwest", 1), ("suedwest", 1), ("mitte", 0), ("kernstadt", 0)]
    )
    def test_an_offer_for_what_was_split_is_unclear_in_the_halves_only(self, space, unclear):
        assert self.cell(for_west(*HALVES), space).unclear.bit_count() == unclear

    def test_a_cell_elsewhere_is_a_gap_all_the_same(self):
        assert self.cell(for_west(*HALVES), "mitte").state == "LÜCKE"

    def test_in_what_holds_both_halves_it_is_certain(self):
        assert self.cell(for_west(*HALVES), "kernstadt").site.bit_count() == 1

    def test_with_one_follower_it_counts_there(self):
        offer = for_west(HALVES[0])
        assert self.cell(offer, "nordwest").site.bit_count() == 1
        assert self.cell(offer, "mitte").unclear == 0

    def test_an_offer_for_what_nothing_follows_is_unclear_everywhere(self):
        assert self.cell(for_west(), "mitte").unclear.bit_count() == 1

    def test_the_opened_cell_says_what_is_to_be_cleared(self):
        assert missing(for_west(*HALVES), Position("sprache", "nordwest")) == [
            "stand für West; Nordwest oder Südwest ist zu klären"
        ]
        assert missing(for_west(), Position("sprache", "mitte")) == ["stand für West, das es nicht mehr gibt"]
        unsaid = for_west(*HALVES, area=Area.UNKNOWN)
        assert missing(unsaid, Position("sprache", "nordwest")) == ["Gebiet nicht angegeben"]


class TestImprovement:
    def acts(self, *offers):
        spaces = replace(DIMENSIONS, spaces=["nordwest", "suedwest", "mitte"])
        found = improvements(Coverage(offers, [BRIDGE, LIBRARY], day=DAY), spaces)
        return {each.act: each for each in found}

    def test_offers_that_are_still_for_what_ended_are_an_act_of_their_own(self):
        found = self.acts(for_west(*HALVES))
        assert (found[Act.FORMER].space, found[Act.FORMER].cells, found[Act.FORMER].offers) == (
            "west",
            2,
            ("cafe",),
        )
        assert Act.AREA not in found

    def test_they_are_named_too_where_that_keeps_no_cell_open(self):
        assert self.acts(for_west(HALVES[0]))[Act.FORMER].cells == 0


@pytest.fixture
def split(manager, body, association, cafe, north, south):
    """The north, for which a published offer is, has become two halves."""

    def split(*names):
        changes = {"sites": [GivenSite(spaces=(north,))]}
        actions.edit_offer(manager, cafe, changes=changes, revision=cafe.revision)
        association.refresh_from_db()
        actions.publish_actor(manager, association)
        cafe.refresh_from_db()
        actions.publish_offer(manager, cafe)
        north.refresh_from_db()
        actions.edit_space(manager, north, changes={"valid_until": YESTERDAY}, revision=north.revision)
        return [
            actions.add_space(manager, body, name=name, valid_from=DAY, predecessors=[north])
            for name in names
        ]

    return split


def test_after_a_split_only_the_halves_are_unclear(manager, body, cafe, split, south, language_field):
    halves = split("Nordost", "Nordwest")
    found = picture(manager, body, day=DAY)
    cells = {
        space.name: opened(found, Position(language_field.public_id, space.public_id))
        for space in (*halves, south)
    }
    assert {name: [each.missing for each in cell.unclear] for name, cell in cells.items()} == {
        "Nordost": [["stand für Nordviertel; Nordost oder Nordwest ist zu klären"]],
        "Nordwest": [["stand für Nordviertel; Nordost oder Nordwest ist zu klären"]],
        "Südstadt": [],
    }


def test_before_the_split_nothing_has_changed(manager, body, cafe, split, north, language_field):
    split("Nordost", "Nordwest")
    cell = picture(manager, body, day=YESTERDAY).coverage.cell(
        Position(language_field.public_id, north.public_id)
    )
    assert (cell.site.bit_count(), cell.unclear) == (1, 0)


def test_under_a_new_name_an_offer_counts_as_before(manager, body, cafe, split, language_field):
    (renamed,) = split("Nordstadt")
    cell = picture(manager, body, day=DAY).coverage.cell(
        Position(language_field.public_id, renamed.public_id)
    )
    assert cell.site.bit_count() == 1


def test_the_advice_names_the_offers_that_are_to_be_assigned(manager, body, cafe, split, north):
    split("Nordost", "Nordwest")
    (found,) = [each for each in advice(picture(manager, body, day=DAY)) if each.act == Act.FORMER]
    assert found.title == "Ein Angebot steht noch für „Nordviertel“"
    assert found.reason == (
        "Den Sozialraum gibt es nicht mehr; es folgten Nordost und Nordwest. Ob ein Angebot hier oder dort gilt, "
        "ist zu klären."
    )
    assert (found.space, found.offers) == (north.public_id, [cafe])

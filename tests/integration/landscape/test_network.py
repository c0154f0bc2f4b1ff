"""The network of actors: states of ties, figures, and when nobody is ranked."""

from __future__ import annotations

import datetime
from dataclasses import replace

import networkx
import pytest

from ratslinde.integration.landscape.rules.network import KnownTie, NetworkActor, TieState, network
from ratslinde.integration.landscape.rules.network_figures import field_ties, figures
from ratslinde.integration.landscape.rules.network_ranking import (
    betweenness,
    constraints,
    limits_on,
    ranks,
    why_not,
)

DAY = datetime.date(2026, 11, 22)
FIXTURE = "IM–KI IM–T IM–M T–M KI–J J–V J–B V–B M–R S–IM"


def heard(key: str, **more) -> NetworkActor:
    return NetworkActor(key=key, name=key, asked_on=DAY, answered_on=DAY, **more)


def silent(key: str) -> NetworkActor:
    return NetworkActor(key=key, name=key, asked_on=DAY)


def ties(pairs: str) -> list[KnownTie]:
    ends = [pair.split("–") for pair in pairs.split()]
    return [
        KnownTie(source=one, target=other, said_by_source=True, said_by_target=True) for one, other in ends
    ]


@pytest.fixture
def fixture():
    """The network of section 7.7 of the integration notes."""
    return network(
        [heard(key) for key in ("IM", "KI", "T", "M", "J", "V", "B", "R", "S", "X")], ties(FIXTURE), day=DAY
    )


class TestFixtureOf77:
    def test_density_components_and_isolates(self, fixture):
        found = figures(fixture)
        assert found.density == pytest.approx(0.2222, abs=5e-5)
        assert len(found.components) == 2
        assert found.isolates == ["X"]

    def test_articulation_points_and_bridges(self, fixture):
        found = figures(fixture)
        assert set(found.articulation) == {"IM", "J", "KI", "M"}
        assert set(found.bridges) == {("J", "KI"), ("IM", "KI"), ("M", "R"), ("IM", "S")}

    def test_betweenness(self, fixture):
        found = {row.key: round(row.betweenness, 4) for row in ranks(fixture)}
        named = {"IM": 0.5278, "KI": 0.4167, "J": 0.3333, "M": 0.1944}
        assert found == {**dict.fromkeys(("T", "V", "B", "R", "S", "X"), 0.0), **named}

    def test_constraint(self, fixture):
        found = {row.key: row.constraint and round(row.constraint, 4) for row in ranks(fixture)}
        assert found == {
            "IM": 0.3767, "KI": 0.5, "J": 0.6111, "M": 0.5347, "T": 0.8351, "V": 1.0069, "B": 1.0069, "R": 1.0,
            "S": 1.0, "X": None,
        }  # fmt: skip

    def test_without_the_integration_management_it_falls_into_four(self, fixture):
        assert figures(fixture, coordination="IM").without == [
            ["B", "J", "KI", "V"],
            ["M", "R", "T"],
            ["S"],
            ["X"],
        ]

    def test_rankings_are_suppressed_below_ten(self, fixture):
        assert why_not(figures(fixture), limits_on(DAY)) == ""
        nine = network(
            [actor for actor in fixture.actors.values() if actor.key != "X"], ties(FIXTURE), day=DAY
        )
        assert "nötig sind mindestens 10" in why_not(figures(nine), limits_on(DAY))


class TestStates:
    def state(self, *, source=None, target=None, **said) -> TieState | None:
        tie = KnownTie(source="A", target="B", **said)
        found = network([source or heard("A"), target or heard("B")], [tie], day=DAY)
        return found.pairs[0].state if found.pairs else None

    def test_both_sides_name_it(self):
        assert self.state(said_by_source=True, said_by_target=True) == "bestätigt"

    def test_the_other_side_denies_it(self):
        assert self.state(said_by_source=True, said_by_target=False) == "einseitig"

    def test_the_other_side_has_answered_without_naming_it(self):
        assert self.state(said_by_source=True) == "einseitig"
        assert self.state(said_by_target=True) == "einseitig"

    @pytest.mark.parametrize("other", [silent("B"), NetworkActor(key="B", name="B")])
    def test_the_other_side_was_not_asked_or_has_not_answered(self, other):
        assert self.state(said_by_source=True, target=other) == "unbekannt"

    def test_the_other_side_may_be_the_first_one(self):
        assert self.state(said_by_target=True, source=silent("A")) == "unbekannt"

    def test_both_deny_it(self):
        assert self.state(said_by_source=False, said_by_target=False) is None

    def test_nobody_names_it_and_one_denies_it(self):
        assert self.state(said_by_source=False, target=silent("B")) is None

    def test_nobody_has_said_anything_yet(self):
        assert self.state(source=silent("A")) == "unbekannt"
        assert self.state() is None

    def test_a_tie_that_ended_yesterday_or_begins_tomorrow_does_not_count(self):
        one = datetime.timedelta(days=1)
        said = {"said_by_source": True, "said_by_target": True}
        assert self.state(**said, end=DAY - one) is None
        assert self.state(**said, start=DAY + one) is None
        assert self.state(**said, start=DAY, end=DAY) == "bestätigt"

    def test_two_ties_of_a_pair_are_one_edge_in_the_surest_state(self):
        known = [
            KnownTie(source="B", target="A", kind="referral", directed=True, said_by_source=True),
            *ties("A–B"),
        ]
        found = network([heard("A"), heard("B")], known, day=DAY)
        assert [(pair.one, pair.other, pair.state, len(pair.ties)) for pair in found.pairs] == [
            ("A", "B", "bestätigt", 2)
        ]

    def test_a_tie_to_somebody_who_is_gone_is_left_out(self):
        assert network([heard("A")], ties("A–B"), day=DAY).pairs == []


class TestFigures:
    def test_density_is_among_respondents_only(self):
        found = network([heard("A"), heard("B"), heard("C"), silent("D")], ties("A–B A–D"), day=DAY)
        assert figures(found).density == pytest.approx(1 / 3)
        assert figures(found).response == pytest.approx(3 / 4)

    def test_with_less_than_two_answers_the_density_cannot_be_said(self):
        assert figures(network([heard("A"), silent("B")], ties("A–B"), day=DAY)).density is None

    def test_reciprocity_counts_only_where_both_were_heard(self):
        known = [*ties("A–B"), KnownTie(source="A", target="C", said_by_source=True),
                 KnownTie(source="A", target="D", said_by_source=True)]  # fmt: skip
        found = network([heard("A"), heard("B"), heard("C"), silent("D")], known, day=DAY)
        assert figures(found).reciprocity == pytest.approx(1 / 2)
        assert figures(network([heard("A")], [], day=DAY)).reciprocity is None

    def test_an_empty_network_has_no_figures_rather_than_zeros(self):
        found = figures(network([], [], day=DAY))
        assert (found.response, found.density, found.reciprocity, found.without) == (None, None, None, None)
        assert ranks(network([], [], day=DAY)) == []

    def test_fields_that_hang_on_one_actor_and_pairs_without_a_shared_one(self):
        actors = [
            heard("A", fields=frozenset({"sprache", "wohnen"})),
            heard("B", fields=frozenset({"sprache"})),
            heard("C", fields=frozenset({"arbeit"})),
        ]
        found = field_ties(network(actors, [], day=DAY), fields=["sprache", "wohnen", "arbeit", "sport"])
        assert found.single == [("wohnen", "A"), ("arbeit", "C")]
        assert found.empty == ["sport"]
        assert found.strangers == [("sprache", "arbeit"), ("wohnen", "arbeit")]


class TestRanking:
    def network_of(self, answered: int, asked: int, known: int):
        actors = [
            replace(
                NetworkActor(key=f"{at:03}", name=f"{at}"),
                asked_on=DAY if at < asked else None,
                answered_on=DAY if at < answered else None,
            )
            for at in range(known)
        ]
        return figures(network(actors, [], day=DAY))

    def test_it_needs_sixty_percent_of_answers(self):
        assert "5 von 10 Gefragten" in why_not(self.network_of(5, 10, 10), limits_on(DAY))
        assert why_not(self.network_of(6, 10, 10), limits_on(DAY)) == ""

    def test_three_answers_of_three_asked_are_not_enough_for_sixty_known(self):
        assert "3 von 60 bekannten" in why_not(self.network_of(3, 3, 60), limits_on(DAY))

    def test_nobody_asked_is_said_as_such(self):
        assert "niemand gefragt" in why_not(self.network_of(0, 0, 20), limits_on(DAY))

    def test_the_limits_are_parameters(self):
        limits = replace(limits_on(DAY), fewest=25, response=0.8)
        assert "mindestens 25" in why_not(self.network_of(20, 20, 20), limits)
        assert "80 %" in why_not(self.network_of(20, 30, 30), limits)

    @pytest.mark.parametrize("seed", range(5))
    def test_own_reckoning_equals_the_library(self, seed):
        graph = networkx.relabel_nodes(networkx.gnm_random_graph(60, 110, seed=seed), str)
        told: list[float] = []
        found = betweenness(graph, progress=told.append)
        assert found == pytest.approx(networkx.betweenness_centrality(graph))
        assert told == [pytest.approx(50 / 60), 1.0]
        theirs = {key: value for key, value in networkx.constraint(graph).items() if value == value}
        assert {
            key: value for key, value in constraints(graph).items() if value is not None
        } == pytest.approx(theirs)

    def test_the_surroundings_of_an_actor_are_its_partners_and_the_ties_between_them(self, fixture):
        found = fixture.surrounding("IM")
        assert sorted(found.actors) == ["IM", "KI", "M", "S", "T"]
        assert [(pair.one, pair.other) for pair in found.pairs] == [
            ("IM", "KI"), ("IM", "M"), ("IM", "S"), ("IM", "T"), ("M", "T"),
        ]  # fmt: skip

"""The rows as a network, and what stands on the map."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ratslinde.accounts.models import User
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor
from ratslinde.integration.landscape.queries.maps import map_picture, rings_of
from ratslinde.integration.landscape.queries.network import (
    coordination_on,
    coordinations,
    network_picture,
    stored_network,
    why_no_names,
)
from ratslinde.integration.landscape.rules.network_figures import figures
from ratslinde.integration.landscape.values import GivenSite
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused


@pytest.fixture
def library(manager, body) -> Actor:
    return actions.add_actor(manager, body, name="Bibliothek am Anger")


def numbers(run) -> int:
    with CaptureQueriesContext(connection) as captured:
        run()
    return len(captured)


class TestNetwork:
    def test_one_side_reported_is_unknown_until_the_other_is_heard(self, manager, body, association, library):
        actions.report_cooperation(manager, association, target=library, kind="cooperation", confirmed=True)
        pair = network_picture(manager, body).network.pairs[0]
        assert pair.state == "unbekannt"
        Actor.objects.filter(pk=library.pk).update(network_answered_on=clock.today())
        assert network_picture(manager, body).network.pairs[0].state == "einseitig"
        actions.report_cooperation(manager, library, target=association, kind="cooperation", confirmed=True)
        assert network_picture(manager, body).network.pairs[0].state == "bestätigt"

    def test_an_ended_tie_and_an_archived_actor_do_not_count(self, manager, body, association, library):
        ended = clock.today() - datetime.timedelta(days=1)
        actions.report_cooperation(
            manager, association, target=library, kind="funding", confirmed=True, end=ended
        )
        assert network_picture(manager, body).network.pairs == []
        actions.report_cooperation(manager, association, target=library, kind="cooperation", confirmed=True)
        actions.archive_actor(manager, library, reason="Aufgelöst")
        found = network_picture(manager, body).network
        assert (list(found.actors), found.pairs) == ([association.public_id], [])

    def test_fields_come_from_activities_and_offers(
        self, manager, body, association, library, cafe, vocabulary
    ):
        field = vocabulary["handlungsfeld"].terms.get(code="schule")
        actions.set_activity(manager, library, field=field, role="advises")
        found = network_picture(manager, body)
        names = dict(found.fields)
        active = {
            actor.name: sorted(names[field] for field in actor.fields)
            for actor in found.network.actors.values()
        }
        assert active == {
            "Brücke Lindenhagen e. V.": ["Sprache"],
            "Bibliothek am Anger": ["Schule und Ausbildung"],
        }

    def test_the_worker_sees_the_same_actors_and_pairs(self, manager, body, association, library):
        actions.report_cooperation(manager, association, target=library, kind="cooperation", confirmed=True)
        seen, stored = network_picture(manager, body).network, stored_network(body)
        assert (set(seen.actors), seen.pairs) == (set(stored.actors), stored.pairs)

    def test_nobody_coordinates_until_the_town_says_so_whatever_somebody_is_called(self, manager, body):
        actions.add_actor(manager, body, name="Integrationsmanagement der Stadt")
        assert network_picture(manager, body).coordination == ""

    def test_who_coordinates_is_set_from_a_day_on(self, manager, planner, body, association, library):
        day = clock.today()
        before, after = day - datetime.timedelta(days=9), day + datetime.timedelta(days=9)
        actions.set_coordination(planner, body, actor=association, valid_from=day)
        actions.set_coordination(manager, body, actor=library, valid_from=after)
        rows = coordinations(manager, body)
        assert [row.actor for row in rows] == [library, association]
        assert coordination_on(rows, before) is None
        assert network_picture(manager, body).coordination == association.public_id
        assert network_picture(manager, body, day=before).coordination == ""
        assert network_picture(manager, body, day=after).coordination == library.public_id
        actions.set_coordination(manager, body, actor=None, valid_from=day)
        assert network_picture(manager, body).coordination == ""
        assert Entry.objects.filter(verb="network.decide", subject=body.public_id).count() == 3

    def test_who_was_put_away_coordinates_no_more_and_cannot_be_set(self, manager, body, library):
        actions.set_coordination(manager, body, actor=library, valid_from=clock.today())
        actions.archive_actor(manager, library, reason="Aufgelöst")
        assert network_picture(manager, body).coordination == ""
        library.refresh_from_db()
        with pytest.raises(Refused):
            actions.set_coordination(manager, body, actor=library, valid_from=clock.today())

    def test_who_was_merged_into_another_coordinates_as_that_one(self, manager, body, association, library):
        actions.set_coordination(manager, body, actor=library, valid_from=clock.today())
        actions.merge_actors(manager, association, other=library, take={})
        assert network_picture(manager, body).coordination == association.public_id

    def test_names_are_ranked_for_management_and_planning_only(
        self, manager, planner, reader, department, body
    ):
        for number in range(10):
            row = actions.add_actor(manager, body, name=f"Verein {number}")
            Actor.objects.filter(pk=row.pk).update(network_answered_on=clock.today())
        found = network_picture(reader, body).network
        reasons = {
            person.email: why_no_names(person, found, figures(found)) for person in (manager, planner, reader)
        }
        assert reasons[manager.email] == reasons[planner.email] == ""
        assert reasons[reader.email].startswith("Wer im Netz zwischen anderen steht")
        assert why_no_names(department, found, figures(found)) == reasons[reader.email]

    def test_strangers_see_neither_network_nor_map(self, body):
        stranger = User.objects.create(email="fremd@lindenhagen.example")
        for read in (network_picture, map_picture):
            with pytest.raises(Forbidden):
                read(stranger, body)

    def test_more_actors_and_ties_take_no_more_queries(self, manager, body, association, library):
        actions.report_cooperation(manager, association, target=library, kind="cooperation", confirmed=True)
        few = numbers(lambda: network_picture(manager, body))
        for number in range(5):
            other = actions.add_actor(manager, body, name=f"Verein {number}")
            actions.report_cooperation(manager, association, target=other, kind="cooperation", confirmed=True)
        assert numbers(lambda: network_picture(manager, body)) == few


class TestMap:
    def test_places_with_what_is_there_and_what_has_no_place(
        self, manager, body, association, cafe, library, house
    ):
        online = actions.add_offer(manager, library, name="Sprechstunde", mode="online")
        found = map_picture(manager, body)
        assert [(each.place, [entry.name for entry in each.entries]) for each in found.places] == [
            (house, ["Brücke Lindenhagen e. V.", "Sprachcafé"])
        ]
        assert [(entry.name, why) for entry, why in found.nowhere] == [
            ("Bibliothek am Anger", "Der Sitz ist nicht bekannt."),
            (online.name, "Es findet online statt, an keinem festen Ort."),
        ]

    def test_a_place_without_coordinates_is_said_to_have_none(self, manager, body, library):
        place = actions.add_place(manager, body, name="Bürgertreff")
        actions.add_offer(manager, library, name="Frühstück", mode="on_site", sites=[GivenSite(place=place)])
        assert ("Frühstück", "Der Ort hat keine Koordinaten.") in [
            (entry.name, why) for entry, why in map_picture(manager, body).nowhere
        ]

    def test_only_actors_only_offers_only_a_field(
        self, manager, body, association, cafe, language_field, vocabulary
    ):
        def names(**asked):
            return [
                entry.name for each in map_picture(manager, body, **asked).places for entry in each.entries
            ]

        assert names(what="akteure") == ["Brücke Lindenhagen e. V."]
        assert names(what="angebote") == ["Sprachcafé"]
        assert names(field=language_field.public_id) == ["Brücke Lindenhagen e. V.", "Sprachcafé"]
        other = vocabulary["handlungsfeld"].terms.get(code="wohnen")
        assert names(field=other.public_id) == []

    def test_what_is_archived_or_has_ended_is_not_on_the_map(self, manager, body, association, cafe):
        actions.edit_offer(manager, cafe, changes={"status": "defunct"}, revision=cafe.revision)
        assert [entry.name for each in map_picture(manager, body).places for entry in each.entries] == [
            association.name
        ]

    def test_spaces_of_another_time_are_not_drawn(self, manager, body, north, south):
        actions.edit_space(
            manager, south, changes={"valid_until": datetime.date(2020, 1, 1)}, revision=south.revision
        )
        found = map_picture(manager, body).spaces
        assert found == [north]
        assert [len(ring) for ring in rings_of(found[0])] == [5]

    def test_more_places_take_no_more_queries(self, manager, body, association, cafe):
        few = numbers(lambda: map_picture(manager, body))
        for number in range(3):
            place = actions.add_place(manager, body, name=f"Haus {number}", latitude=51.77, longitude=8.06)
            offer = actions.add_offer(
                manager, association, name=f"Treff {number}", sites=[GivenSite(place=place)]
            )
            assert offer.pk
        assert numbers(lambda: map_picture(manager, body)) == few

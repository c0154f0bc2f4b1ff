"""Undoing several mergings, each in its turn, and mergings of what has parts of its own."""

from __future__ import annotations

import datetime
import uuid

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, FieldChange, Merger, Offer, Place
from ratslinde.integration.landscape.queries import mergers
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite, plain
from ratslinde.kernel.errors import Refused
from tests.integration.landscape.merged import desk_rows, merged, public_values, published

TUESDAY = GivenSchedule(
    start=datetime.date(2026, 1, 6), opens_at=datetime.time(16), frequency="WEEKLY", days="TU"
)
FRIDAY = GivenSchedule(
    start=datetime.date(2026, 1, 9), opens_at=datetime.time(9), frequency="WEEKLY", days="FR"
)


def again(row):
    """The row as it stands."""
    return type(row).objects.get(pk=row.pk)


def stand() -> tuple[object, object]:
    return desk_rows(), public_values()


@pytest.fixture
def third(manager, body) -> Actor:
    return actions.add_actor(manager, body, name="Dritter Verein", description="Noch einer.")


def test_what_came_later_is_undone_first(manager, association, club, third):
    association, club, third = published(manager, association, club, third)
    apart = stand()
    first, kept = merged(manager, association, club, website="https://neu.example/")
    with_one = stand()
    for row, other in ((kept, third), (third, kept)):
        later, both = merged(manager, again(row), again(other), description="Anders.")
        with pytest.raises(Refused, match="Bitte zuerst das zurücknehmen"):
            actions.unmerge(manager, again(association), merger=first)
        actions.unmerge(manager, both, merger=later)
        assert stand() == with_one
    actions.unmerge(manager, again(association), merger=first)
    assert stand() == apart


def test_what_was_merged_into_both_goes_back_one_after_the_other(manager, association, club, third):
    first, _ = merged(manager, association, club)
    later, kept = merged(manager, again(association), third)
    found = {each.name: each.reasons for each in mergers.merged_into(manager, kept)}
    assert found["Dritter Verein"] == []
    assert "Danach ist noch etwas mit „Brücke Lindenhagen e. V.“ zusammengeführt" in found["Bruecke e.V."][0]
    actions.unmerge(manager, kept, merger=later)
    actions.unmerge(manager, again(association), merger=first)
    assert not Merger.objects.filter(undone_at=None).exists()


def test_an_offer_has_its_own_sites_and_times_again_by_their_own_ids(
    manager, body, association, cafe, house, north, south
):
    ring = actions.add_place(
        manager, body, name="Ring", street_address="Am Ring 5", latitude=51.75, longitude=8.05
    )
    own = [GivenSite(place=house, schedules=(TUESDAY,), spaces=(north,), standard_id=uuid.uuid4())]
    theirs = [GivenSite(place=house, schedules=(FRIDAY,)), GivenSite(place=ring, spaces=(south,))]
    cafe = actions.edit_offer(manager, cafe, changes={"sites": own}, revision=cafe.revision)
    other = actions.add_offer(manager, association, name="Sprachcafe", description="Treff.", sites=theirs)
    _, cafe, other = published(manager, association, cafe, other)
    apart = stand()
    merger, kept = merged(manager, cafe, other, sites=theirs, languages=[GivenLanguage("ar")])
    assert mergers.hanging(merger) == ""
    kept = actions.edit_offer(manager, kept, changes={"sites": theirs}, revision=kept.revision)
    seen = kept.revision
    actions.unmerge(manager, kept, merger=merger)
    assert stand() == apart
    assert again(cafe).revision > seen
    told = FieldChange.objects.filter(subject=cafe.public_id, field="sites").latest("pk")
    assert told.after == plain(again(cafe), "sites")


def test_places_are_parted_after_their_offers(manager, body, association, cafe, house):
    twin = actions.add_place(manager, body, name="Haus d. Kulturen", street_address="Am Ring 5")
    at_twin = {"sites": [GivenSite(place=twin, schedules=(TUESDAY,))]}
    published(manager, association, cafe)
    actions.edit_offer(manager, cafe, changes=at_twin, revision=cafe.revision)
    other = actions.add_offer(manager, association, name="Sprachcafe", description="Treff.")
    published(manager, association, cafe, other)
    apart = stand()
    of_places, place = merged(manager, Place.objects.get(pk=house.pk), Place.objects.get(pk=twin.pk))
    of_offers, offer = merged(manager, again(cafe), again(other), sites=[GivenSite(place=place)])
    assert "danach geändert" in actions.reasons_against(of_places, place)[0]
    actions.unmerge(manager, offer, merger=of_offers)
    actions.unmerge(manager, again(place), merger=of_places)
    assert stand() == apart


def test_actors_that_came_along_go_back_and_are_named(manager, body, association, club):
    local = actions.add_actor(manager, body, name="Ortsgruppe", description="Teil.", parent=club)
    association, club, local = published(manager, association, club, local)
    apart = stand()
    merger, kept = merged(manager, association, club)
    assert "1 Akteur" in mergers.hanging(merger)
    actions.unmerge(manager, kept, merger=merger)
    assert stand() == apart


def test_two_that_belonged_to_each_other_do_so_again(manager, association, club):
    association = actions.edit_actor(
        manager, association, changes={"parent": club}, revision=association.revision
    )
    apart = stand()
    merger, kept = merged(manager, association, club)
    assert kept.parent is None
    actions.unmerge(manager, kept, merger=merger)
    assert stand() == apart


def test_a_merging_that_is_undone_keeps_nothing_of_the_entries(manager, association, club):
    merger, kept = merged(manager, association, club)
    actions.unmerge(manager, kept, merger=merger)
    merger.refresh_from_db()
    assert (merger.traces, merger.stood) == ([], {})
    assert not Offer.objects.filter(actor=association).exists()


def test_moments_come_back_to_the_microsecond(manager, association, club):
    moment = datetime.datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=datetime.UTC)
    club.activities.update(created_at=moment)
    merger, kept = merged(manager, association, club)
    actions.unmerge(manager, kept, merger=merger)
    assert set(club.activities.values_list("created_at", flat=True)) == {moment}


def test_actors_are_parted_after_their_offers(manager, association, club, cafe):
    apart = desk_rows()
    of_actors, kept = merged(manager, association, club)
    of_offers, offer = merged(manager, Offer.objects.get(name="Chor"), again(cafe))
    assert "Danach ist noch etwas mit „Chor“ zusammengeführt worden: „Sprachcafé“" in " ".join(
        actions.reasons_against(of_actors, kept)
    )
    actions.unmerge(manager, offer, merger=of_offers)
    actions.unmerge(manager, again(kept), merger=of_actors)
    assert desk_rows() == apart


def test_a_later_merging_of_what_is_gone_for_good_is_named_without_a_name(manager, association, club, third):
    first, _ = merged(manager, association, club)
    _, kept = merged(manager, again(association), third)
    third.delete()
    assert "zusammengeführt worden: „…“" in actions.reasons_against(first, kept)[0]

"""Undoing a merging: both entries stand as before, in the desk and in public, or the reason why not is said."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape import actions, previews
from ratslinde.integration.landscape.models import Actor, ContactPerson, Offer, Place
from ratslinde.integration.landscape.queries import actors, mergers
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.journal.models import Entry
from ratslinde.kernel.errors import Conflict, Forbidden, Refused
from ratslinde.record import outlet
from tests.integration.landscape.merged import desk_rows, merged, public_values


def test_two_actors_stand_as_before_with_all_that_hung_on_them(manager, association, club):
    for row in (association, club, *club.offers.all()):
        (actions.publish_actor if isinstance(row, Actor) else actions.publish_offer)(manager, row)
    association.refresh_from_db()
    before, public = desk_rows(), public_values()
    merger, kept = merged(manager, association, club, website=club.website, name="Bruecke e.V.")
    assert (
        mergers.hanging(merger)
        == "1 Angebot, 1 Ansprechperson, 2 Tätigkeiten, 1 Zusammenarbeit, 1 Übersetzung"
    )
    assert public_values() != public
    actions.unmerge(manager, kept, merger=merger)
    assert desk_rows() == before
    assert public_values() == public
    assert actors.actor(manager, club.public_id) == club
    assert Entry.objects.filter(verb="landscape.unmerge", subject=association.public_id).exists()
    with pytest.raises(Refused, match="schon rückgängig"):
        actions.unmerge(manager, Actor.objects.get(pk=association.pk), merger=merger)


def test_two_offers_stand_as_before(manager, association, cafe):
    actions.publish_actor(manager, association)
    other = actions.add_offer(manager, association, name="Sprachcafe", description="Treff.")
    for row in (cafe, other):
        actions.publish_offer(manager, row)
    before, public = desk_rows(), public_values()
    merger, kept = merged(manager, Offer.objects.get(pk=cafe.pk), other, description="Treff.")
    actions.unmerge(manager, kept, merger=merger)
    assert desk_rows() == before
    assert public_values() == public
    assert outlet.by_path(f"angebote/{other.public_id}/").title == "Sprachcafe"


def test_two_places_stand_as_before_and_an_offer_at_both_is_at_both_again(manager, body, house, cafe):
    twin = actions.add_place(manager, body, name="Haus d. Kulturen", street_address="Am Ring 5")
    weekly = GivenSchedule(
        start=datetime.date(2026, 1, 6), opens_at=datetime.time(16), frequency="WEEKLY", days="TU"
    )
    friday = GivenSchedule(
        start=datetime.date(2026, 1, 9), opens_at=datetime.time(9), frequency="WEEKLY", days="FR"
    )
    sites = [GivenSite(place=house, schedules=(weekly,)), GivenSite(place=twin, schedules=(weekly, friday))]
    actions.edit_offer(manager, cafe, changes={"sites": sites}, revision=cafe.revision)
    actions.publish_actor(manager, cafe.actor)
    actions.publish_offer(manager, Offer.objects.get(pk=cafe.pk))
    house, twin = Place.objects.get(pk=house.pk), Place.objects.get(pk=twin.pk)
    before, public = desk_rows(), public_values()
    where = {
        name: getattr(twin, name)
        for name in ("street_address", "postal_code", "locality", "latitude", "longitude")
    }
    merger, kept = merged(manager, house, twin, **where)
    assert (kept.latitude, kept.space) == (None, None)
    actions.unmerge(manager, kept, merger=merger)
    assert desk_rows() == before
    assert public_values() == public


def test_a_street_is_never_joined_to_the_position_of_another_place(manager, body, house):
    twin = actions.add_place(manager, body, name="Haus d. Kulturen", street_address="Am Ring 5")
    with pytest.raises(Refused, match="gehören zusammen"):
        actions.merge_places(manager, house, other=twin, take={"street_address": "Am Ring 5"})


def change_name(manager, kept):
    actions.edit_actor(manager, kept, changes={"name": "Ganz anders"}, revision=kept.revision)


def end_activity(manager, kept):
    actions.remove_activity(manager, kept, activity=kept.activities.get(role="leads"))


def put_away(manager, kept):
    kept.offers.update(publication="draft")
    actions.archive_actor(manager, kept, reason="aufgelöst")


def merge_on(manager, kept):
    third = actions.add_actor(manager, kept.body, name="Dritter")
    actions.merge_actors(manager, third, other=kept, take={})


def move_offer(manager, kept):
    Offer.objects.filter(name="Chor").update(actor=Actor.objects.get(name="Schule"))


@pytest.mark.parametrize(
    ("touch", "reason"),
    [
        (change_name, "ist danach geändert worden: Name."),
        (end_activity, "ist danach geändert worden: Tätigkeiten."),
        (put_away, "ist inzwischen abgelegt"),
        (merge_on, "inzwischen selbst mit einem anderen Eintrag zusammengeführt"),
        (move_offer, "„Chor“ ist danach geändert worden."),
    ],
)
def test_what_was_touched_since_is_left_and_the_reason_said(manager, association, club, touch, reason):
    merger, kept = merged(manager, association, club)
    touch(manager, kept)
    kept = Actor.objects.get(pk=kept.pk)
    stands = desk_rows()
    assert reason in " ".join(actions.reasons_against(merger, kept))
    with pytest.raises(Refused):
        actions.unmerge(manager, kept, merger=merger)
    assert desk_rows() == stands


def test_asking_and_erasing_a_contact_do_not_stand_in_the_way(manager, association, club):
    merger, kept = merged(manager, association, club)
    actions.mark_asked(manager, kept)
    actions.erase_contact(manager, ContactPerson.objects.get(), reason="Bitte der Person")
    kept = Actor.objects.get(pk=kept.pk)
    actions.unmerge(manager, kept, merger=merger)
    assert not ContactPerson.objects.exists()
    assert Actor.objects.get(pk=club.pk).archived_at is None


def test_what_becomes_public_by_it_was_seen_before(manager, association, club):
    for row in (association, club):
        actions.publish_actor(manager, row)
    merger, kept = merged(manager, Actor.objects.get(pk=association.pk), club)
    found = previews.preview_unmerging(manager, merger, kept)
    assert {(each.title, each.state) for each in found} == {
        ("Brücke Lindenhagen e. V.", "changed"), ("Bruecke e.V.", "new"),
    }  # fmt: skip
    assert Actor.objects.get(pk=club.pk).archived_at is not None
    with pytest.raises(Conflict):
        actions.unmerge(manager, kept, merger=merger, seen="anderes")


def test_an_entry_that_was_deleted_for_good_does_not_come_back(manager, house, body):
    twin = actions.add_place(manager, body, name="Haus d. Kulturen")
    merger, kept = merged(manager, house, twin)
    Place.objects.filter(pk=twin.pk).delete()
    assert actions.reasons_against(merger, kept) == [
        "Etwas, das damals zu einem der beiden gehörte, gibt es nicht mehr."
    ]


def test_an_older_merging_says_that_it_stays(manager, association, club):
    merger, kept = merged(manager, association, club)
    merger.delete()
    assert [each.reasons for each in mergers.merged_into(manager, kept)] == [[mergers.TOO_OLD]]


def test_who_may_not_merge_undoes_nothing(planner, manager, association, club):
    merger, kept = merged(manager, association, club)
    assert mergers.merged_into(planner, kept) == []
    with pytest.raises(Forbidden):
        actions.unmerge(planner, kept, merger=merger)

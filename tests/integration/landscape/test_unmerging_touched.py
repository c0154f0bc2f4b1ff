"""What somebody did between a merging and its undoing: it stands, or stands in the way and is named."""

from __future__ import annotations

import json

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.actions.undoing import batch_of_undoing
from ratslinde.integration.landscape.models import (
    Actor,
    ContactPerson,
    Offer,
    Place,
    SocialSpace,
    Translation,
)
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record.models import Published
from tests.integration.landscape.merged import desk_rows, merged, published

NOWHERE = {"type": "Polygon", "coordinates": [[[9.0, 51.7], [9.1, 51.7], [9.1, 51.8], [9.0, 51.7]]]}


def again(row):
    """The row as it stands."""
    return type(row).objects.get(pk=row.pk)


def refused(account, merger, kept) -> str:
    """Why it is not undone; nothing has moved by trying."""
    stands = desk_rows()
    with pytest.raises(Refused) as refusal:
        actions.unmerge(account, again(kept), merger=merger)
    assert desk_rows() == stands
    return refusal.value.message


def test_a_contact_of_the_one_at_an_offer_of_the_other_is_named(manager, association, club):
    merger, kept = merged(manager, association, club)
    ours = actions.add_contact(manager, kept, function="Büro")
    chor = Offer.objects.get(name="Chor")
    actions.edit_offer(manager, chor, changes={"contact": ours}, revision=chor.revision)
    assert "„Chor“ nennt eine Ansprechperson, die nicht zum selben Eintrag" in refused(manager, merger, kept)


def test_an_offer_does_not_stay_public_with_a_provider_that_is_not(manager, association, club):
    merger, kept = merged(manager, association, club)
    published(manager, kept, Offer.objects.get(name="Chor"))
    assert "„Chor“ ist inzwischen öffentlich, sein Anbieter wäre es nicht" in refused(manager, merger, kept)


def test_translations_that_aged_by_it_are_up_to_date_again_but_not_those_made_since(
    manager, association, club
):
    actions.translate(manager, association, field="name", language="en", text="Bridge", state="checked")
    apart = desk_rows()
    merger, kept = merged(manager, association, club, name="Bruecke")
    assert Translation.objects.get(text="Bridge").outdated_at
    actions.translate(manager, kept, field="name", language="tr", text="Köprü", state="checked")
    actions.unmerge(manager, kept, merger=merger)
    assert Translation.objects.get(text="Köprü").outdated_at
    Translation.objects.filter(text="Köprü").delete()
    assert desk_rows() == apart


def test_a_translation_made_anew_since_stands_in_the_way(manager, association, club):
    actions.translate(manager, association, field="name", language="en", text="Bridge", state="checked")
    merger, kept = merged(manager, association, club, name="Bruecke")
    actions.translate(manager, kept, field="name", language="en", text="Bruecke", state="checked")
    assert "Übersetzungen" in refused(manager, merger, kept)


def test_a_translation_of_the_one_that_is_put_away_stands_in_the_way(manager, association, club):
    merger, kept = merged(manager, association, club)
    actions.translate(manager, club, field="name", language="en", text="The bridge", state="checked")
    assert refused(manager, merger, kept) == "„Bruecke e.V.“ (Übersetzungen) ist danach geändert worden."


def test_actors_never_belong_to_each_other_in_a_circle(manager, body, association, club):
    above = actions.add_actor(manager, body, name="Verband")
    part = actions.add_actor(manager, body, name="Ortsgruppe", parent=club)
    club = actions.edit_actor(manager, club, changes={"parent": above}, revision=club.revision)
    merger, kept = merged(manager, association, club)
    actions.edit_actor(manager, above, changes={"parent": again(part)}, revision=above.revision)
    assert "zu einem seiner eigenen Teile gehören" in refused(manager, merger, kept)


def test_what_was_taken_from_the_public_since_does_not_come_back_there(manager, association, club):
    association, club = published(manager, association, club)
    merger, kept = merged(manager, association, club)
    actions.withdraw_actor(manager, again(kept), reason="Bitte des Vereins")
    actions.unmerge(manager, again(kept), merger=merger)
    assert {row.publication for row in (again(association), again(club))} == {"withdrawn"}
    assert Published.objects.get(pk=club.public_id).deleted


def test_a_draft_stays_a_draft_when_the_other_was_taken_from_the_public_since(manager, association, club):
    (association,) = published(manager, association)
    merger, kept = merged(manager, association, club)
    actions.withdraw_actor(manager, again(kept), reason="Bitte des Vereins")
    actions.unmerge(manager, again(kept), merger=merger)
    assert again(club).publication == "draft"


def test_what_nobody_had_checked_is_unchecked_again(manager, association, club):
    Actor.objects.filter(pk=association.pk).update(unchecked=["name", "phone"])
    apart = desk_rows()
    merger, kept = merged(manager, again(association), club, name="Bruecke")
    assert kept.unchecked == ["phone"]
    actions.unmerge(manager, kept, merger=merger)
    assert desk_rows() == apart
    merger, kept = merged(manager, again(association), again(club), name="Bruecke")
    Actor.objects.filter(pk=kept.pk).update(unchecked=[])
    assert "(geprüfte Angaben) ist danach geändert worden" in refused(manager, merger, kept)


def test_a_field_that_was_taken_back_and_forth_in_the_history_comes_back_too(manager, association, club):
    apart = desk_rows()
    merger, kept = merged(manager, association, club, name="Bruecke")
    actions.undo(manager, batch=merger.batch)
    actions.undo(manager, batch=batch_of_undoing(merger.batch))
    actions.unmerge(manager, again(kept), merger=merger)
    assert desk_rows() == apart


def test_a_note_written_since_stays(manager, association, club):
    merger, kept = merged(manager, association, club, note="Aus dem anderen")
    actions.edit_actor(manager, kept, changes={"note": "Neu"}, revision=kept.revision)
    actions.unmerge(manager, again(kept), merger=merger)
    assert again(association).note == "Neu"


def test_a_social_space_set_by_hand_comes_back_after_boundaries_moved(manager, body, house, south):
    hand = actions.add_space(manager, body, name="Mitte")
    by_hand = {"space": hand, "space_by_hand": True}
    house = actions.edit_place(manager, house, changes=by_hand, revision=house.revision)
    twin = actions.add_place(manager, body, name="Haus", latitude=51.75, longitude=8.05)
    point = ("street_address", "postal_code", "locality", "latitude", "longitude")
    merger, kept = merged(manager, house, again(twin), **{name: getattr(twin, name) for name in point})
    assert kept.space == south
    actions.edit_space(manager, south, changes={"geometry": NOWHERE}, revision=south.revision)
    actions.unmerge(manager, again(kept), merger=merger)
    assert (again(house).space, again(house).space_by_hand) == (hand, True)


def test_a_social_space_chosen_since_stands_in_the_way(manager, body, house, south):
    twin = actions.add_place(manager, body, name="Haus", space=south, space_by_hand=True)
    bare = actions.add_place(manager, body, name="Haus am Ring")
    merger, kept = merged(manager, bare, twin)
    assert kept.space == south
    actions.edit_place(manager, kept, changes={"space": house.space}, revision=kept.revision)
    assert refused(manager, merger, kept) == "„Haus am Ring“ ist danach geändert worden: Sozialraum."


def test_what_was_active_in_a_space_that_is_gone_does_not_come_back(
    manager, association, club, north, language_field
):
    actions.set_activity(manager, club, field=language_field, role="offers", spaces=[north])
    merger, kept = merged(manager, association, club)
    Place.objects.update(space=None)
    SocialSpace.objects.filter(pk=north.pk).delete()
    assert "gibt es nicht mehr" in refused(manager, merger, kept)


def test_erasing_the_contact_of_an_offer_does_not_stand_in_the_way(manager, association, cafe):
    asked = actions.add_contact(manager, association, function="Büro")
    cafe = actions.edit_offer(manager, cafe, changes={"contact": asked}, revision=cafe.revision)
    other = actions.add_offer(manager, association, name="Sprachcafe", description="Treff.")
    merger, kept = merged(manager, cafe, other, name="Sprachcafe")
    actions.erase_contact(manager, asked, reason="Bitte der Person")
    actions.unmerge(manager, again(kept), merger=merger)
    assert (again(cafe).name, again(cafe).contact) == ("Sprachcafé", None)


def test_nobody_who_was_erased_and_no_consent_that_was_taken_back_comes_back(manager, association, club):
    consent = {"family_name": "Lindner", "name_consent_on": clock.today()}
    asked, erased = (
        actions.add_contact(manager, club, function=each, given_name=each, **consent)
        for each in ("Ina", "Udo")
    )
    chor = club.offers.get()
    actions.edit_offer(manager, chor, changes={"contact": asked}, revision=chor.revision)
    association, club, _ = published(manager, association, club, chor)
    merger, kept = merged(manager, association, club)
    assert "Lindner" not in json.dumps([merger.traces, merger.stood])
    assert "Lindner" in Published.objects.get(pk=kept.public_id).standalone
    actions.edit_contact(manager, again(asked), changes={"name_consent_on": None}, revision=asked.revision)
    actions.erase_contact(manager, again(erased), reason="Bitte der Person")
    actions.unmerge(manager, again(kept), merger=merger)
    assert not Published.objects.filter(standalone__contains="Lindner").exists()
    assert [each.actor for each in ContactPerson.objects.filter(family_name="Lindner")] == [club]

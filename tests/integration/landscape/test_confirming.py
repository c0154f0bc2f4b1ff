"""Who confirms an entry that stands in public as it stands here has its day in public at once, and nothing else."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from ratslinde.accounts.automaton import automaton
from ratslinde.integration.keeping import actions as keeping
from ratslinde.integration.keeping import links
from ratslinde.integration.landscape import actions, changing
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.queries.history import history
from ratslinde.integration.landscape.queries.standing import changed
from ratslinde.journal.history import entries_of
from ratslinde.kernel import clock
from ratslinde.record import outlet
from ratslinde.record.models import Version
from tests.desk.conftest import at_desk
from tests.integration.keeping.test_keeping import _no_haste, _plain_static_files, answered

__all__ = ["_no_haste", "_plain_static_files"]

TODAY = clock.today


@pytest.fixture
def public(manager, association, cafe) -> tuple[Actor, Offer]:
    """Both as they stand in public: confirmed on 1 August and never."""
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    Version.objects.update(stamp=clock.now() - datetime.timedelta(days=1))
    for rows in (Actor.objects, Offer.objects):
        rows.update(stated_at=clock.now() - datetime.timedelta(days=2))
    return Actor.objects.get(pk=association.pk), Offer.objects.get(pk=cafe.pk)


def days(actor: Actor, offer: Offer) -> tuple[str | None, str | None]:
    """The days that stand in public."""
    return (
        outlet.by_path(f"akteure/{actor.public_id}/").hsds.get("x_assured_date"),
        outlet.by_path(f"angebote/{offer.public_id}/").hsds.get("assured_date"),
    )


def test_a_confirmation_alone_is_public_at_once(manager, body, public):
    actor, offer = public
    assert days(actor, offer) == (None, "2026-08-01")
    actions.confirm_actor(manager, actor, by="Vorstand")
    actions.confirm_offer(manager, offer, by="Vorstand")
    assert days(actor, offer) == (TODAY().isoformat(),) * 2
    assert changed(manager, body) == []
    assert entries_of([offer.public_id])[0].verb == "offer.confirm"


def test_the_answer_of_an_actor_by_its_link_is_public_at_once_and_one_publication(manager, body, public):
    actor, offer = public
    link, _ = links.new_link(actor, email="bruecke@lindenhagen.example")
    before = Version.objects.count()
    keeping.answer(automaton(), link, actor_changes={}, offer_changes={})
    assert days(actor, offer) == (TODAY().isoformat(),) * 2
    assert changed(manager, body) == []
    versions = list(Version.objects.order_by("pk"))[before:]
    assert (len(versions), len({each.stamp for each in versions})) == (2, 1)


def test_what_waits_to_be_published_is_not_carried_out_by_a_confirmation(manager, body, public):
    actor, offer = public
    offer = actions.edit_offer(manager, offer, changes={"alert": "Noch geheim"}, revision=offer.revision)
    assert actions.day_waits(offer)
    offer = actions.confirm_offer(manager, offer, by="Vorstand")
    assert (offer.confirmed_on, days(actor, offer)[1]) == (TODAY(), "2026-08-01")
    assert "alert" not in outlet.by_path(f"angebote/{offer.public_id}/").hsds
    assert changed(manager, body) == [offer]


@pytest.mark.parametrize("part", ["activity", "language", "translation", "contact"])
def test_a_part_that_waits_holds_the_day_back_too(manager, public, language_field, part):
    actor, offer = public
    if part == "activity":
        actions.set_activity(manager, actor, field=language_field, role="refers")
    if part == "contact":
        actions.add_contact(manager, actor, function="Vorstand")
    if part == "translation":
        actions.translate(manager, offer, field="name", language="en", text="Language café", state="checked")
    if part == "language":
        offer.languages.all().delete()
    row = actor if part in ("activity", "contact") else offer
    assert actions.day_waits(row)
    {Actor: actions.confirm_actor, Offer: actions.confirm_offer}[type(row)](manager, row, by="Vorstand")
    assert days(actor, offer) == (None, "2026-08-01")


def test_a_draft_and_what_was_taken_back_stay_inside(manager, public):
    actor, offer = public
    actions.withdraw_offer(manager, offer, reason="Pause")
    offer = Offer.objects.get(pk=offer.pk)
    actions.confirm_offer(manager, offer, by="Vorstand")
    assert outlet.by_path(f"angebote/{offer.public_id}/").deleted
    draft = actions.add_actor(manager, actor.body, name="Initiative", description="Neu.")
    actions.confirm_actor(manager, draft, by="Vorstand")
    assert outlet.by_path(f"akteure/{draft.public_id}/") is None


def test_who_was_only_asked_or_noted_has_nothing_to_publish(manager, body, public):
    actor, offer = public
    actions.mark_asked(manager, actor)
    actions.edit_offer(manager, offer, changes={"note": "Telefonat am Montag"}, revision=offer.revision)
    assert changed(manager, body) == []


def test_many_confirmed_at_once_are_public_at_once_and_come_back_as_one(manager, body, public):
    actor, offer = public
    day = {"confirmed_on": TODAY(), "confirmed_by": "Integrationsmanagement"}
    found = changing.plan(manager, [offer], lambda _row: day)
    assert (found.public, found.dated) == (0, 1)
    before = Version.objects.count()
    done = changing.carry_out(
        manager, rows=[offer], changes_of=lambda _row: day, seen={offer.public_id: offer.revision}
    )
    assert (days(actor, offer)[1], Version.objects.count()) == (TODAY().isoformat(), before + 1)
    assert changed(manager, body) == []
    assert {each.batch for each in history(manager, offer)} == {done.batch}
    actions.undo(manager, batch=done.batch)
    assert (days(actor, offer)[1], changed(manager, body)) == ("2026-08-01", [])


def test_with_another_change_many_wait_as_ever(manager, public):
    actor, offer = public
    both = {"confirmed_on": TODAY(), "confirmed_by": "Integrationsmanagement", "cost": "paid"}
    found = changing.plan(manager, [offer], lambda _row: both)
    assert (found.public, found.dated) == (1, 0)
    changing.carry_out(
        manager, rows=[offer], changes_of=lambda _row: both, seen={offer.public_id: offer.revision}
    )
    assert days(actor, offer)[1] == "2026-08-01"


def test_a_department_confirms_its_own_entry_in_public_and_may_publish_nothing(
    manager, department, office, body
):
    own = actions.add_actor(manager, body, name="Fachbereich", description="Hilft.", organization=office)
    actions.publish_actor(manager, own)
    own = Actor.objects.get(pk=own.pk)
    actions.confirm_actor(department, own, by="Fachbereich", on=TODAY() - datetime.timedelta(days=1))
    day = outlet.by_path(f"akteure/{own.public_id}/").hsds["x_assured_date"]
    assert day == (TODAY() - datetime.timedelta(days=1)).isoformat()


@pytest.mark.usefixtures("_no_haste", "_plain_static_files")
@pytest.mark.parametrize("changed_before", [False, True])
def test_both_pages_say_whether_the_day_is_public_and_why_not(manager, public, changed_before):
    actor, offer = public
    if changed_before:
        offer = actions.edit_offer(manager, offer, changes={"alert": "Neu"}, revision=offer.revision)
    _, secret = links.new_link(actor, email="bruecke@lindenhagen.example")
    page = answered(secret, bestaetigen="ja").content.decode()
    assert ("Das Datum von heute sehen Sie dort erst später" in page) is changed_before
    desk, address = at_desk(manager), reverse("desk_landscape:confirm_offer", args=[offer.public_id])
    said = desk.post(address, follow=True).content.decode()
    assert ("Öffentlich bleibt das alte Datum" in said) is changed_before
    assert ("Öffentlich steht das Datum schon" in said) is not changed_before

"""What the landscape keeps to itself, by name: contacts, drafts, notes, money, ties, who was asked, links, files."""

from __future__ import annotations

import datetime
import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from ratslinde.accounts.models import User
from ratslinde.inbox import stamps
from ratslinde.inbox.models import Submission
from ratslinde.integration.importing.models import ImportRow, ImportRun
from ratslinde.integration.keeping import links
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import (
    Actor,
    ContactPerson,
    FieldChange,
    Offer,
    SocialSpace,
    Translation,
)
from ratslinde.journal import queue
from ratslinde.kernel.errors import Refused
from ratslinde.record import outlet
from ratslinde.record.models import Published, SearchTerms, Version
from ratslinde.record.verifying import verify
from ratslinde.verbs.rows import DeskRow
from tests.council.reading import everything_public
from tests.desk.filling import filled
from tests.exposure import planting, visiting
from tests.exposure.test_canaries import everything_sent

MARK = "7431902"
HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
PAGES = ("/angebote/", "/akteure/", "/hsds/", "/ar/", "/leichte-sprache/", "/tr/", "/suche/")


@pytest.fixture
def manager(built, monkeypatch) -> User:
    monkeypatch.setattr(stamps, "AT_LEAST", datetime.timedelta(seconds=-1))
    return User.objects.get(name="integration")


@pytest.fixture
def actor(manager) -> Actor:
    return Actor.objects.get(name="Zwillingsverein")


@pytest.fixture
def offer(actor) -> Offer:
    return Offer.objects.get(name="Zwillingstreff")


def settle() -> None:
    while queue.work_one():
        pass


def sent_by_the_directory() -> str:
    """Every byte of the pages, feeds, cards and lists of the landscape, after the worker has done its work."""
    settle()
    client, others = Client(), ids_of_others()
    found = [
        everything_sent(client.get(address))
        for _, address in visiting.addresses()
        if address.startswith(PAGES) and not others & set(re.split(r"[/.]", address))
    ]
    terms = map(str, SearchTerms.objects.values_list("terms", "compounds"))
    return "\n".join([*found, everything_public(), *terms])


def ids_of_others() -> set[str]:
    """What is no actor and no offer has no page in the directory: the canaries try those addresses."""
    own = {row.public_id for model in (Actor, Offer) for row in model.objects.all()}
    known = {*Published.objects.values_list("pk", flat=True)}
    models = [model for model in planting.our_models() if issubclass(model, DeskRow)]
    return known.union(*(model.objects.values_list("public_id", flat=True) for model in models)) - own


def published_again(manager: User, actor: Actor, offer: Offer) -> None:
    """Everything as it stands now, as often as somebody clicks."""
    actions.publish_actor(manager, Actor.objects.get(pk=actor.pk))
    actions.publish_offer(manager, Offer.objects.get(pk=offer.pk))


def test_a_contact_without_consent_is_an_office_everywhere(manager, actor, offer):
    hidden = ContactPerson.objects.get(function="Büro")
    offer = actions.edit_offer(
        manager, offer, changes={"contact": hidden, "alert": "Neu"}, revision=offer.revision
    )
    published_again(manager, actor, offer)
    sent = sent_by_the_directory()
    assert "Büro" in sent
    assert (hidden.email in sent, MARK in sent) == (False, False)


def test_a_consent_that_is_taken_back_takes_the_name_back(manager, actor, offer):
    person = ContactPerson.objects.get(family_name="Zwillingskontakt")
    assert person.email in sent_by_the_directory()
    actions.edit_contact(manager, person, changes={"name_consent_on": None}, revision=person.revision)
    published_again(manager, actor, offer)
    sent = sent_by_the_directory()
    assert ("Zwillingskontakt" in sent, person.email in sent) == (False, False)


def test_an_erased_contact_is_in_no_public_byte_and_in_no_version(manager, actor, offer):
    person = ContactPerson.objects.get(family_name="Zwillingskontakt")
    published_again(manager, actor, offer)
    assert "Zwillingskontakt" in sent_by_the_directory()
    actions.erase_contact(manager, person, reason="Antrag")
    sent = sent_by_the_directory()
    assert ("Zwillingskontakt" in sent, person.email in sent) == (False, False)
    assert not Version.objects.filter(value__contains="Zwillingskontakt").exists()
    assert not FieldChange.objects.filter(after__icontains="Zwillingskontakt").exists()
    assert [*verify()] == []


def test_an_erased_contact_leaves_also_what_it_was_once_part_of(manager, actor, offer):
    person = ContactPerson.objects.get(family_name="Zwillingskontakt")
    other = actions.add_contact(manager, actor, function="Kasse")
    offer = actions.edit_offer(
        manager, offer, changes={"contact": other, "alert": ""}, revision=offer.revision
    )
    survivor = actions.add_actor(manager, actor.body, name="Neuer Verein", description="Verein.")
    actions.publish_actor(manager, survivor)
    published_again(manager, actor, offer)
    survivor = actions.merge_actors(manager, survivor, other=Actor.objects.get(pk=actor.pk), take={})
    person.refresh_from_db()
    assert person.actor == survivor
    actions.erase_contact(manager, person, reason="Antrag")
    assert not Version.objects.filter(value__contains="Zwillingskontakt").exists()
    assert "Zwillingskontakt" not in sent_by_the_directory()


def test_a_draft_of_a_translation_stays_and_a_checked_one_goes_out(manager, actor, offer):
    actions.edit_offer(manager, offer, changes={"alert": ""}, revision=offer.revision)
    published_again(manager, actor, offer)
    sent = sent_by_the_directory()
    assert Translation.objects.filter(state="draft", text__contains=MARK).exists()
    assert ("taslak" in sent, "مقهى التوأم" in sent, MARK in sent) == (False, True, False)


def test_notes_money_ties_sources_and_who_was_asked_stay(manager, actor, offer):
    actions.edit_offer(manager, offer, changes={"alert": ""}, revision=offer.revision)
    actions.mark_asked(manager, Actor.objects.get(pk=actor.pk), on=datetime.date(2026, 2, 13))
    actions.mark_asked(manager, Actor.objects.get(pk=actor.pk), on=datetime.date(2026, 2, 14), network=True)
    published_again(manager, actor, offer)
    assert Actor.objects.get(pk=actor.pk).parent.name == f"Entwurf {MARK}"
    sent = sent_by_the_directory()
    for kept in (MARK, "2031-07-31", "31.07.2031", "2026-02-13", "2026-02-14", "cooperation", "funding"):
        assert kept not in sent, kept
    draft = Actor.objects.get(pk=actor.pk).parent
    assert (draft.public_id in everything_public(), str(draft.standard_id) in everything_public()) == (
        False,
        False,
    )


def test_an_edit_stays_inside_until_somebody_publishes_it(manager, offer):
    assert offer.alert == f"Spaeter {MARK}"
    assert MARK not in sent_by_the_directory()
    actions.publish_offer(manager, offer)
    assert MARK in sent_by_the_directory()


def test_a_merge_publishes_nothing_that_waits(manager, actor, offer):
    twin = actions.add_actor(manager, actor.body, name="Doppelt", description="Zweimal.")
    actions.publish_actor(manager, twin)
    actions.merge_actors(manager, Actor.objects.get(pk=actor.pk), other=twin, take={})
    assert MARK not in sent_by_the_directory()
    other = actions.add_actor(manager, actor.body, name="Ganz neu", description="Verein.")
    actions.publish_actor(manager, other)
    with pytest.raises(Refused, match="Zwillingstreff"):
        actions.merge_actors(manager, other, other=Actor.objects.get(pk=actor.pk), take={})
    assert MARK not in sent_by_the_directory()


def test_a_withdrawn_or_merged_entry_leaves_nothing_but_its_tombstone(manager, actor):
    gone = Published.objects.filter(deleted=True, kind__in=("actor", "offer"))
    assert gone.count() == 2
    for row in gone:
        assert (row.title, row.text, row.page, row.content) == ("", "", "{}", "")
        assert MARK not in row.standalone + row.embedded + row.omit_internal
        address = {"actor": "akteure", "offer": "angebote"}[row.kind]
        for prefix in ("", "ar/", "leichte-sprache/"):
            answer = Client().get(f"/{prefix}{address}/{row.pk}/")
            assert answer.status_code in (301, 302, 308, 410), (answer.status_code, address)
            assert MARK not in everything_sent(answer)
    merged = gone.get(kind="actor")
    assert Client().get(f"/akteure/{merged.pk}/")["Location"].endswith(f"/akteure/{actor.public_id}/")


def test_a_social_space_that_was_taken_back_does_not_come_back_with_an_offer(manager, actor, offer):
    space = SocialSpace.objects.get(name="Zwillingsviertel")
    actions.withdraw_space(manager, space, reason="Die Grenze stimmt nicht.")
    published_again(manager, actor, offer)
    assert "Zwillingsviertel" not in sent_by_the_directory()


def test_what_is_sent_through_a_link_is_not_public_before_it_is_approved(manager, actor, offer):
    actions.edit_offer(manager, offer, changes={"alert": ""}, revision=offer.revision)
    published_again(manager, actor, offer)
    secret = links.new_link(actor, email="verein@lindenhagen.example")[1]
    address = f"/eintrag/{secret}/"
    changed = {
        f"{prefix}-{name}": f"Gekapert {MARK}"
        for prefix in ("akteur", offer.public_id)
        for name in ("name", "description")
    }
    changed |= dict.fromkeys(
        (f"{offer.public_id}-times", "neu-name", "neu-description", "neu-times"), f"Gekapert {MARK}"
    )
    typed = {**filled(Client().get(address)), **changed}
    answer = Client(headers=HERE).post(
        address, urlencode(typed, doseq=True), content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 200
    assert Submission.objects.filter(payload__contains=MARK).count() == 3
    published_again(manager, actor, offer)
    assert MARK not in sent_by_the_directory()
    assert outlet.by_path(f"akteure/{actor.public_id}/").title == "Zwillingsverein"


def test_a_link_is_known_by_its_secret_alone_and_its_address_goes_nowhere(manager, actor):
    link = KeeperLink.objects.get()
    for wrong in (link.secret_hash, link.public_id, actor.public_id, str(link.pk)):
        answer = Client().get(f"/eintrag/{wrong}/")
        assert answer.status_code == 410
        assert "Zwillingsverein" not in answer.content.decode()
    assert link.email not in sent_by_the_directory()
    assert "a7431902@" not in everything_public()


def test_a_file_on_its_way_in_is_known_inside_only(manager):
    assert ImportRun.objects.filter(name__contains=MARK).exists()
    assert ImportRow.objects.filter(label__contains=MARK).exists()
    assert MARK not in sent_by_the_directory()

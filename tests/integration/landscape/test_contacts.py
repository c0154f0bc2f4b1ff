"""Whom to ask: a consent that is taken back counts at once, and everybody is forgotten on their day."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, ContactPerson
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record import outlet
from ratslinde.record.models import Version
from ratslinde.record.verifying import verify


@pytest.fixture
def person(manager, association) -> ContactPerson:
    person = actions.add_contact(
        manager, association, function="Vorstand", given_name="Amal", family_name="Beispielfrau",
        email="amal@lindenhagen.example", name_consent_on=datetime.date(2026, 1, 1),
    )  # fmt: skip
    actions.publish_actor(manager, Actor.objects.get(pk=association.pk))
    return person


def without_consent(manager, person: ContactPerson) -> None:
    actions.edit_contact(manager, person, changes={"name_consent_on": None}, revision=person.revision)


def test_a_consent_that_is_taken_back_counts_at_once(manager, person):
    assert Version.objects.filter(value__contains="Beispielfrau").exists()
    assert "Beispielfrau" in str(outlet.of_kind("actor")[0].hsds)
    without_consent(manager, person)
    assert not Version.objects.filter(value__contains="Beispielfrau").exists()
    assert not Version.objects.filter(value__contains="amal@").exists()
    assert "Beispielfrau" not in str(outlet.of_kind("actor")[0].hsds)
    assert [*verify()] == []


def test_the_office_comes_back_with_the_next_publication(manager, person, association):
    without_consent(manager, person)
    assert "Vorstand" not in str(outlet.of_kind("actor")[0].hsds)
    actions.publish_actor(manager, Actor.objects.get(pk=association.pk))
    sent = str(outlet.of_kind("actor")[0].hsds)
    assert ("Vorstand" in sent, "Beispielfrau" in sent) == (True, False)


def test_other_changes_leave_what_is_public_as_it_is(manager, person):
    before = Version.objects.count()
    actions.edit_contact(manager, person, changes={"phone": "02599 10-4"}, revision=person.revision)
    assert Version.objects.count() == before


def test_without_a_day_the_period_of_the_town_holds(manager, association, settings):
    settings.RATSLINDE_KEEP = {"RATSLINDE_KEEP_CONTACTS": 100}
    found = actions.add_contact(manager, association, function="Büro")
    assert found.keep_until == clock.today() + datetime.timedelta(days=100)
    with pytest.raises(Refused, match="noch nicht vorbei"):
        actions.add_contact(manager, association, function="Büro", keep_until=datetime.date(2020, 1, 1))

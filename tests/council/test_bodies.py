"""Bodies, people and memberships: names over time, consent, withdrawing and erasing."""

from __future__ import annotations

import datetime

import pytest
from django.db import IntegrityError, transaction

from ratslinde.council.bodies import actions, previews
from ratslinde.council.bodies.models import Body, Organization, Person
from ratslinde.council.bodies.queries import organization_named
from ratslinde.council.bodies.rules import name_on
from ratslinde.council.bodies.versions import versions_of_person
from ratslinde.council.meetings import queries as meeting_queries
from ratslinde.council.meetings.actions import draft_meeting, publish_meeting
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.record import outlet
from ratslinde.record.chain import faults
from ratslinde.record.models import Version
from tests.council.reading import everything_public

DAY = datetime.date


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (DAY(2019, 1, 1), "Alt"), (DAY(2025, 10, 31), "Alt"), (DAY(2025, 11, 1), "Neu"), (None, "Neu"),
    ],
)  # fmt: skip
def test_the_name_is_the_one_of_the_day(day, name):
    names = [(DAY(2020, 11, 1), DAY(2025, 10, 31), "Alt"), (DAY(2025, 11, 1), None, "Neu")]
    assert name_on(names, day) == name


def test_without_names_there_is_no_name():
    assert name_on([], DAY(2026, 1, 1)) == ""


@pytest.fixture
def person(clerk, body, council) -> Person:
    person = actions.add_person(
        clerk, body, given_name="Alma", family_name="Beispiel", email="alma@lindenhagen.example"
    )
    actions.add_membership(clerk, person, organization=council, role="Vorsitz", start=DAY(2020, 11, 1))
    return person


def test_a_person_is_public_with_name_and_office_and_without_contact(clerk, person, council):
    actions.publish_organization(clerk, council)
    actions.publish_person(clerk, person)
    public = everything_public(kinds=("person", "membership"))
    assert "Alma Beispiel" in public
    assert "Vorsitz" in public
    assert "alma@" not in public


def test_contact_is_public_with_a_dated_consent_and_gone_without(clerk, person, council):
    changed = actions.edit_person(clerk, person, changes={"contact_consent_on": DAY(2026, 1, 2)}, revision=1)
    actions.publish_person(clerk, changed)
    assert "alma@" in everything_public(kinds=("person",))
    changed = actions.edit_person(
        clerk, changed, changes={"contact_consent_on": None}, revision=changed.revision
    )
    actions.publish_person(clerk, changed)
    assert "alma@" not in everything_public(kinds=("person",))


def test_a_membership_in_an_unpublished_body_stays_inside(clerk, person):
    actions.publish_person(clerk, person)
    assert "Vorsitz" not in everything_public()


def test_publishing_the_body_shows_the_members_that_are_public(clerk, person, council):
    actions.publish_person(clerk, person)
    actions.publish_organization(clerk, council)
    entry = outlet.by_path(f"gremien/{council.slug}/")
    assert len(entry.linked("membership")) == 1


def test_withdrawing_a_body_takes_its_memberships_back(clerk, person, council):
    actions.publish_organization(clerk, council)
    actions.publish_person(clerk, person)
    actions.withdraw_organization(clerk, council, reason="Aufgelöst")
    assert "Vorsitz" not in everything_public()


def test_erasing_a_person_leaves_no_value_and_the_chain_verifies(administrator, clerk, person, body, council):
    actions.publish_organization(clerk, council)
    actions.publish_person(clerk, person)
    with pytest.raises(Refused, match="zurücknehmen"):
        actions.erase_person(administrator, person, reason="Art. 17 DSGVO")
    actions.withdraw_person(clerk, person, reason="Antrag")
    assert actions.erase_person(administrator, person, reason="Art. 17 DSGVO") > 0
    assert not any("Beispiel" in (value or "") for value in Version.objects.values_list("value", flat=True))
    assert list(faults(body.public_id)) == []


def test_a_clerk_may_not_erase(clerk, person):
    with pytest.raises(Forbidden):
        actions.erase_person(clerk, person, reason="ich will")


def test_a_new_name_must_begin_later(clerk, council):
    with pytest.raises(Refused) as refused:
        actions.rename_organization(clerk, council, name="Früher", start=DAY(2025, 1, 1))
    assert refused.value.field == "start"


def test_a_body_is_found_by_the_name_it_had_and_with_the_towns_name(body, council):
    assert organization_named(body, "Integrationsrat", day=DAY(2023, 5, 31)) == council
    assert organization_named(body, "Integrationsrat der Stadt Lindenhagen", day=None) == council
    assert organization_named(body, "Seniorenrat", day=None) is None


def test_two_bodies_of_one_name_are_for_a_person_to_decide(clerk, body, council):
    actions.add_organization(clerk, body, name="Integrationsrat", organization_type="Gremium")
    assert organization_named(body, "Integrationsrat", day=None) is None
    assert len(set(Organization.objects.values_list("slug", flat=True))) == 2


def test_there_is_one_town(administrator, body):
    with pytest.raises(Refused, match="schon eine Kommune"):
        actions.set_up_town(administrator, name="Stadt Zwei")


def test_an_official_key_has_digits(body):
    with pytest.raises(IntegrityError, match="body_official_key"), transaction.atomic():
        Body.objects.update(official_key="12x45")


def test_what_publishing_a_body_would_change_is_what_it_changes(clerk, council, body):
    person = actions.add_person(clerk, body, family_name="Beispiel", given_name="Alma")
    actions.publish_person(clerk, person)
    actions.add_membership(clerk, person, organization=council, role="Vorsitz")
    council.refresh_from_db()
    expected = {(each.kind, each.id) for each in previews.preview_organization(clerk, council)}
    council.refresh_from_db()
    assert council.publication == "draft"  # looking changed nothing
    assert {kind for kind, _ in expected} == {"organization", "membership", "person"}
    assert set(actions.publish_organization(clerk, council)) == {public_id for _, public_id in expected}
    assert previews.preview_organization(clerk, council) == ()


def test_a_body_is_not_below_itself(clerk, council, body):
    group = actions.add_organization(clerk, body, name="Gruppe", organization_type="Gremium", parent=council)
    council.refresh_from_db()
    for parent in (group, council):
        with pytest.raises(Refused, match="Untergruppe"):
            actions.edit_organization(clerk, council, changes={"parent": parent}, revision=council.revision)


def test_a_place_is_published_by_itself(clerk, body):
    place = actions.add_location(clerk, body, description="Haus der Vereine")
    assert actions.publish_location(clerk, place) == [place.public_id]
    assert previews.preview_location(clerk, place) == ()


def test_a_place_that_was_taken_back_is_named_by_no_meeting_until_it_is_published_again(clerk, body, council):
    place = actions.add_location(clerk, body, description="Haus der Vereine")
    meeting = draft_meeting(
        clerk, body, organization=council, start=clock.at(DAY(2026, 3, 18), 17), location=place
    )
    publish_meeting(clerk, meeting)
    assert "Haus der Vereine" in everything_public()
    with pytest.raises(Refused, match="Grund"):
        actions.withdraw_location(clerk, place, reason=" ")
    actions.withdraw_location(clerk, place, reason="Private Anschrift")
    assert "location" not in outlet.by_path(f"sitzungen/{meeting.public_id}/").oparl
    publish_meeting(clerk, meeting)  # does not bring it back
    assert "Haus der Vereine" not in everything_public()
    assert "zurückgenommen" in meeting_queries.checks(meeting)[-1].sentence
    actions.publish_location(clerk, place)
    publish_meeting(clerk, meeting)
    assert "location" in outlet.by_path(f"sitzungen/{meeting.public_id}/").oparl
    assert "Private Anschrift" not in everything_public()


def test_a_term_that_was_taken_back_does_not_come_back_with_the_town(administrator, body):
    kept = actions.add_term(administrator, body, name="10. Wahlperiode", start=DAY(2020, 11, 1), end=None)
    wrong = actions.add_term(administrator, body, name="Irrtum", start=DAY(2021, 11, 1), end=None)
    actions.publish_town(administrator, body)
    with pytest.raises(Refused, match="Grund"):
        actions.withdraw_term(administrator, wrong, reason="")
    actions.withdraw_term(administrator, wrong, reason="Doppelt")
    actions.publish_town(administrator, body)
    public = everything_public()
    assert ("10. Wahlperiode" in public, "Irrtum" in public) == (True, False)
    actions.publish_term(administrator, wrong)
    assert "Irrtum" in everything_public()
    assert previews.preview_term(administrator, kept) == ()


def test_a_clerk_may_not_take_a_term_back(administrator, clerk, body):
    term = actions.add_term(administrator, body, name="10. Wahlperiode", start=DAY(2020, 11, 1), end=None)
    with pytest.raises(Forbidden):
        actions.withdraw_term(clerk, term, reason="Irrtum")


def test_what_erasing_removes_is_listed_before_and_said_afterwards(administrator, clerk, person, council):
    actions.publish_organization(clerk, council)
    actions.publish_person(clerk, person)
    changed = actions.edit_person(clerk, person, changes={"given_name": "Berta"}, revision=1)
    actions.publish_person(clerk, changed)
    actions.withdraw_person(clerk, changed, reason="Antrag")
    before = versions_of_person(administrator, person)
    assert [(row.kind, row.title) for row in before if not row.withdrawal] == [
        ("membership", "Vorsitz"), ("person", "Alma Beispiel"), ("person", "Berta Beispiel"),
    ]  # fmt: skip
    assert ("familyName", "Beispiel") in before[1].texts
    assert actions.erase_person(administrator, person, reason="Art. 17 DSGVO") == len(before) == 5
    after = versions_of_person(administrator, person)
    assert {(row.title, row.texts, row.erased_reason) for row in after} == {("", (), "Art. 17 DSGVO")}
    with pytest.raises(Forbidden):
        versions_of_person(clerk, person)


def published_town(administrator, body, **changes: object) -> tuple[dict, dict]:
    """What OParl says of the entry point and of the town after these changes."""
    actions.edit_town(
        administrator, Body.objects.get(), changes=changes, revision=Body.objects.get().revision
    )
    actions.publish_town(administrator, Body.objects.get())
    found = outlet.by_ids(["system", body.public_id])
    return found["system"].oparl, found[body.public_id].oparl


def test_since_when_the_licence_holds_is_said_where_somebody_knows_it(administrator, body):
    licence, day = "https://www.govdata.de/dl-de/zero-2-0", datetime.date(2025, 7, 1)
    _, town = published_town(administrator, body, license=licence)
    assert "licenseValidSince" not in town
    _, town = published_town(administrator, body, license_since=day)
    assert town["licenseValidSince"] == "2025-07-01T00:00:00+02:00"
    _, town = published_town(administrator, body, license="")
    assert {"license", "licenseValidSince"}.isdisjoint(town)


def test_program_and_vendor_are_pages_that_the_operator_names_or_are_left_out(administrator, body, settings):
    system, _ = published_town(administrator, body)
    assert {"product", "vendor"}.isdisjoint(system)
    settings.RATSLINDE_PRODUCT_URL = "https://www.lindenhagen.example/rat"
    settings.RATSLINDE_VENDOR_URL = "https://www.rechenzentrum.example/"
    system, _ = published_town(administrator, body)
    assert system["product"] == "https://www.lindenhagen.example/rat"
    assert system["vendor"] == "https://www.rechenzentrum.example/"

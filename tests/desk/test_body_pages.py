"""Bodies, people, places and the town at the desk."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from ratslinde.council.bodies import actions
from ratslinde.council.bodies.models import Body, LegislativeTerm, Location, Membership, Organization, Person
from ratslinde.kernel.errors import Refused
from tests.desk.conftest import at_desk
from tests.desk.filling import fill


def test_a_working_group_is_made_below_its_body(desk, council):
    address = f"{reverse('desk:new_organization')}?zu={council.public_id}"
    fill(desk, address, name="Arbeitsgruppe Integration", organization_type="Gremium")
    group = Organization.objects.get(slug="arbeitsgruppe-integration")
    assert group.parent == council
    text = desk.get(reverse("desk:organization", args=[council.public_id])).content.decode()
    assert "Arbeitsgruppe Integration" in text


def test_a_body_cannot_be_below_its_own_group(desk, council, clerk, body):
    group = actions.add_organization(clerk, body, name="Gruppe", organization_type="Gremium", parent=council)
    answer = fill(desk, reverse("desk:edit_organization", args=[council.public_id]), parent=group.pk)
    assert "Untergruppe" in str(answer.context["form"].errors["parent"])


def test_a_body_is_renamed_from_a_day_on(desk, council):
    address = reverse("desk:rename", args=[council.public_id])
    desk.post(address, {"name": "Rat der Vielfalt", "start": "2027-01-01"})
    assert council.name_on(datetime.date(2027, 1, 1)) == "Rat der Vielfalt"
    answer = desk.post(address, {"name": "Zu früh", "start": "2020-01-01"})
    assert "später beginnen" in str(answer.context["rename_form"].errors["start"])
    assert answer.context["rename_form"]["name"].value() == "Zu früh"


def test_members_get_role_list_and_deputy(desk, council, clerk, body):
    listed = actions.add_organization(clerk, body, name="Liste Vielfalt", organization_type="Fraktion")
    alma = actions.add_person(clerk, body, family_name="Beispiel", given_name="Alma")
    emil = actions.add_person(clerk, body, family_name="Muster", given_name="Emil")
    add = reverse("desk:add_member", args=[council.public_id])
    fill(desk, add, person=alma.pk, role="Vorsitz", on_behalf_of=listed.pk, start="2025-11-04")
    chair = Membership.objects.get()
    fill(desk, add, person=emil.pk, role="Stellvertretung", deputy_for=chair.pk)
    deputy = Membership.objects.get(person=emil)
    assert (chair.on_behalf_of, deputy.deputy_for, chair.voting_right) == (listed, chair, True)
    fill(desk, reverse("desk:edit_member", args=[chair.public_id]), end="2026-12-31")
    chair.refresh_from_db()
    assert chair.end == datetime.date(2026, 12, 31)
    answer = fill(desk, reverse("desk:edit_member", args=[chair.public_id]), end="2020-01-01")
    assert answer.context["form"].errors["end"] == ["Das Ende liegt vor dem Beginn."]


def test_a_person_is_made_and_found_by_name(desk, body):
    fill(
        desk,
        reverse("desk:new_person"),
        family_name="Beispiel",
        given_name="Alma",
        email="alma@lindenhagen.example",
    )
    person = Person.objects.get()
    assert desk.get(reverse("desk:people"), {"q": "beisp"}).context["people"] == [person]
    assert desk.get(reverse("desk:people"), {"q": "niemand"}).context["people"] == []
    assert "ohne Einwilligung" in desk.get(reverse("desk:person", args=[person.public_id])).content.decode()
    fill(desk, reverse("desk:edit_person", args=[person.public_id]), contact_consent_on="2026-01-15")
    person.refresh_from_db()
    assert person.contact_consent_on == datetime.date(2026, 1, 15)


def test_a_place_is_made_and_changed(desk, body):
    fill(desk, reverse("desk:new_location"), description="Haus der Vereine", room="Saal")
    place = Location.objects.get()
    fill(desk, reverse("desk:location", args=[place.public_id]), access="Stufenlos über den Hof")
    place.refresh_from_db()
    assert place.access == "Stufenlos über den Hof"


def test_the_administrator_keeps_the_legal_texts_and_terms(administrator, body):
    client = at_desk(administrator)
    fill(
        client,
        reverse("desk:edit_town"),
        imprint="Stadt Lindenhagen\n\n## Kontakt",
        legal_notice="Im Amtsblatt.",
    )
    body.refresh_from_db()
    assert body.imprint.startswith("Stadt Lindenhagen")
    fill(client, reverse("desk:new_term"), name="2025 bis 2030", start="2025-11-01", end="2030-10-31")
    term = LegislativeTerm.objects.get()
    fill(client, reverse("desk:term", args=[term.public_id]), name="11. Wahlperiode")
    text = client.get(reverse("desk:town")).content.decode()
    assert "11. Wahlperiode" in text
    assert "Im Amtsblatt." in text


def test_a_key_with_a_wrong_number_of_digits_is_refused_at_its_field(administrator, body):
    answer = fill(at_desk(administrator), reverse("desk:edit_town"), official_key="059")
    assert "5 oder 8 Ziffern" in str(answer.context["form"].errors["official_key"])


def test_a_demo_town_can_demand_the_second_factor_and_no_town_gives_it_up(administrator, clerk, body):
    Body.objects.update(second_factor_required=False)
    client = Client()
    client.force_login(clerk)
    assert client.get("/schreibtisch/").status_code == 200
    fill(at_desk(administrator), reverse("desk:edit_town"), second_factor_required="on")
    assert client.get("/schreibtisch/").status_code == 302
    assert b"second_factor_required" not in at_desk(administrator).get(reverse("desk:edit_town")).content
    body.refresh_from_db()
    with pytest.raises(Refused, match="bleibt Pflicht"):
        actions.edit_town(
            administrator, body, changes={"second_factor_required": False}, revision=body.revision
        )

"""A place that is not in the list is named in the form that needs it, and saved with it or not at all."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, FieldChange, Offer, Place
from ratslinde.integration.landscape.values import GivenPlace, GivenSite
from ratslinde.journal.models import Entry
from ratslinde.kernel.errors import Forbidden
from tests.desk.conftest import at_desk
from tests.desk.filling import filled
from tests.desk.landscape.test_axe import faults_of
from tests.inbox.at_once import all_at_once

TYPED = {
    "place_name": "Bürgerhaus Süd", "place_street_address": "Ahornstraße 7", "place_postal_code": "59999",
    "place_locality": "Lindenhagen",
}  # fmt: skip
HOUSE = {"place_name": "Kulturhaus", "place_street_address": "Linden-Weg 3", "place_postal_code": "59999"}
FOLD = "Ort fehlt in der Liste?"


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


def url(name, *args):
    return reverse(f"desk_landscape:{name}", args=args)


def sent(client, address, *, follow=False, **changes):
    return client.post(address, filled(client.get(address), **changes), follow=follow)


def in_row(number, typed):
    return {f"orte-{number}-{name}": value for name, value in typed.items()}


def is_open(answer) -> bool:
    return 'missing-place" open' in answer.content.decode()


def test_an_actor_is_saved_with_a_new_place(desk, association, house):
    address = url("edit_actor", association.public_id)
    assert not is_open(desk.get(address))
    assert sent(desk, address, **TYPED).status_code == 302
    association.refresh_from_db()
    place = association.place
    assert (place.name, place.street_address, place.postal_code) == (
        "Bürgerhaus Süd",
        "Ahornstraße 7",
        "59999",
    )
    assert (place.locality, place.accessible) == ("Lindenhagen", None)
    assert FieldChange.objects.get(field="place").after == place.public_id
    assert Entry.objects.filter(verb="place.edit").count() == 2  # the house of the fixture, and this one


def test_a_new_actor_names_its_place(desk):
    sent(desk, url("new_actor"), name="Lindenverein", place_accessible="true", **TYPED)
    assert Actor.objects.get().place.accessible is True


def test_the_town_that_stands_there_already_is_no_place(desk, association):
    before = Place.objects.count()
    sent(desk, url("edit_actor", association.public_id), name="Die Brücke")
    association.refresh_from_db()
    assert (association.name, association.place.name) == ("Die Brücke", "Haus der Kulturen")
    assert Place.objects.count() == before


def test_each_row_of_an_offer_names_its_place(desk, association, house):
    again = TYPED | {"place_name": "bürgerhaus süd", "place_street_address": "Ahornstr. 7"}
    times = {"orte-0-weekdays": ["TU"], "orte-0-opens_at": "16:00"}
    sent(desk, url("new_offer", association.public_id), name="Treff", **in_row(0, TYPED), **times)
    offer = Offer.objects.get()
    assert offer.sites.get().place.name == "Bürgerhaus Süd"
    assert offer.sites.get().schedules.count() == 1
    other = in_row(1, {"place_name": "Stadtpark"})
    sent(desk, url("edit_offer", offer.public_id), **in_row(0, again), **other)
    assert sorted(site.place.name for site in offer.sites.all()) == ["Bürgerhaus Süd", "Stadtpark"]
    assert Place.objects.count() == 3


def test_two_rows_that_name_the_same_new_place_get_one(desk, association):
    address = url("new_offer", association.public_id)
    sent(desk, address, name="Treff", **in_row(0, TYPED))
    offer = Offer.objects.get()
    rows = in_row(0, {"place_name": "Markthalle"}) | in_row(1, {"place_name": "markthalle"})
    sent(desk, url("edit_offer", offer.public_id), **rows)
    assert Place.objects.filter(name__iexact="markthalle").count() == 1


def test_a_place_with_the_same_address_is_found_and_the_form_says_so(desk, association, house):
    Actor.objects.update(place=None)
    typed = HOUSE | {"place_street_address": "LINDENWEG 3"}
    refused = sent(desk, url("edit_actor", association.public_id), name="", **typed)
    assert "Diesen Ort gibt es schon: „Haus der Kulturen“" in refused.content.decode()
    answer = sent(desk, url("edit_actor", association.public_id), follow=True, **typed)
    assert "„Haus der Kulturen“ stand schon in der Liste und ist eingetragen" in answer.content.decode()
    association.refresh_from_db()
    assert (association.place, Place.objects.count()) == (house, 1)


@pytest.mark.parametrize(
    ("name", "street"), [("", "Ahornstraße 7"), ("   ", "Ahornstraße 7"), ("x" * 201, "")]
)
def test_a_wrong_place_is_told_at_its_field_and_what_was_typed_stays(
    desk, association, cafe, house, name, street
):
    typed = TYPED | {"place_name": name, "place_street_address": street}
    for address, prefix, changes in (
        (url("edit_actor", association.public_id), "", typed),
        (url("edit_offer", cafe.public_id), "orte-1-", in_row(1, typed)),
    ):
        answer = sent(desk, address, name="Neuer Name", **changes)
        page = answer.content.decode()
        assert is_open(answer)
        assert f'id="id_{prefix}place_name_error"' in page
        assert f'href="#id_{prefix}place_name"' in page
        assert "Neuer Name" in page
        assert 'value="59999"' in page
    assert Place.objects.get() == house


def test_a_form_that_is_refused_adds_no_place(desk, association, cafe, house):
    actor, offer = url("edit_actor", association.public_id), url("edit_offer", cafe.public_id)
    answers = [
        sent(desk, actor, email="keine Adresse", **TYPED),
        sent(desk, offer, ages="all", age_from="12", **in_row(0, TYPED)),
        sent(desk, offer, **in_row(0, TYPED), **{"orte-1-opens_at": "17:00"}),
        sent(desk, offer, **in_row(1, TYPED), **{"orte-1-start": "2026-09-01", "orte-1-until": "2026-08-01"}),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert is_open(answer)
        assert "Ahornstraße 7" in answer.content.decode()
    assert Place.objects.get() == house


def test_who_saves_over_somebody_elses_change_adds_no_place_until_the_second_time(
    desk, manager, association, house
):
    address = url("edit_actor", association.public_id)
    data = filled(desk.get(address), **TYPED)
    other = actions.add_place(manager, association.body, name="Altes Kino")
    actions.edit_actor(manager, association, changes={"place": other}, revision=association.revision)
    answer = desk.post(address, data)
    assert "Inzwischen gespeichert: „Altes Kino“" in answer.content.decode()
    assert not Place.objects.filter(name="Bürgerhaus Süd").exists()
    desk.post(address, filled(answer))
    assert Actor.objects.get().place.name == "Bürgerhaus Süd"


def test_who_may_add_no_place_is_told_who_does(department, office, manager, body, house):
    own = actions.add_actor(manager, body, name="Fachbereich Soziales", organization=office)
    offer = actions.add_offer(manager, own, name="Sprechstunde")
    client, before = at_desk(department), FieldChange.objects.count()
    for address, typed in (
        (url("edit_actor", own.public_id), TYPED),
        (url("edit_offer", offer.public_id), in_row(0, TYPED)),
        (url("new_offer", own.public_id), in_row(0, TYPED)),
    ):
        page = client.get(address)
        assert FOLD not in page.content.decode()
        assert "Das Integrationsmanagement trägt ihn ein" in page.content.decode()
        assert client.post(address, filled(page, name="Gekapert", **typed)).status_code == 403
    assert (Place.objects.get(), Offer.objects.get().name, Actor.objects.get().name) == (
        house, "Sprechstunde", "Fachbereich Soziales",
    )  # fmt: skip
    assert FieldChange.objects.count() == before
    choice = in_row(0, {"place": str(house.pk)})
    assert client.post(page.request["PATH_INFO"], filled(page, name="Beratung", **choice)).status_code == 302


def test_a_verb_adds_nothing_for_who_may_not(department, office, manager, body):
    own = actions.add_actor(manager, body, name="Fachbereich Soziales", organization=office)
    given = GivenPlace(name="Bürgerhaus Süd")
    with pytest.raises(Forbidden):
        actions.edit_actor(department, own, changes={"name": "X", "place": given}, revision=own.revision)
    with pytest.raises(Forbidden):
        actions.add_offer(department, own, name="Treff", sites=[GivenSite(place=given)])
    assert (Place.objects.count(), Offer.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_who_name_the_same_place_at_once_get_one(manager, body):
    given = GivenPlace(name="Bürgerhaus Süd", street_address="Ahornstraße 7")

    def add(name):
        return lambda: actions.add_actor(manager, body, name=name, place=given)

    assert all_at_once(*(add(name) for name in ("Chor", "Verein", "Kita"))) == []
    assert Place.objects.count() == 1
    assert {actor.place for actor in Actor.objects.all()} == {Place.objects.get()}


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_place_is_added_by_keyboard_without_javascript(open_page, manager, association, house):
    page = open_page(manager, java_script_enabled=False)
    page.goto(url("new_offer", association.public_id))
    page.get_by_label("Name", exact=False).first.fill("Treff")
    page.locator("summary", has_text=FOLD).press("Enter")
    page.get_by_label("Name des Ortes").fill("Bürgerhaus Süd")
    page.keyboard.press("Tab")
    page.keyboard.type("Ahornstraße 7")
    page.get_by_role("button", name="Speichern").press("Enter")
    expect(page.get_by_text("Das Angebot ist angelegt.")).to_be_visible()
    expect(page.get_by_text("Bürgerhaus Süd").first).to_be_visible()
    assert Place.objects.get(name="Bürgerhaus Süd").street_address == "Ahornstraße 7"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_in_both_forms_as_they_open_and_refused(open_page, manager, association, cafe):
    page, found = open_page(manager), {}
    for name, row in (("edit_actor", association), ("new_actor", None), ("edit_offer", cafe)):
        page.goto(url(name, *([row.public_id] if row else [])))
        found |= {name: faults_of(page, f"place-{name}")}
        last = page.locator("details.missing-place").last
        last.get_by_label("Straße und Hausnummer").fill("Lindenweg 3")
        page.get_by_role("button", name="Speichern").click()
        expect(page.get_by_role("link", name="Name des Ortes")).to_be_visible()
        expect(page.get_by_text("Wie heißt der Ort?").last).to_be_visible()
        found |= {f"{name} refused": faults_of(page, f"place-{name}-refused")}
    assert {name: faults for name, faults in found.items() if faults} == {}

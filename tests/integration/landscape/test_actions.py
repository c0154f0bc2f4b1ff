"""The verbs of the landscape: what they change, refuse, keep and take back."""

from __future__ import annotations

import datetime
import uuid

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Cooperation, FieldChange, Term, Translation
from ratslinde.integration.landscape.rules.default_names import LANGUAGES, names_in
from ratslinde.integration.landscape.rules.defaults import TAXONOMIES
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.record import outlet
from ratslinde.record.models import Version


@pytest.fixture
def school(body, manager):
    return actions.add_actor(manager, body, name="Lindenschule", description="Grundschule am Lindenweg.")


def test_the_town_begins_with_twelve_fields_and_keeps_what_it_changed(manager, body, vocabulary):
    fields = vocabulary["handlungsfeld"]
    term = fields.terms.get(code="wohnen")
    actions.edit_term(manager, term, changes={"name": "Wohnen"}, revision=term.revision)
    assert actions.set_up_vocabulary(manager, body) == []
    assert fields.terms.count() == 12
    assert fields.terms.get(code="wohnen").name == "Wohnen"


def test_every_word_the_town_begins_with_has_a_name_in_each_language_to_be_checked(manager, body, vocabulary):
    made = Translation.objects.filter(field="name", subject__in=Term.objects.values("public_id"))
    assert made.count() == Term.objects.count() * len(LANGUAGES)
    assert set(made.values_list("state", flat=True)) == {"machine"}
    housing = vocabulary["handlungsfeld"].terms.get(code="wohnen")
    assert made.get(subject=housing.public_id, language="ar").text == "السكن والحي"
    actions.set_up_vocabulary(manager, body)
    assert made.count() == Term.objects.count() * len(LANGUAGES)


def test_a_word_that_the_town_changes_has_aged_translations(manager, vocabulary):
    term = vocabulary["handlungsfeld"].terms.get(code="wohnen")
    actions.edit_term(manager, term, changes={"name": "Bauen"}, revision=term.revision)
    assert not Translation.objects.filter(subject=term.public_id, outdated_at=None).exists()


def test_no_table_of_names_has_a_word_too_many_or_too_few():
    codes = {(taxonomy.key, term.code) for taxonomy in TAXONOMIES for term in taxonomy.terms}
    assert [set(names_in(language)) for language in LANGUAGES] == [codes] * len(LANGUAGES)


def test_a_term_of_the_town_says_what_it_is_called_elsewhere(manager, language_field):
    changes = {"mappings": [("KGSt", "B.1", "exact"), ("Länder", "C3", "broad")]}
    actions.edit_term(manager, language_field, changes=changes, revision=1)
    assert [str(each.code) for each in language_field.mappings.all()] == ["B.1", "C3"]


def test_an_actor_is_active_in_a_field_without_an_offer(manager, school, language_field, north):
    activity = actions.set_activity(
        manager,
        school,
        field=language_field,
        role="refers",
        whole_town=False,
        spaces=[north],
        source="Gespräch",
    )
    again = actions.set_activity(manager, school, field=language_field, role="refers", source="Umfrage")
    assert again.pk == activity.pk
    assert (again.source, again.whole_town, list(again.spaces.all())) == ("Umfrage", False, [north])


def test_a_tie_stands_once_and_each_side_speaks_for_itself(manager, association, school):
    actions.report_cooperation(manager, school, target=association, kind="cooperation", confirmed=True)
    tie = Cooperation.objects.get()
    assert (tie.source, tie.reported_by_source, tie.reported_by_target) == (association, None, True)
    actions.report_cooperation(manager, association, target=school, kind="cooperation", confirmed=False)
    tie = Cooperation.objects.get()
    assert (tie.reported_by_source, tie.reported_by_target) == (False, True)


def test_a_contact_that_is_erased_leaves_the_public_and_its_history(manager, association, cafe):
    contact = actions.add_contact(
        manager, association, function="Vorstand", given_name="Amal", family_name="Beispiel",
        email="amal@lindenhagen.example", name_consent_on=datetime.date(2026, 1, 1),
    )  # fmt: skip
    cafe = actions.edit_offer(manager, cafe, changes={"contact": contact}, revision=cafe.revision)
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    actions.edit_offer(manager, cafe, changes={"name": "Noch geheim"}, revision=cafe.revision)
    assert Version.objects.filter(value__contains="Beispiel").exists()
    assert actions.erase_contact(manager, contact, reason="Einwilligung widerrufen") == ["Noch geheim"]
    assert not Version.objects.filter(value__contains="Beispiel").exists()
    entry = outlet.by_path(f"angebote/{cafe.public_id}/")
    assert (entry.title, "contacts" in entry.hsds) == ("Sprachcafé", False)


def test_a_contact_without_consent_is_an_office(manager, association):
    actions.add_contact(manager, association, function="Vorstand", family_name="Beispiel", phone="02599 10-7")
    actions.publish_actor(manager, association)
    contact = outlet.by_path(f"akteure/{association.public_id}/").hsds["contacts"][0]
    assert contact.keys() == {"id", "title"}


def test_a_translation_ages_with_what_it_says_and_not_with_a_typo(manager, cafe):
    actions.translate(manager, cafe, field="description", language="ar", text="لقاء مفتوح", state="checked")
    cafe = actions.edit_offer(
        manager,
        cafe,
        changes={"description": "Offener Treff zum Deutsch-Sprechen."},
        revision=cafe.revision,
        small=True,
    )
    assert Translation.objects.get(subject=cafe.public_id).outdated_at is None
    changed = {"description": "Nur noch mit Anmeldung."}
    cafe = actions.edit_offer(manager, cafe, changes=changed, revision=cafe.revision)
    assert Translation.objects.get(subject=cafe.public_id).outdated_at is not None


def test_two_translators_at_once_and_the_second_is_told(manager, cafe):
    first = actions.translate(
        manager, cafe, field="name", language="en", text="Café", state="draft", revision=0
    )
    actions.translate(
        manager, cafe, field="name", language="en", text="Talk", state="draft", revision=first.revision
    )
    with pytest.raises(Conflict):
        actions.translate(manager, cafe, field="name", language="en", text="Chat", state="draft", revision=1)


def test_what_one_act_changed_is_taken_back_as_a_whole(manager, cafe, house):
    batch = uuid.uuid4()
    evening = GivenSchedule(
        start=datetime.date(2026, 2, 2), opens_at=datetime.time(19), frequency="MONTHLY", days="1MO"
    )
    changes = {
        "languages": [GivenLanguage("tr")], "sites": [GivenSite(place=house, schedules=(evening,))], "cost": "paid",
    }  # fmt: skip
    changed = actions.edit_offer(manager, cafe, changes=changes, revision=cafe.revision, batch=batch)
    actions.edit_offer(manager, changed, changes={"cost": ""}, revision=changed.revision)
    undone = actions.undo(manager, batch=batch)
    cafe.refresh_from_db()
    assert [each.code for each in cafe.languages.all()] == ["de", "ar"]
    assert cafe.sites.get().schedules.get().days == "TU"
    assert (cafe.cost, undone.fields, undone.kept) == ("", 2, ("Sprachcafé: Kosten",))


def test_places_terms_and_spaces_are_taken_back_together(manager, house, north, language_field):
    batch, word = uuid.uuid4(), language_field.name
    changes = {"name": "Anders"}
    actions.edit_place(manager, house, changes=changes, revision=house.revision, batch=batch)
    actions.edit_space(manager, north, changes=changes, revision=north.revision, batch=batch)
    actions.edit_term(manager, language_field, changes=changes, revision=language_field.revision, batch=batch)
    assert actions.undo(manager, batch=batch).fields == 3
    for row, name in ((house, "Haus der Kulturen"), (north, "Nordviertel"), (language_field, word)):
        row.refresh_from_db()
        assert row.name == name


def test_a_change_is_taken_back_once(manager, cafe):
    batch = uuid.uuid4()
    actions.edit_offer(manager, cafe, changes={"name": "Treff"}, revision=cafe.revision, batch=batch)
    actions.undo(manager, batch=batch)
    with pytest.raises(Refused, match="schon zurückgenommen"):
        actions.undo(manager, batch=batch)


def test_every_field_has_its_history_except_those_of_people(manager, association, cafe):
    actions.edit_offer(manager, cafe, changes={"cost": "paid"}, revision=cafe.revision)
    contact = actions.add_contact(manager, association, function="Büro", phone="02599 10-3")
    actions.edit_contact(manager, contact, changes={"phone": "02599 10-4"}, revision=1)
    rows = [(each.field, each.before, each.after) for each in FieldChange.objects.all()]
    assert rows == [("cost", "free", "paid")]


def test_merging_keeps_both_addresses_and_everything_that_belonged_to_either(
    manager, body, association, cafe
):
    twin = actions.add_actor(manager, body, name="Bruecke Lindenhagen", description="Doppelt erfasst.")
    school = actions.add_actor(manager, body, name="Lindenschule")
    actions.report_cooperation(manager, school, target=twin, kind="cooperation", confirmed=True)
    group = actions.add_offer(manager, twin, name="Elterngruppe", description="Für Eltern.")
    for actor in (association, twin):
        actions.publish_actor(manager, actor)
    actions.publish_offer(manager, group)
    actions.merge_actors(manager, association, other=twin, take={"phone": "02599 10-9"})
    assert {offer.name for offer in association.offers.all()} == {"Sprachcafé", "Elterngruppe"}
    assert outlet.by_path(f"akteure/{twin.public_id}/").deleted
    assert [each.id for each in outlet.in_lists(twin.public_id, "actor")] == [association.public_id]
    assert (
        outlet.by_path(f"angebote/{group.public_id}/").hsds["organization"]["phones"][0]["number"]
        == "02599 10-9"
    )
    tie = Cooperation.objects.get()
    assert (tie.source, tie.target, tie.reported_by_target) == (association, school, True)


def test_merging_knows_that_the_fields_of_the_other_were_not_all(manager, body, association):
    """Its activities come along; that there are more does too, unless the kept one says that it has them all."""
    for known, found in (("", "more"), ("all", "all")):
        Actor.objects.filter(pk=association.pk).update(fields_known=known)
        association.refresh_from_db()
        twin = actions.add_actor(manager, body, name="Bruecke", fields_known="more")
        association = actions.merge_actors(manager, association, other=twin, take={})
        assert association.fields_known == found


def test_what_is_public_cannot_be_put_away(manager, association):
    actions.publish_actor(manager, association)
    with pytest.raises(Refused, match="zuerst zurücknehmen"):
        actions.archive_actor(manager, association, reason="aufgelöst")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ages": "all", "age_from": 6}, "ages"),
        ({"age_from": 20, "age_to": 10}, "age_to"),
        ({"cost": "free", "cost_amount": 3}, "cost_amount"),
        ({"capacity": 5, "available": 6}, "available"),
        ({"valid_from": datetime.date(2026, 2, 1), "valid_until": datetime.date(2026, 1, 1)}, "valid_until"),
        ({"name": " "}, "name"),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_field(manager, cafe, changes, field):
    with pytest.raises(Refused) as refused:
        actions.edit_offer(manager, cafe, changes=changes, revision=cafe.revision)
    assert refused.value.field == field
    cafe.refresh_from_db()
    assert cafe.name == "Sprachcafé"


def test_a_place_follows_a_boundary_that_is_drawn_later(manager, body, house):
    house = actions.edit_place(manager, house, changes={"latitude": 51.72}, revision=house.revision)
    assert house.space is None
    south = {
        "type": "Polygon",
        "coordinates": [[[8.0, 51.7], [8.1, 51.7], [8.1, 51.75], [8.0, 51.75], [8.0, 51.7]]],
    }
    space = actions.add_space(manager, body, name="Süden", geometry=south)
    house.refresh_from_db()
    assert house.space == space


def test_confirming_says_when_and_which_office(manager, cafe):
    cafe = actions.confirm_offer(manager, cafe, by="Integrationsmanagement")
    assert (cafe.confirmed_on, cafe.confirmed_by) == (clock.today(), "Integrationsmanagement")
    tomorrow = clock.today() + datetime.timedelta(days=1)
    with pytest.raises(Refused, match="Zukunft"):
        actions.confirm_offer(manager, cafe, by="Integrationsmanagement", on=tomorrow)


def test_a_name_cannot_pass_for_a_link(manager, body, association):
    actions.publish_actor(manager, association)
    sly = actions.add_actor(
        manager, body, name=f"\x1frecord/actor/{association.public_id}", description="Schlau."
    )
    assert sly.name == f"record/actor/{association.public_id}"
    actions.publish_actor(manager, sly)
    assert outlet.by_path(f"akteure/{sly.public_id}/").hsds["name"] == sly.name


def test_what_costs_nothing_any_more_has_no_amount(manager, cafe):
    paid = actions.edit_offer(
        manager, cafe, changes={"cost": "paid", "cost_amount": 5}, revision=cafe.revision
    )
    free = actions.edit_offer(manager, paid, changes={"cost": "free"}, revision=paid.revision)
    assert (free.cost, free.cost_amount) == ("free", None)

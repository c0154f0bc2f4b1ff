"""The editors of the landscape: what somebody without training fills in, and what becomes of it."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import QuerySet
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Cooperation, Offer, SocialSpace, Translation
from ratslinde.integration.landscape.values import GivenLanguage
from ratslinde.kernel import clock
from ratslinde.record import outlet
from tests.desk.conftest import at_desk
from tests.desk.filling import filled
from tests.integration.conftest import NORTH


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


def url(name, *args):
    return reverse(f"desk_landscape:{name}", args=args)


def sent(client, address, **changes):
    """The form of the page, sent with these changes; None takes a field out."""
    return client.post(address, filled(client.get(address), **changes))


@pytest.mark.usefixtures("vocabulary", "south")
def test_every_page_opens_with_something_in_it(
    desk, manager, cafe, association, house, north, language_field
):
    contact = actions.add_contact(manager, association, function="Vorstand")
    activity = actions.set_activity(manager, association, field=language_field, role="refers")
    resource = actions.add_resource(manager, association, kind="posts", name="Stelle", amount=None)
    pages = [
        url("start"), url("actors"), url("actor", association.public_id), url("edit_actor", association.public_id),
        url("new_actor"), url("offers"), url("offer", cafe.public_id), url("edit_offer", cafe.public_id),
        url("new_offer", association.public_id), url("places"), url("place", house.public_id), url("new_place"),
        url("spaces"), url("space", north.public_id), url("new_space"), url("vocabulary"),
        url("term", language_field.public_id), url("new_term", language_field.taxonomy.public_id), url("resources"),
        url("resource", resource.public_id), url("new_resource", association.public_id), url("translations"),
        url("texts", cafe.public_id, "ar"), url("contact", contact.public_id),
        url("add_contact", association.public_id),
        url("edit_activity", activity.public_id), url("actors") + "?stand=outdated&q=Br%C3%BCcke",
        url("offers") + "?unbekannt=cost&stand=unknown&sprache=ar",
    ]  # fmt: skip
    assert [(address, desk.get(address).status_code) for address in pages] == [
        (address, 200) for address in pages
    ]


@pytest.mark.usefixtures("body")
def test_every_list_says_what_to_do_when_there_is_nothing(desk):
    for name in ("start", "actors", "offers", "places", "spaces", "vocabulary", "resources", "translations"):
        assert desk.get(url(name)).status_code == 200
    assert "Vorschlag einrichten" in desk.get(url("vocabulary")).content.decode()
    desk.post(url("set_up_vocabulary"))
    assert "Sprache" in desk.get(url("vocabulary")).content.decode()


def test_an_actor_and_its_offer_are_entered_and_published(desk, vocabulary, house):
    kind = vocabulary["akteurstyp"].terms.get(code="verein")
    sent(
        desk,
        url("new_actor"),
        name="Lindenverein",
        description="Wir helfen.",
        kind=str(kind.pk),
        languages=["ar", "de"],
    )
    actor = Actor.objects.get()
    assert (actor.languages, actor.self_managed) == ("de ar", None)
    language = vocabulary["handlungsfeld"].terms.get(code="sprache")
    answer = sent(
        desk, url("new_offer", actor.public_id), name="Kurs", description="Deutsch lernen.", fields=[str(language.pk)],
        languages=["de", "uk"], interpreted=["ar"], cost="free", **{
            "orte-0-place": str(house.pk), "orte-0-start": "2026-09-01", "orte-0-opens_at": "16:00",
            "orte-0-closes_at": "18:00", "orte-0-frequency": "WEEKLY", "orte-0-weekdays": ["TU", "TH"],
            "orte-0-cancelled": "24.12.2026",
        },
    )  # fmt: skip
    offer = Offer.objects.get()
    assert answer.status_code == 302
    assert [(each.code, each.interpreted) for each in offer.languages.all()] == [
        ("de", False),
        ("uk", False),
        ("ar", True),
    ]
    times = offer.sites.get().schedules.get()
    assert (times.days, times.cancelled, offer.ages, offer.access) == ("TU,TH", ["2026-12-24"], "", "")
    for name, row in (("akteur", actor), ("angebot", offer)):
        address = reverse("desk:publish", args=[name, row.public_id])
        sent(desk, address)
    assert outlet.by_path(f"angebote/{offer.public_id}/").hsds["organization"]["name"] == "Lindenverein"


def test_the_school_holidays_are_entered_as_a_span_and_stand_there_as_one(desk, cafe):
    address = url("edit_offer", cafe.public_id)
    sent(desk, address, **{"orte-0-cancelled": "21.12.2026 - 6.1.2027"})
    days = cafe.sites.get().schedules.get().cancelled
    assert (len(days), days[0], days[-1]) == (17, "2026-12-21", "2027-01-06")
    assert 'value="21.12.2026 – 06.01.2027"' in desk.get(address).content.decode()
    refused = sent(desk, address, **{"orte-0-cancelled": "1.6.2026 - 30.9.2026"}).content.decode()
    assert "ist länger als 100 Tage" in refused


def test_saving_without_a_change_changes_nothing(desk, cafe):
    sent(desk, url("edit_offer", cafe.public_id))
    assert (
        "Seit dem Anlegen hat sich nichts geändert" in desk.get(url("offer", cafe.public_id)).content.decode()
    )


def test_who_is_not_sure_takes_the_tick_away_and_the_list_is_not_whole(desk, cafe, vocabulary):
    """The tick stands where the list is whole; without it what is not named stays unknown, in all three lists."""
    address, group = url("edit_offer", cafe.public_id), vocabulary["zielgruppe"].terms.first()
    sent(desk, address, groups=[str(group.pk)], groups_known="listed")
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known, cafe.groups_known) == (True, True, "listed")
    sent(desk, address, fields_all=None, languages_all=None, groups_all=None)
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known, cafe.groups_known) == (False, False, "")
    assert (cafe.fields.count(), cafe.groups.count(), cafe.languages.count()) == (1, 1, 2)
    assert desk.get(url("offer", cafe.public_id)).text.count("vielleicht weitere") == 3
    for name in ("fields", "languages", "groups"):
        assert "Sprachcafé" in desk.get(url("offers") + f"?unbekannt={name}").text
    form = desk.get(address).context["form"]
    assert [form[f"{name}_all"].value() for name in ("fields", "languages", "groups")] == [False] * 3
    sent(desk, address)
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known, cafe.groups_known) == (False, False, "")
    sent(desk, address, fields_all="on", languages_all="on", groups_all="on")
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known, cafe.groups_known) == (True, True, "listed")


def test_a_list_in_which_nothing_stands_is_unknown_whatever_its_tick_says(desk, association, cafe):
    sent(desk, url("new_offer", association.public_id), name="Kurs")
    course = Offer.objects.get(name="Kurs")
    assert (course.fields_known, course.languages_known, course.groups_known) == (False, False, "")
    sent(desk, url("edit_offer", cafe.public_id), fields=[], languages=[], interpreted=[])
    cafe.refresh_from_db()
    assert (cafe.fields_known, cafe.languages_known) == (False, False)


def test_a_language_more_without_the_tick_does_not_make_the_list_whole(desk, cafe):
    address = url("edit_offer", cafe.public_id)
    sent(desk, address, languages=["de", "tr"], languages_all=None)
    cafe.refresh_from_db()
    assert (cafe.languages.count(), cafe.languages_known) == (3, False)


def test_whether_an_actors_fields_are_all_named_is_a_choice_with_unknown(desk, association):
    address = url("edit_actor", association.public_id)
    form = desk.get(address).context["form"]
    assert [value for value, _ in form.fields["fields_known"].choices] == ["", "all", "more"]
    sent(desk, address, fields_known="more")
    assert "Es gibt weitere Handlungsfelder" in desk.get(url("actor", association.public_id)).text
    sent(desk, address, fields_known="")
    association.refresh_from_db()
    assert association.fields_known == ""
    past = desk.get(url("actor", association.public_id)).context["past"]
    assert [(each.before, each.after) for each in past] == [
        ("es gibt weitere, die hier fehlen", "nicht bekannt"),
        ("nicht bekannt", "es gibt weitere, die hier fehlen"),
    ]


def test_a_wrong_time_is_told_and_nothing_is_lost(desk, cafe):
    answer = sent(desk, url("edit_offer", cafe.public_id), name="Neuer Name", **{"orte-1-opens_at": "17:00"})
    assert "Ab wann gilt diese Zeit?" in answer.content.decode()
    assert "Neuer Name" in answer.content.decode()
    cafe.refresh_from_db()
    assert cafe.name == "Sprachcafé"


def test_a_refusal_stands_at_its_field(desk, cafe):
    answer = sent(desk, url("edit_offer", cafe.public_id), ages="all", age_from="12")
    assert "von … bis" in answer.content.decode()


def test_a_confirmation_is_one_button(desk, cafe, association):
    desk.post(url("confirm_offer", cafe.public_id))
    desk.post(url("ask_actor", association.public_id))
    desk.post(url("ask_actor", association.public_id), {"network": "ja"})
    desk.post(url("network_answered", association.public_id))
    cafe.refresh_from_db()
    association.refresh_from_db()
    assert cafe.confirmed_on is not None
    assert (association.asked_on is not None, association.confirmed_on) == (True, None)
    assert association.network_asked_on == association.network_answered_on is not None
    assert "geantwortet am" in desk.get(url("actor", association.public_id)).content.decode()


def test_a_boundary_comes_as_a_file(desk, body):
    file = SimpleUploadedFile("nord.geojson", json.dumps(NORTH).encode())
    sent(desk, url("new_space"), name="Nord", boundary=file)
    assert SocialSpace.objects.get().geometry["type"] == "MultiPolygon"
    broken = SimpleUploadedFile("x.geojson", b"{")
    assert "kein GeoJSON" in sent(desk, url("new_space"), name="Süd", boundary=broken).content.decode()


def collection(*names, key="NAME"):
    """A file of a survey office: districts side by side, each with its name in a property."""
    squares = [
        [[x, 51.7], [x + 0.01, 51.7], [x + 0.01, 51.8], [x, 51.8], [x, 51.7]]
        for x in range(8, 8 + len(names))
    ]
    features = [
        {"type": "Feature", "properties": {key: name}, "geometry": {"type": "Polygon", "coordinates": [square]}}
        for name, square in zip(names, squares, strict=True)
    ]  # fmt: skip
    return {"type": "FeatureCollection", "features": features}


def uploaded(data, name="stadtteile.geojson"):
    return SimpleUploadedFile(name, json.dumps(data).encode())


def test_of_a_file_with_all_districts_the_one_of_that_name_is_the_boundary(desk, body):
    file = uploaded(collection("Altstadt", "Nordstadt", "Westend", "Südhang"))
    sent(desk, url("new_space"), name="Nordstadt", boundary=file)
    assert SocialSpace.objects.get().geometry["coordinates"][0][0][0][0] == 9.0


def test_a_file_without_a_district_of_that_name_is_refused_at_its_field(desk, north):
    file = uploaded(collection("Altstadt", "Westend"))
    answer = sent(desk, url("space", north.public_id), boundary=file)
    assert answer.context["form"].errors["boundary"] == [
        "In der Datei stehen 2 Flächen; genau eine davon soll „Nordviertel“ heißen."
    ]


def test_ties_and_activities_are_entered_on_the_page_of_the_actor(desk, manager, association, language_field):
    school = actions.add_actor(manager, association.body, name="Lindenschule")
    page = url("actor", association.public_id)
    desk.post(
        url("add_tie", association.public_id), {"target": school.pk, "kind": "cooperation", "confirmed": "ja"}
    )
    desk.post(url("add_activity", association.public_id), {"field": language_field.pk, "role": "leads"})
    assert Cooperation.objects.get().reported_by_source is True
    assert "leitet" in desk.get(page).content.decode()
    answer = desk.post(url("add_activity", association.public_id), {"field": "", "role": "leads"})
    assert answer.status_code == 200
    assert "field-wrong" in answer.content.decode()


def test_a_translation_is_written_side_by_side(desk, cafe):
    address = url("texts", cafe.public_id, "ar")
    page = desk.get(address).content.decode()
    assert 'dir="rtl"' in page
    data = {"text-name": "مقهى", "state-name": "checked", "revision-name": "0"}
    assert desk.post(address, data).status_code == 302
    assert Translation.objects.get(subject=cafe.public_id).text == "مقهى"
    answer = desk.post(address, {**data, "text-name": "مقهى اللغة"})
    assert answer.status_code == 409
    assert "مقهى اللغة" in answer.content.decode()


def _of(offer: Offer) -> QuerySet[Translation]:
    return Translation.objects.filter(subject=offer.public_id)


def test_an_aged_translation_stays_aged_until_somebody_says_otherwise(desk, manager, cafe):
    for field, text in (("name", "Café des langues"), ("description", "Rencontre")):
        actions.translate(manager, cafe, field=field, language="fr", text=text, state="checked")
    actions.edit_offer(manager, cafe, changes={"name": "Sprachcafé am Abend"}, revision=cafe.revision)
    address = url("texts", cafe.public_id, "fr")
    sent(desk, address, **{"text-description": "Une rencontre"})
    states = dict(_of(cafe).values_list("field", "outdated_at"))
    assert states["name"] is not None
    sent(desk, address, geprueft="ja")
    assert set(_of(cafe).values_list("state", "outdated_at")) == {("checked", None)}


def test_the_box_of_a_translation_is_as_high_as_the_german_text(desk, manager, cafe):
    actions.edit_offer(manager, cafe, changes={"description": "Satz. " * 60}, revision=cafe.revision)
    page = desk.get(url("texts", cafe.public_id, "ar")).content.decode()
    assert 'rows="9"' in page


def open_folds(page: str) -> list[str]:
    return re.findall(r'fold" open><summary><span class="fold-title">([^<]+)', page)


def test_a_part_of_a_form_is_folded_until_it_says_something(desk, manager, cafe):
    Offer.objects.update(ages="", age_from=None, age_to=None)
    cafe.refresh_from_db()
    cafe.languages.filter(interpreted=True).delete()
    assert open_folds(page_of(desk, cafe)) == []
    actions.edit_offer(manager, cafe, changes={"capacity": 12}, revision=cafe.revision)
    assert open_folds(page_of(desk, cafe)) == ["Plätze"]
    answer = sent(desk, url("edit_offer", cafe.public_id), funding_until="bald")
    assert open_folds(answer.content.decode()) == ["Plätze", "Für die Planung"]


def page_of(desk, cafe) -> str:
    return desk.get(url("edit_offer", cafe.public_id)).content.decode()


def test_who_gives_an_age_or_a_price_has_answered_the_question_above_it(desk, cafe):
    Offer.objects.update(cost="", ages="", age_from=None, age_to=None)
    sent(desk, url("edit_offer", cafe.public_id), age_from="6", cost_amount="2,50")
    cafe.refresh_from_db()
    assert (cafe.ages, cafe.cost) == ("range", "paid")


def test_a_weekday_is_every_week_since_nobody_said_when(desk, association, house):
    times = {"orte-0-place": str(house.pk), "orte-0-weekdays": ["TU"], "orte-0-opens_at": "16:00"}
    sent(desk, url("new_offer", association.public_id), name="Treff", **times)
    row = Offer.objects.get().sites.get().schedules.get()
    assert (row.frequency, row.days, row.start) == ("WEEKLY", "TU", None)


def test_every_second_week_without_a_first_day_is_kept_as_unknown_and_shown_so(desk, association, house):
    times = {"orte-0-place": str(house.pk), "orte-0-weekdays": ["WE"], "orte-0-interval": "2"}
    sent(desk, url("new_offer", association.public_id), name="Treff", **times)
    offer = Offer.objects.get()
    assert offer.sites.get().schedules.get().start is None
    page = desk.get(url("offer", offer.public_id)).content.decode()
    assert "alle 2 Wochen mittwochs, erster Tag nicht bekannt" in page


def test_weekly_without_any_day_is_asked_for_one(desk, association, house):
    times = {"orte-0-place": str(house.pk), "orte-0-frequency": "WEEKLY"}
    answer = sent(desk, url("new_offer", association.public_id), name="Treff", **times)
    assert "Bitte einen Wochentag wählen." in answer.content.decode()


def test_a_language_without_a_box_is_kept_and_one_more_is_chosen_from_the_list(
    desk, manager, cafe, association
):
    languages = [GivenLanguage("de"), GivenLanguage("sw")]
    actions.edit_offer(manager, cafe, changes={"languages": languages}, revision=cafe.revision)
    page = desk.get(url("edit_offer", cafe.public_id)).content.decode()
    assert re.search(r'value="sw"[^>]* checked', page)
    sent(desk, url("edit_offer", cafe.public_id), languages=["de", "sw", "ka"])
    assert {each.code for each in cafe.languages.all()} == {"de", "sw", "ka"}
    answer = sent(desk, url("edit_actor", association.public_id), languages=["de", "klingonisch"])
    assert "field-wrong" in answer.content.decode()
    sent(desk, url("edit_actor", association.public_id), languages=["sw", "de"])
    association.refresh_from_db()
    assert association.languages == "de sw"


def test_a_contact_says_where_it_is_used(desk, manager, association, cafe):
    contact = actions.add_contact(manager, association, function="Sekretariat")
    actions.edit_offer(manager, cafe, changes={"contact": contact}, revision=cafe.revision)
    assert "Sprachcafé" in desk.get(url("contact", contact.public_id)).content.decode()


def test_an_old_address_leads_to_the_row_that_took_over(desk, manager, association, body):
    twin = actions.add_actor(manager, body, name="Doppelt")
    actions.merge_actors(manager, association, other=twin, take={})
    assert association.name in desk.get(url("actor", twin.public_id)).content.decode()


def test_who_may_not_see_a_note_does_not(reader, body, manager, association, cafe):
    actions.edit_offer(manager, cafe, changes={"note": "vertraulich"}, revision=cafe.revision)
    actions.add_contact(manager, association, function="Vorstand", family_name="Beispiel")
    client = at_desk(reader)
    assert "vertraulich" not in client.get(url("offer", cafe.public_id)).content.decode()
    assert "Beispiel" not in client.get(url("actor", association.public_id)).content.decode()
    assert client.get(url("edit_offer", cafe.public_id)).status_code == 403
    assert client.post(url("bulk_offers"), {"zeile": [cafe.public_id]}).status_code == 403


def test_the_history_names_what_stood_there_in_words(desk, manager, cafe, house):
    actions.edit_offer(
        manager,
        cafe,
        changes={"cost": "paid", "valid_until": datetime.date(2027, 1, 1)},
        revision=cafe.revision,
    )
    page = desk.get(url("offer", cafe.public_id)).content.decode()
    assert "kostenfrei" in page
    assert "kostet etwas" in page


def test_many_entries_are_published_after_one_look(desk, manager, association, cafe, body):
    empty = actions.add_actor(manager, body, name="Noch ohne Text")
    chosen = {"zeile": [association.public_id, cafe.public_id, empty.public_id]}
    page = desk.post(url("publish_many"), chosen)
    assert "Noch ohne Text</a>: Bitte beschreiben" in page.content.decode()
    answer = desk.post(url("publish_many"), filled(page))
    assert answer.status_code == 302
    assert {entry.title for entry in outlet.of_kind("offer")} == {"Sprachcafé"}
    again = desk.post(url("publish_many"), {"alle": "offers", "stand_der_liste": "published"})
    assert "Es würde sich nichts ändern" in again.content.decode()


def test_what_changed_after_the_look_is_not_published(desk, manager, association, cafe):
    page = desk.post(url("publish_many"), {"zeile": [association.public_id, cafe.public_id]})
    actions.edit_offer(manager, cafe, changes={"name": "Ganz anders"}, revision=cafe.revision)
    answer = desk.post(url("publish_many"), filled(page))
    assert answer.status_code == 409
    assert outlet.of_kind("offer") == []
    assert "Ganz anders" in answer.content.decode()


def test_the_start_page_names_what_was_changed_after_publishing(
    desk, manager, association, cafe, monkeypatch
):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    assert "wie es hier eingetragen ist" in desk.get(url("start")).content.decode()
    later = clock.now() + datetime.timedelta(seconds=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    cafe.refresh_from_db()
    actions.edit_offer(manager, cafe, changes={"name": "Treff der Sprachen"}, revision=cafe.revision)
    assert "Treff der Sprachen" in desk.get(url("start")).content.decode()


def test_the_start_page_counts_what_may_be_entered_twice(desk, manager, association, body):
    actions.add_actor(
        manager, body, name="Bruecke Lindenhagen", website="https://bruecke.lindenhagen.example"
    )
    actions.edit_actor(
        manager,
        association,
        changes={"website": "https://bruecke.lindenhagen.example"},
        revision=association.revision,
    )
    page = desk.get(url("start")).content.decode()
    assert "Mögliche doppelte Einträge" in page
    assert "Nichts." not in page


def test_the_start_page_says_nothing_waits_only_when_nothing_does(desk, manager, association, body, house):
    school = actions.add_actor(manager, body, name="Lindenschule", place=house)
    actions.edit_actor(manager, association, changes={"place": house}, revision=association.revision)
    assert school.place == Actor.objects.get(pk=association.pk).place
    page = desk.get(url("start")).content.decode()
    assert "Mögliche doppelte Einträge" not in page
    assert "Nichts." in page

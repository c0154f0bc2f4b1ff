"""The editors of the landscape: what somebody without training fills in, and what becomes of it."""

from __future__ import annotations

import datetime
import re

import pytest
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Cooperation, Offer
from ratslinde.integration.landscape.values import GivenLanguage
from ratslinde.record import outlet
from tests.desk.conftest import at_desk
from tests.desk.landscape.entering import sent, url


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


def test_saving_without_a_change_changes_nothing(desk, cafe):
    sent(desk, url("edit_offer", cafe.public_id))
    assert (
        "Seit dem Anlegen hat sich nichts geändert" in desk.get(url("offer", cafe.public_id)).content.decode()
    )


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


def test_an_office_of_the_council_is_a_link_only_for_whom_its_page_opens(desk, manager, association, office):
    actions.edit_actor(manager, association, changes={"organization": office}, revision=association.revision)
    page = desk.get(url("actor", association.public_id)).content.decode()
    assert "Fachbereich Soziales" in page
    assert f"/gremien/{office.public_id}/" not in page

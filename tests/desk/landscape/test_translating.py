"""Translations are written beside the German text."""

from __future__ import annotations

from django.db.models import QuerySet

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer, Translation
from tests.desk.landscape.entering import sent, url


def _of(offer: Offer) -> QuerySet[Translation]:
    return Translation.objects.filter(subject=offer.public_id)


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


def test_the_overview_leads_to_the_texts_in_the_chosen_language(desk, manager, association, cafe):
    """Not into that of the page around it; and what is typed there is read out in its own language."""
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    page = desk.get(url("translations"), {"sprache": "ar"}).content.decode()
    address = url("texts", cafe.public_id, "ar")
    assert f'href="{address}"' in page
    assert '<a href="?sprache=ar" aria-current="true">' in page
    texts = desk.get(address).content.decode()
    assert 'lang="ar" dir="rtl"' in texts
    assert f'href="{url("texts", association.public_id, "ar")}"' in texts  # what comes next

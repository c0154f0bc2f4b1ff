"""Each page in six languages: by its address alone, with the others beside it, in the right direction."""

from __future__ import annotations

import re

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Term
from ratslinde.portal.directory.languages import LANGUAGES
from tests.portal.directory.landscape import CAFE

HEADINGS = {
    "de": "Angebote finden", "de-simple": "Angebote finden", "en": "Find services", "tr": "Hizmet bulun",
    "ar": "ابحث عن عروض", "uk": "Знайти пропозиції",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_the_page_says_its_language_and_its_direction(client, landscape, language):
    answer = client.get(f"/{language.prefix}angebote/")
    page = answer.content.decode()
    direction = "rtl" if language.code == "ar" else "ltr"
    assert f'<html lang="{language.code}" dir="{direction}">' in page
    assert answer["Content-Language"] == language.code
    assert f"<h1>{HEADINGS[language.code]}</h1>" in page
    assert "Set-Cookie" not in answer


def test_nothing_but_the_address_decides(client, read):
    client.cookies["django_language"] = "ar"
    assert '<html lang="de"' in read("/angebote/", **{"accept-language": "ar"})
    assert '<html lang="tr"' in read("/tr/angebote/", **{"accept-language": "ar"})


@pytest.mark.parametrize("start", ["/angebote/", "/ar/angebote/", "/leichte-sprache/akteure/"])
def test_every_page_names_its_versions_with_the_same_filters(read, start):
    page = read(f"{start}?thema=sprache&q=Deutsch&seite=1")
    section = start.rsplit("/", 2)[1]
    for language in LANGUAGES:
        path = f"/{language.prefix}{section}/?thema=sprache&amp;q=Deutsch"
        assert f'hreflang="{language.code}" href="http://testserver{path}"' in page
        assert f'<a href="{path}" lang="{language.code}" hreflang="{language.code}"' in page
    assert f'hreflang="x-default" href="http://testserver/{section}/' in page
    assert len(re.findall(r'class="languages".*?aria-current="true".*?</nav>', page, re.DOTALL)) == 1


def test_the_frame_is_in_the_language_and_says_where_german_begins(read):
    page = read("/ar/angebote/")
    assert 'href="#inhalt">انتقل إلى المحتوى<' in page
    assert '<a href="/sitzungen/" hreflang="de">الجلسات</a>' in page
    assert '<a href="/impressum/" hreflang="de">بيانات الناشر</a>' in page
    assert '<a href="/ar/angebote/" aria-current="true">العروض</a>' in page


@pytest.mark.parametrize("code", CAFE)
def test_a_translated_offer_is_shown_in_the_language(read, landscape, code):
    prefix = next(each.prefix for each in LANGUAGES if each.code == code)
    page = read(f"/{prefix}angebote/{landscape.cafe.public_id}/")
    name, text = CAFE[code]
    assert f"<h1>{name}</h1>" in page
    assert text in page
    assert '<span lang="de" dir="ltr">Sprachcafé</span>' in page


def test_what_is_not_translated_is_german_and_the_page_says_so(read, landscape):
    page = read(f"/ar/angebote/{landscape.group.public_id}/")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<h1><span lang="de" dir="ltr">Elterngruppe</span></h1>' in page
    assert '<div lang="de" dir="ltr">' in page
    assert "لم تتم ترجمة كل شيء هنا بعد" in page
    assert "Hier ist noch nicht alles übersetzt" not in read(f"/angebote/{landscape.group.public_id}/")


def test_a_machine_s_translation_says_so(read, landscape):
    assert "A computer program translated this" in read(f"/en/angebote/{landscape.advice.public_id}/")
    assert "A computer program translated this" not in read(f"/en/angebote/{landscape.cafe.public_id}/")
    assert "translated by a computer program" in read(
        "/en/angebote/?q=tenancy"
    ) or "not yet translated" in read("/en/angebote/?q=tenancy")


def change(landscape, text: str, *, small: bool) -> None:
    cafe = Offer.objects.get(pk=landscape.cafe.pk)
    actions.edit_offer(
        landscape.manager, cafe, revision=cafe.revision, changes={"description": text}, small=small
    )
    actions.publish_offer(landscape.manager, Offer.objects.get(pk=cafe.pk))


def test_a_translation_is_outdated_after_a_real_change_and_not_after_a_typo(read, landscape):
    """Acceptance test 13."""
    address = f"/ar/angebote/{landscape.cafe.public_id}/"
    change(landscape, "Offener Treff zum Deutsch sprechen.", small=True)
    assert "لم تعد محدّثة" not in read(address)
    change(landscape, "Der Treff ist jetzt nur noch für Eltern.", small=False)
    page = read(address)
    assert "لم تعد محدّثة" in page
    assert CAFE["ar"][1] in page
    german = page[page.index("النص الألماني</summary>") :]
    assert '<div lang="de" dir="ltr">' in german
    assert "Der Treff ist jetzt nur noch für Eltern." in german


def test_days_and_languages_are_in_the_words_of_the_page(read, landscape, morning):
    assert "العربية (مع مترجم)" in read("/ar/angebote/")
    assert "Арабська (з перекладачем)" in read("/uk/angebote/")
    assert "12.50" in read("/en/angebote/?thema=wohnen")
    assert "12,50\xa0€" in read("/angebote/?thema=wohnen")


def test_the_sitemap_lists_every_version_with_the_others(client, landscape):
    page = client.get("/sitemap.xml").content.decode()
    path = f"angebote/{landscape.cafe.public_id}/"
    for language in LANGUAGES:
        place = f"http://testserver/{language.prefix}{path}"
        assert page.count(f"<loc>{place}</loc>") == 1
        assert page.count(f'hreflang="{language.code}" href="{place}"') == len(LANGUAGES)
    assert page.count(f'hreflang="x-default" href="http://testserver/{path}"') == len(LANGUAGES)


MORE = {
    "de": "vielleicht auch weitere", "de-simple": "vielleicht noch mehr", "en": "perhaps others too",
    "tr": "belki başkaları da", "ar": "ربما غيرها أيضًا", "uk": "можливо, також інші",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_a_list_that_is_not_whole_says_so_in_the_language_of_the_page(read, landscape, language):
    """On the pages of offer and actor, and on the card of a list; where the list is whole nothing is said."""
    pages = [
        f"/{language.prefix}{path}"
        for path in (
            f"angebote/{landscape.cafe.public_id}/", f"akteure/{landscape.association.public_id}/", "angebote/",
        )
    ]  # fmt: skip
    assert [MORE[language.code] in read(page) for page in pages] == [False] * 3
    offer = Offer.objects.get(pk=landscape.cafe.pk)
    group = Term.objects.filter(taxonomy__key="zielgruppe").first()
    partial = {"languages_known": False, "groups_known": "", "groups": [group]}
    offer = actions.edit_offer(landscape.manager, offer, changes=partial, revision=offer.revision)
    actions.publish_offer(landscape.manager, offer)
    actor = Actor.objects.get(pk=landscape.association.pk)
    field = landscape.topics["sprache"]
    actions.set_activity(landscape.manager, actor, field=field, role="leads")
    partial = {"fields_known": "more", "languages_known": "more"}
    actor = actions.edit_actor(landscape.manager, actor, changes=partial, revision=actor.revision)
    actions.publish_actor(landscape.manager, actor)
    assert [read(page).count(MORE[language.code]) for page in pages] == [2, 3, 1]


def test_an_offer_whose_languages_are_not_all_named_is_shown_apart_for_another_one(read, landscape):
    offer = Offer.objects.get(pk=landscape.cafe.pk)
    offer = actions.edit_offer(
        landscape.manager, offer, changes={"languages_known": False}, revision=offer.revision
    )
    page = read("/angebote/?sprache=uk")
    assert "Sprachcafé" not in page[page.index("<main") :]
    actions.publish_offer(landscape.manager, offer)
    page = read("/angebote/?sprache=uk")
    assert "Sprachcafé" in page[page.index("<main") :]

"""The offers on the town's map: what is drawn stands below as a list, and what cannot be drawn is counted."""

from __future__ import annotations

import re

import pytest
from lxml import etree, html

from ratslinde.inbox.models import Counted
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer, SocialSpace
from ratslinde.integration.landscape.values import GivenSite
from ratslinde.portal.directory.languages import LANGUAGES

HEADINGS = {
    "de": "Angebote auf der Karte", "de-simple": "Angebote auf der Karte", "en": "Services on the map",
    "tr": "Haritada hizmetler", "ar": "العروض على الخريطة", "uk": "Пропозиції на карті",
}  # fmt: skip
SVG = "{http://www.w3.org/2000/svg}"


def picture(page: str) -> etree._Element:
    return etree.fromstring(re.search(r"<svg xmlns.*?</svg>", page, re.DOTALL)[0])


def signs(page: str) -> dict[str, str]:
    links = picture(page).iter(f"{SVG}a")
    return {link.get("aria-label"): link.get("href") for link in links if link.get("class") == "map-mark"}


def table(page: str, heading: str) -> dict[str, list[str]]:
    """The offers by place, of the section below that heading."""
    section = html.fromstring(page).xpath(f'//section[@aria-labelledby="{heading}"]')[0]
    return {
        row.xpath("normalize-space(th/text()|th/span/text())"): [
            " ".join(link.text_content().split()) for link in row.xpath(".//a")
        ]
        for row in section.xpath(".//tbody/tr")
    }


def moved(landscape, offer: Offer, **site: object) -> None:
    """The offer takes place there now, and the public knows it."""
    row = Offer.objects.get(pk=offer.pk)
    row = actions.edit_offer(
        landscape.manager, row, changes={"sites": [GivenSite(**site)]}, revision=row.revision
    )
    actions.publish_offer(landscape.manager, row)


def test_places_of_published_offers_are_drawn_and_stand_in_the_list(read, landscape):
    page = read("/angebote/karte/")
    assert signs(page) == {
        "Sprachcafé": f"/angebote/{landscape.cafe.public_id}/",
        "Mietberatung": f"/angebote/{landscape.advice.public_id}/",
    }
    assert table(page, "orte") == {"Haus der Kulturen": ["Sprachcafé"], "Alte Schule": ["Mietberatung"]}
    names = [link.get("aria-label") for link in picture(page).iter(f"{SVG}a")]
    assert names[:2] == ["Nordviertel", "Südstadt"]


def test_offers_without_a_place_are_counted_and_named(read, landscape):
    page = read("/angebote/karte/")
    assert "Angebote, die nicht auf der Karte stehen: 1" in page
    assert "Elterngruppe" in page.partition('id="ohne"')[2]
    assert "Ort nicht bekannt" in page


def test_a_place_without_coordinates_is_told_apart_from_no_place(read, landscape):
    place = actions.add_place(
        landscape.manager, landscape.association.body, name="Gemeindesaal", street_address="Kirchweg 2",
        postal_code="59999", locality="Lindenhagen",
    )  # fmt: skip
    moved(landscape, landscape.group, place=place)
    page = read("/angebote/karte/")
    assert "Angebote, die nicht auf der Karte stehen: 1" in page
    assert table(page, "ohne") == {"Gemeindesaal": ["Elterngruppe"]}
    assert "Ort nicht bekannt" not in page


def test_several_offers_at_one_place_are_one_sign_that_leads_to_their_row(read, landscape):
    house = Offer.objects.get(pk=landscape.cafe.pk).sites.get().place
    moved(landscape, landscape.group, place=house)
    page = read("/angebote/karte/")
    found = signs(page)
    assert list(found) == ["Haus der Kulturen: 2 an dieser Stelle", "Mietberatung"]
    row = html.fromstring(page).get_element_by_id(found["Haus der Kulturen: 2 an dieser Stelle"].lstrip("#"))
    assert [link.text_content() for link in row.xpath(".//a")] == ["Sprachcafé", "Elterngruppe"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("thema=wohnen", ["Mietberatung"]),
        ("kostenlos=1", ["Sprachcafé"]),
        ("sprache=ar", ["Sprachcafé"]),
        ("barrierefrei=1&q=Deutsch", ["Sprachcafé"]),
    ],
)
def test_filters_hold_on_the_map_and_lead_back_to_the_list(read, asked, found):
    page = read(f"/angebote/karte/?{asked}")
    assert list(signs(page)) == found
    listed = {frozenset(href.partition("?")[2].split("&")) for href in to_the_list(page)}
    assert listed == {frozenset(asked.split("&"))}


def to_the_list(page: str) -> list[str]:
    links = html.fromstring(page).xpath("//a[normalize-space()='Als Liste zeigen']/@href")
    return [link for link in links if link.startswith("/angebote/?")]


def test_the_list_leads_to_the_map_with_its_filters(read):
    assert 'href="/ar/angebote/karte/?thema=sprache&amp;kostenlos=1"' in read(
        "/ar/angebote/?thema=sprache&kostenlos=1"
    )


def test_areas_and_steps_keep_the_filters(read, landscape):
    space = SocialSpace.objects.get(pk=landscape.south.pk)
    page = read("/angebote/karte/?thema=sprache")
    links = [link.get("href") for link in picture(page).iter(f"{SVG}a") if link.get("class") == "map-area"]
    assert all(re.fullmatch(r"\?thema=sprache&ausschnitt=[\d.,]+#karte", link) for link in links)
    assert page.count(f">{space.name}<") >= 1
    assert 'href="?thema=sprache&amp;ausschnitt=' in page


def test_what_lies_beyond_the_window_stands_below(read):
    page = read("/angebote/karte/?ausschnitt=8.05,51.77,2")
    assert table(page, "ausserhalb") == {"Alte Schule": ["Mietberatung"]}
    assert "Orte außerhalb des Ausschnitts: 1" in page


def test_a_withdrawn_offer_and_a_draft_stand_on_no_map(read, landscape):
    cafe = Offer.objects.get(pk=landscape.cafe.pk)
    actions.withdraw_offer(landscape.manager, cafe, reason="Pause")
    house = cafe.sites.get().place
    actions.add_offer(landscape.manager, landscape.office, name="Entwurf", sites=[GivenSite(place=house)])
    page = read("/angebote/karte/")
    assert list(signs(page)) == ["Mietberatung"]
    assert "Haus der Kulturen" not in page


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_the_map_is_in_the_language_and_names_the_others(client, landscape, language):
    answer = client.get(f"/{language.prefix}angebote/karte/?thema=sprache")
    page = answer.content.decode()
    assert answer["Content-Language"] == language.code
    assert '<meta name="robots" content="noindex">' in page
    for other in LANGUAGES:
        path = f"/{other.prefix}angebote/karte/?thema=sprache"
        assert f'hreflang="{other.code}" href="http://testserver{path}"' in page
    assert f"<h1>{HEADINGS[language.code]}</h1>" in page


def test_the_plain_map_may_be_found_and_stands_in_the_sitemap(client, read, landscape):
    assert "noindex" not in read("/uk/angebote/karte/")
    sitemap = client.get("/sitemap.xml").content.decode()
    for language in LANGUAGES:
        assert f"<loc>http://testserver/{language.prefix}angebote/karte/</loc>" in sitemap


def test_where_nothing_fits_the_nearest_is_offered_and_it_is_counted(read, landscape):
    page = read("/en/angebote/karte/?thema=sprache&alter=3")
    assert "<svg xmlns" not in page
    assert "We left this out: Age: 3" in page
    assert list(Counted.objects.values_list("filters", flat=True)) == ["age=3&page=en&topic=sprache"]


def test_the_number_of_questions_does_not_grow(client, landscape, django_assert_max_num_queries):
    client.get("/angebote/karte/")
    with django_assert_max_num_queries(3):
        client.get("/angebote/karte/?kostenlos=1")

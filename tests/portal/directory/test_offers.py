"""The list of offers: filters that know what nobody knows, the order, and the facts of a card."""

from __future__ import annotations

import datetime
import re

import pytest
from babel.dates import format_date
from django.utils.html import escape

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.kernel import clock, recurrence

CARD = re.compile(r'class="tile-title"><a href="[^"]*">(.*?)</a>')


def names(page: str) -> list[str]:
    """The titles of the cards, the sure ones before and the unsure ones behind a bar."""
    sure, bar, unsure = page.partition('<section class="unsure"')
    return [*CARD.findall(sure), *(["|", *CARD.findall(unsure)] if bar else [])]


def test_offers_come_by_their_next_date_and_those_without_one_last(read, morning):
    assert names(read("/angebote/"))[0] == "Sprachcafé"
    assert names(read("/angebote/"))[-1] == "Elterngruppe"


def test_a_date_of_today_that_is_over_counts_no_longer(read, landscape, monkeypatch):
    tomorrow = clock.today() + datetime.timedelta(days=1)
    weekly = GivenSchedule(start=tomorrow, opens_at=datetime.time(9), frequency="WEEKLY")
    cooking = actions.add_offer(
        landscape.manager, landscape.association, name="Kochtreff", description="Wir kochen.",
        sites=[GivenSite(schedules=(weekly,))],
    )  # fmt: skip
    actions.publish_offer(landscape.manager, cooking)
    orders = []
    for hour in (10, 20):
        moment = clock.at(tomorrow - datetime.timedelta(days=1), hour)
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        orders.append([name for name in names(read("/angebote/")) if name in ("Sprachcafé", "Kochtreff")])
    assert orders == [["Sprachcafé", "Kochtreff"], ["Kochtreff", "Sprachcafé"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("thema=wohnen", ["Mietberatung"]),
        ("sprache=ar", ["Sprachcafé", "|", "Elterngruppe"]),
        ("alter=15", ["Mietberatung", "|", "Elterngruppe"]),
        ("alter=16", ["Sprachcafé", "Mietberatung", "|", "Elterngruppe"]),
        ("kostenlos=1", ["Sprachcafé", "|", "Elterngruppe"]),
        ("barrierefrei=1", ["Sprachcafé", "|", "Elterngruppe"]),
        ("heute=1", ["Sprachcafé", "|", "Elterngruppe"]),
        ("q=Treff&kostenlos=1", ["Sprachcafé"]),
        ("alter=quatsch", ["Sprachcafé", "Mietberatung", "Elterngruppe"]),
    ],
)
def test_filters_keep_what_fits_and_show_apart_what_nobody_knows(read, morning, query, expected):
    found = names(read(f"/angebote/?{query}"))
    if "heute" in query and clock.today().weekday() == 0 and clock.today().day <= 7:
        expected = ["Sprachcafé", "Mietberatung", "|", "Elterngruppe"]  # the advice is on the first Monday
    if query.startswith("alter"):
        assert sorted(found) == sorted(expected)
    else:
        assert found == expected


def test_an_offer_for_the_whole_town_is_in_every_area(read, landscape):
    assert names(read(f"/angebote/?gebiet={landscape.north.public_id}"))[0] == "Sprachcafé"
    assert set(names(read(f"/angebote/?gebiet={landscape.south.public_id}"))) == {
        "Sprachcafé", "Mietberatung", "|", "Elterngruppe",
    }  # fmt: skip


def test_choices_say_how_many_they_leave(read, landscape):
    page = read("/angebote/")
    assert '<option value="wohnen">Wohnen und Quartier (1)</option>' in page
    assert '<option value="de">Deutsch (2)</option>' in page
    assert f'<option value="{landscape.south.public_id}">Südstadt (2)</option>' in page
    narrowed = read("/angebote/?sprache=ar")
    assert '<option value="ar" selected>Arabisch (1)</option>' in narrowed
    assert 'value="wohnen"' not in narrowed


def test_what_is_chosen_stands_above_the_list_and_the_form_does_not_push_it_off_a_phone(read, morning):
    page = read("/angebote/?heute=1&thema=sprache")
    chosen = page[page.index('<ul class="bare chosen"') : page.index('id="treffer"')]
    assert "Thema: Sprache" in chosen
    assert "Tag: heute" in chosen
    assert "<details open" not in page
    assert '<details class="more" open' not in page


def test_what_is_not_known_is_never_a_no(read, landscape):
    page = read(f"/angebote/{landscape.group.public_id}/")
    facts = page[page.index('<dl class="facts">') : page.index("</dl>")]
    assert facts.count("nicht bekannt") == 9
    assert "kostet" not in facts
    assert "Die Zeiten sind nicht bekannt" in page


def test_a_card_has_the_facts_a_newcomer_needs(read, morning):
    page = read("/angebote/?q=Sprachcafé")
    for fact in (
        "16:00–18:00 Uhr",
        "Haus der Kulturen",
        "kostenlos",
        "Arabisch (mit Dolmetschen)",
        "ohne Anmeldung",
    ):
        assert fact in page


def test_the_page_of_an_offer_has_everything(read, landscape, morning):
    page = read(f"/angebote/{landscape.cafe.public_id}/")
    for text in (
        "Jede Woche:", "16:00–18:00 Uhr", "Lindenweg 3, 59999 Lindenhagen", "Bus 2 bis Markt", "ab 16 Jahren",
        "barrierefrei", "für alle", "Samstag, 1. August 2026", "bruecke@lindenhagen.example", "02599 10-400",
        f'href="/angebote/{landscape.cafe.public_id}.ics"', "<svg", 'href="/akteure/',
    ):  # fmt: skip
        assert text in page, text
    advice = read(f"/angebote/{landscape.advice.public_id}/")
    for text in (
        "Jeden Monat: Montag (der 1. im Monat)",
        "12,50",
        "nicht barrierefrei",
        "Bitte rufen Sie vorher an.",
    ):
        assert text in advice, text


def test_the_link_to_share_keeps_the_filters(read):
    page = read("/tr/angebote/?thema=sprache&kostenlos=1")
    assert escape("http://testserver/tr/angebote/?thema=sprache&kostenlos=1") in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<meta name="robots"' not in read("/tr/angebote/")


def test_a_filter_can_be_taken_back(read):
    page = read("/en/angebote/?thema=sprache&kostenlos=1")
    assert 'href="/en/angebote/?kostenlos=1"' in page
    assert "Remove Topic: German language" in page


def edited(landscape, offer, **changes) -> None:
    row = Offer.objects.get(pk=offer.pk)
    actions.edit_offer(landscape.manager, row, revision=row.revision, changes=changes)
    actions.publish_offer(landscape.manager, Offer.objects.get(pk=row.pk))


def test_paused_offers_come_last_and_ended_ones_not_at_all(read, landscape):
    edited(landscape, landscape.cafe, status="temporarily closed")
    edited(landscape, landscape.group, status="defunct")
    page = read("/angebote/")
    assert names(page) == ["Mietberatung", "Sprachcafé"]
    assert "macht gerade Pause" in page
    assert "Dieses Angebot ist zu Ende." in read(f"/angebote/{landscape.group.public_id}/")


def test_what_is_published_is_there_at_once(read, landscape):
    assert "Neuer Name" not in read("/angebote/")
    edited(landscape, landscape.cafe, name="Neuer Name")
    assert names(read("/angebote/?q=neuer"))[0] == "Neuer Name"
    assert "Sprachcafé" not in read("/angebote/")


def test_a_withdrawn_offer_says_so_in_the_language_of_the_page(client, landscape):
    actions.withdraw_offer(landscape.manager, Offer.objects.get(pk=landscape.cafe.pk), reason="Kein Raum")
    for prefix, text in (("", "Das ist nicht mehr veröffentlicht"), ("uk/", "Це більше не опубліковано")):
        answer = client.get(f"/{prefix}angebote/{landscape.cafe.public_id}/")
        assert answer.status_code == 410
        assert text in answer.content.decode()
        assert "Kein Raum" not in answer.content.decode()


def test_a_merged_entry_leads_to_its_survivor(client, landscape):
    cafe, group = (Offer.objects.get(pk=each.pk) for each in (landscape.cafe, landscape.group))
    actions.merge_offers(landscape.manager, cafe, other=group, take={})
    kept, other = (Actor.objects.get(pk=each.pk) for each in (landscape.association, landscape.office))
    actions.merge_actors(landscape.manager, kept, other=other, take={})
    for old, new in (
        (f"/ar/angebote/{group.public_id}/", f"/ar/angebote/{cafe.public_id}/"),
        (f"/akteure/{other.public_id}/", f"/akteure/{kept.public_id}/"),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)


def test_an_unknown_address_says_so_in_the_language(client, landscape):
    for address in (
        "/tr/angebote/gibtesnicht/",
        f"/tr/angebote/{landscape.office.public_id}/",
        "/tr/angebote/?seite=9",
    ):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "Böyle bir sayfa yok" in answer.content.decode()


def test_an_actor_is_shown_with_its_offers_and_what_it_does(read, landscape):
    page = read(f"/akteure/{landscape.association.public_id}/")
    for text in (
        "Migrantenorganisation",
        "Sprachcafé",
        "Elterngruppe",
        "vor allem von Eingewanderten",
        "Deutsch, Arabisch",
    ):
        assert text in page, text
    assert "Mietberatung" not in page
    assert "Wohnen und Quartier: berät" in read(f"/akteure/{landscape.office.public_id}/")
    assert names(read("/akteure/?q=brücke")) == ["Brücke Lindenhagen e. V."]
    assert names(read("/akteure/?thema=wohnen")) == ["Fachdienst Ankommen"]
    assert names(read("/akteure/")) == ["Brücke Lindenhagen e. V.", "Fachdienst Ankommen"]


def test_the_site_search_finds_offers_and_actors(read, landscape):
    for word in ("offer", "actor"):
        assert read(f"/suche/?q=Sprachcafé&art={word}")


def test_the_number_of_questions_does_not_grow_with_the_offers(
    client, landscape, django_assert_max_num_queries
):
    client.get("/angebote/")
    with django_assert_max_num_queries(5):
        client.get("/angebote/?kostenlos=1")


FORTNIGHTLY = {
    "": ("Alle 2 Wochen: {day}, 15:00 Uhr; den nächsten Termin bitte erfragen", "de"),
    "leichte-sprache/": ("{day}, 15:00 Uhr. Fragen Sie dort: Wann ist der nächste Termin?", "de"),
    "en/": ("Every 2 weeks: {day}, 15:00; please ask for the next date", "en"),
    "tr/": ("; bir sonraki tarihi lütfen sorun", "tr"),
    "ar/": ("؛ يرجى السؤال عن الموعد القادم", "ar"),
    "uk/": ("; про наступну дату, будь ласка, запитайте", "uk"),
}


def fortnightly(landscape, weekday: int) -> str:
    """The advice takes place on that weekday every second week; nobody has said in which."""
    times = GivenSchedule(
        opens_at=datetime.time(15), frequency="WEEKLY", days=recurrence.WEEKDAYS[weekday], interval=2
    )
    edited(landscape, landscape.advice, sites=[GivenSite(schedules=(times,))])
    return f"angebote/{landscape.advice.public_id}/"


def test_of_every_second_week_without_a_first_day_the_page_tells_to_ask(read, landscape, morning):
    address = fortnightly(landscape, weekday=clock.today().weekday())
    for prefix, (words, locale) in FORTNIGHTLY.items():
        day = format_date(clock.today(), "EEEE", locale=locale)
        page = read(f"/{prefix}{address}")
        assert words.format(day=day) in page, prefix
        assert f"{landscape.advice.public_id}.ics" not in page
    page = read(f"/{address}")
    assert "Nächste Termine" not in page
    assert "Den nächsten Termin bitte erfragen." in page


def test_whether_every_second_week_without_a_first_day_is_today_nobody_knows(read, landscape, morning):
    today = clock.today().weekday()
    fortnightly(landscape, weekday=today)
    assert names(read("/angebote/?heute=1")) == ["Sprachcafé", "|", "Elterngruppe", "Mietberatung"]
    fortnightly(landscape, weekday=(today + 1) % 7)
    assert names(read("/angebote/?heute=1")) == ["Sprachcafé", "|", "Elterngruppe"]


def test_what_comes_every_week_since_nobody_said_when_has_its_dates_from_today(read, landscape, morning):
    day = recurrence.WEEKDAYS[clock.today().weekday()]
    weekly = GivenSchedule(opens_at=datetime.time(15), frequency="WEEKLY", days=day)
    edited(landscape, landscape.advice, sites=[GivenSite(schedules=(weekly,))])
    page = read(f"/angebote/{landscape.advice.public_id}/")
    assert "Nächste Termine" in page
    assert f'href="/angebote/{landscape.advice.public_id}.ics"' in page
    assert "Mietberatung" in names(read("/angebote/?heute=1"))[:2]


def test_the_open_data_of_the_directory_are_linked_from_every_page(read, settings):
    assert read("/").count('href="/hsds/beschreibung/"') == 1
    assert read("/angebote/").count('href="/hsds/beschreibung/"') == 1
    assert 'href="/hsds/beschreibung/" hreflang="de">Açık veri (HSDS)' in read("/tr/angebote/")
    assert "/hsds/beschreibung/" in read("/oparl/")
    settings.RATSLINDE_OPEN_DATA = False
    assert "/hsds/beschreibung/" not in read("/angebote/")

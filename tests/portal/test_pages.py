"""Every public page answers, and says what it has to."""

from __future__ import annotations

import re

import pytest

from ratslinde.kernel import clock
from tests.portal import town
from tests.portal.directory.landscape import publish_landscape

pytestmark = pytest.mark.usefixtures("published")

PAGES = (
    "/",
    "/sitzungen/",
    "/sitzungen/?gremium=integrationsrat&jahr=2024",
    "/sitzungen/monat/",
    "/sitzungen/monat/2024-05/",
    f"/sitzungen/{town.HELD}/",
    f"/sitzungen/{town.NEXT}/",
    f"/sitzungen/{town.CANCELLED}/",
    "/vorlagen/",
    "/vorlagen/?gremium=integrationsrat",
    f"/vorlagen/{town.PAPER}/",
    f"/vorlagen/{town.REPORT}/",
    "/gremien/",
    "/gremien/integrationsrat/",
    "/gremien/fb-jugend/",
    "/gremien/auslaenderbeirat/",
    f"/personen/{town.PERSON}/",
    "/personen/pers3000000000/",
    f"/dokumente/{town.NOTICE}/",
    "/suche/",
    "/suche/?q=Baum",
    "/suche/?q=Baum&art=paper&jahr=2024",
    "/suche/?q=gibtesnicht",
    "/nachweis/",
    "/barrierefreiheit/",
    "/datenschutz/",
    "/impressum/",
)


def text(client, path: str, **headers) -> str:
    return client.get(path, headers={"accept-language": "de", **headers}).content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_without_a_cookie_and_under_the_strict_policy(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer
    assert "Cookie" not in answer["Vary"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert " style=" not in answer.content.decode()


def test_the_home_page_shows_what_comes_next_and_what_is_new(client):
    page = text(client, "/")
    assert page.index("4. Sitzung Integrationsrat") < page.index("3. Sitzung Integrationsrat")
    assert "Beschluss über die Planung einer Baumpflanzaktion" in page
    assert 'action="/suche/"' in page
    assert "Zurückgezogene Sache" not in page


def test_the_home_page_leads_to_the_offers_in_every_language_once_there_are_some(client):
    ways = [
        f'href="{each}angebote/" lang=' for each in ("/", "/leichte-sprache/", "/en/", "/tr/", "/ar/", "/uk/")
    ]
    before = client.get("/").content.decode()
    assert not any(way in before for way in ways)
    publish_landscape(today=clock.today())
    page = client.get("/").content.decode()
    assert [way for way in ways if way not in page] == []
    assert '<a href="/ar/angebote/" lang="ar" hreflang="ar" dir="rtl">العربية</a>' in page


def test_every_page_names_the_town_and_links_the_legal_pages(client):
    page = text(client, "/gremien/")
    assert "Stadt Lindenhagen" in page
    assert "Amtsblatt der Stadt Lindenhagen" in page
    for path in ("/impressum/", "/datenschutz/", "/barrierefreiheit/", "/nachweis/"):
        assert f'href="{path}"' in page


def test_the_legal_pages_show_the_texts_of_the_town(client):
    assert "rathaus@lindenhagen.example" in text(client, "/impressum/")
    assert "<h2>Verantwortlich</h2>" in text(client, "/datenschutz/")
    assert "barrierefrei@lindenhagen.example" in text(client, "/barrierefreiheit/")


def test_the_proof_shows_the_daily_head_of_the_chain(client):
    from ratslinde.record.models import DailyHead

    assert DailyHead.objects.get().head in text(client, "/nachweis/")


def test_a_body_shows_members_names_groups_and_sessions(client):
    page = text(client, "/gremien/integrationsrat/")
    assert page.index("Ayşe Yıldırım-Çelik") < page.index("Jan Müller") < page.index("Frühere Mitglieder")
    assert "für Ayşe Yıldırım-Çelik" in page
    assert "bis 31.10.2025" in page
    assert "seit 01.11.2025" in page
    assert "Arbeitsgruppe Fest der Kulturen" in page
    assert "/gremien/integrationsrat/kalender.ics" in page


def test_a_body_that_ended_stands_among_the_former_ones(client):
    page = text(client, "/gremien/")
    assert page.index("Frühere Gremien") < page.index("Ausländerbeirat")
    assert "bestand bis 31. Dezember 2009" in text(client, "/gremien/auslaenderbeirat/")


def test_a_person_shows_offices_under_the_name_of_their_days(client):
    assert "Ausschuss für Chancengerechtigkeit und Integration" in text(client, f"/personen/{town.PERSON}/")
    former = text(client, "/personen/pers3000000000/")
    assert "Integrationsrat</a>" in former
    assert "Zurzeit ist keine Mitgliedschaft veröffentlicht." in former


def test_the_month_is_a_table_with_the_session_in_its_day(client):
    page = text(client, "/sitzungen/monat/2024-05/")
    assert "Sitzungen im Mai 2024" in page
    assert page.count("<tr>") == 6
    assert f'<time datetime="2024-05-15">15</time> <a href="/sitzungen/{town.HELD}/">' in page


def test_only_months_with_sessions_are_for_search_engines(client):
    assert "noindex" not in text(client, "/sitzungen/monat/2024-05/")
    assert "noindex, nofollow" in text(client, "/sitzungen/monat/2150-05/")


@pytest.mark.parametrize("month", ["2024-13", "morgen", "0001-01", "2024-5-1", "2024-5", "٢٠٢٤-٠٥"])
def test_a_month_that_is_none_is_not_found(client, month):
    assert client.get(f"/sitzungen/monat/{month}/").status_code == 404


def test_a_list_can_be_narrowed_to_a_body_and_a_year(client):
    assert "3. Sitzung" in text(client, "/sitzungen/?gremium=integrationsrat&jahr=2024")
    assert "3. Sitzung" not in text(client, "/sitzungen/?gremium=ag-fest")
    assert "Aufbau eines Integrationsmanagements" not in text(client, "/vorlagen/?jahr=2023")
    assert client.get("/vorlagen/?gremium=gibtesnicht").status_code == 404
    assert client.get("/vorlagen/?seite=99").status_code == 404


def test_the_pages_about_open_data_have_the_same_way_around(client):
    def way(path: str) -> list[str]:
        page = client.get(path).content.decode()
        return re.findall(r"<a [^>]*href=\"(/[a-z]+/)\"", page.partition("<main")[0])

    assert way("/oparl/") == way("/")
    assert {"/sitzungen/", "/vorlagen/", "/gremien/", "/suche/"} <= set(way("/"))

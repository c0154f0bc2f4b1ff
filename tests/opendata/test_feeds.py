"""The feed: what is new or changed, first what changed last, with ids that stay, and the head of the chain."""

from __future__ import annotations

import datetime

import pytest
from lxml import etree

from ratslinde.kernel import clock
from ratslinde.record.models import Chain
from ratslinde.record.publishing import publish
from tests.opendata import lindenhagen
from tests.opendata.conftest import BASE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
_ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, address: str = "/feed.atom") -> etree._Element:
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(response.content)


def entries(client, address: str = "/feed.atom") -> dict[str, dict[str, str]]:
    found = {}
    for entry in feed(client, address).iter(f"{_ATOM}entry"):
        texts = {
            child.tag.removeprefix(_ATOM): child.text or child.get("href") or child.get("term")
            for child in entry
        }
        found[texts["link"].removeprefix(f"{BASE}/")] = texts
    return found


def test_meetings_and_papers_are_in_the_feed_and_what_was_withdrawn_is_not(client):
    found = entries(client)
    assert set(found) == {"sitzungen/s1/", "sitzungen/s2/", "vorlagen/v1/", "vorlagen/v2/", "nachweis/"}
    assert found["sitzungen/s1/"]["title"] == "Sitzung des Ausschusses für Chancengerechtigkeit am 03.03.2026"
    assert "Ö 3 Förderung und Fest" in found["sitzungen/s1/"]["summary"]
    assert found["sitzungen/s2/"]["title"].startswith("Abgesagt: ")
    assert found["vorlagen/v1/"]["title"] == "2026/001 Förderung der Baumpflanzaktion"
    assert "Zu früh" not in str(found)


def test_the_head_of_the_chain_goes_out_to_all_who_subscribe(client):
    assert Chain.objects.get().head in entries(client)["nachweis/"]["summary"]


def test_the_feed_names_itself_its_page_and_who_it_is_from(client):
    root = feed(client)
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{_ATOM}link")}
    assert links == {"self": f"{BASE}/feed.atom", "alternate": f"{BASE}/"}
    assert root.findtext(f"{_ATOM}title") == "Neues aus dem Rat – Stadt Lindenhagen"
    assert root.findtext(f"{_ATOM}author/{_ATOM}name") == "Stadt Lindenhagen"


def test_ids_stay_when_something_changes_and_when_the_site_moves(client, settings, monkeypatch):
    before = entries(client)
    later = clock.now() + datetime.timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    publish([lindenhagen.paper("v1", "2026/001", "Neue Fassung")])
    settings.RATSLINDE_URL = "https://umgezogen.example"
    after = {key.removeprefix("https://umgezogen.example/"): texts for key, texts in entries(client).items()}
    assert after["vorlagen/v1/"]["id"] == before["vorlagen/v1/"]["id"]
    assert after["vorlagen/v1/"]["id"].startswith("urn:uuid:")
    assert after["vorlagen/v1/"]["updated"] > before["vorlagen/v1/"]["updated"]
    assert next(iter(after)) == "vorlagen/v1/"
    assert len({texts["id"] for texts in after.values()}) == len(after)


def test_a_body_has_its_own_feed(client):
    assert set(entries(client, "/gremien/ausschuss/feed.atom")) == {
        "sitzungen/s1/", "sitzungen/s2/", "vorlagen/v1/", "vorlagen/v2/"
    }  # fmt: skip
    assert set(entries(client, "/gremien/rat/feed.atom")) == {"vorlagen/v2/"}
    assert entries(client, "/gremien/liste/feed.atom") == {}
    assert client.get("/gremien/niemand/feed.atom").status_code == 404
    assert client.get("/gremien/alt/feed.atom").status_code == 410


def test_marks_in_a_title_are_text(client):
    publish([lindenhagen.paper("v8", "2026/008", "<b>Fest</b> & „Feier“ <script>")])
    assert entries(client)["vorlagen/v8/"]["title"] == "2026/008 <b>Fest</b> & „Feier“ <script>"


def test_an_empty_town_has_an_empty_feed(client, db):
    from ratslinde.record.models import DailyHead, Published

    Published.objects.all().delete()
    DailyHead.objects.all().delete()
    Chain.objects.all().delete()
    assert entries(client) == {}


@pytest.mark.parametrize("address", ["/feed.atom", "/gremien/ausschuss/feed.atom", "/kalender.ics"])
def test_twice_as_much_takes_no_more_queries(client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        client.get(address)
    publish([lindenhagen.paper(f"v7{n}", f"2026/07{n}", "Noch eine") for n in range(5)])
    publish([lindenhagen.meeting(f"s7{n}", 10 + n) for n in range(5)])
    with django_assert_max_num_queries(7):
        client.get(address)

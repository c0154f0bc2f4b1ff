"""How open data is answered: for every web page, without cookies, remembered, compressed."""

from __future__ import annotations

import datetime
import gzip

import brotli
import pytest
from django.test import Client

from ratslinde.kernel import clock
from ratslinde.kernel.compression import Sent
from ratslinde.opendata import kept
from ratslinde.record import chain, listing
from ratslinde.record.models import Chain, Published
from ratslinde.record.publishing import publish
from tests.opendata import lindenhagen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
LIST = f"/oparl/v1.1/body/{lindenhagen.BODY}/meeting"
ADDRESSES = ["/oparl/v1.1/system", LIST, "/oparl/v1.1/meeting/s1", "/feed.atom", "/kalender.ics", "/sitzungen/s1.ics",
             "/gremien/ausschuss/feed.atom", "/gremien/ausschuss/kalender.ics"]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_says_what_get_says_without_the_content(client, address):
    get, head = client.get(address), client.head(address)
    assert dict(get.headers) == dict(head.headers)
    assert int(head.headers["Content-Length"]) == len(get.content) > 0
    assert head.content == b""


@pytest.mark.parametrize("address", [*ADDRESSES, "/oparl/v1.1/nirgends", f"{LIST}?limit=x"])
def test_answers_have_the_headers_of_safety_and_neither_cookie_nor_language(client, address):
    response = client.get(address, headers={"Accept-Language": "en"})
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert {"Set-Cookie", "Content-Language", "Access-Control-Allow-Methods"}.isdisjoint(response.headers)
    assert "Cookie" not in response.headers.get("Vary", "")


def test_the_rest_of_the_site_keeps_its_middleware(client):
    assert "script-src" in client.get("/impressum/").headers["Content-Security-Policy"]


def test_a_secure_site_says_so(client, settings):
    settings.SECURE_HSTS_SECONDS = 31536000
    assert client.get("/oparl/v1.1/system").headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_browser_may_ask_first(client):
    response = client.options("/oparl/v1.1/system", headers={"Origin": "https://andere.example"})
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_open_data_can_only_be_read(method):
    response = getattr(Client(enforce_csrf_checks=True), method)("/oparl/v1.1/system")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["type"] == "https://schema.oparl.org/1.1/Error"


def test_open_data_that_is_switched_off_says_so(client, settings):
    settings.RATSLINDE_OPEN_DATA = False
    for address in ("/oparl/v1.1/system", LIST, "/oparl/v1.1/paper/vx"):
        response = client.get(address)
        assert response.status_code == 404
        assert "abgeschaltet" in response.json()["message"]
    assert client.get("/oparl/").status_code == 404
    assert client.get("/kalender.ics").status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_the_answer_gets_none_and_it_costs_no_page(
    client, address, monkeypatch, django_assert_num_queries
):
    tag = client.get(address).headers["ETag"]
    monkeypatch.setattr(listing, "page", None)
    monkeypatch.setattr(listing, "single", None)
    with django_assert_num_queries(3):  # the state alone is asked for, each time
        for given in (tag, tag.removeprefix("W/"), f'"x", {tag}'):
            response = client.get(address, headers={"If-None-Match": given})
            assert response.status_code == 304
            assert response.content == b""
    assert "Content-Type" not in response.headers
    assert response.headers["ETag"] == tag
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_date_of_the_last_change_serves_too(client):
    last = client.get(LIST).headers["Last-Modified"]
    assert client.get(LIST, headers={"If-Modified-Since": last}).status_code == 304
    assert client.get(LIST, headers={"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"}).status_code == 200
    assert (
        client.get(LIST, headers={"If-Modified-Since": last, "If-None-Match": '"anders"'}).status_code == 200
    )
    assert client.get(LIST, headers={"If-Modified-Since": "Unsinn"}).status_code == 200


def test_a_date_that_is_still_to_come_is_not_named(client):
    publish([lindenhagen.file("f9", "Neu")])
    assert "Last-Modified" not in client.get(LIST).headers


def test_every_change_moves_the_tag(client, settings):
    tags = [client.get(LIST).headers["ETag"], client.get(f"{LIST}?limit=1").headers["ETag"]]
    publish([lindenhagen.file("f9", "Neu")])
    tags.append(client.get(LIST).headers["ETag"])
    chain.sent_otherwise()
    tags.append(client.get(LIST).headers["ETag"])
    settings.RATSLINDE_URL = "https://umgezogen.example"
    tags.append(client.get(LIST).headers["ETag"])
    assert len(set(tags)) == len(tags)


def test_a_restored_backup_does_not_answer_with_an_old_tag(client):
    """The same number of publications, another content."""
    before = client.get(LIST).headers["ETag"]
    Chain.objects.update(head="f" * 64)
    assert client.get(LIST).headers["ETag"] != before


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate", "gzip"), ("gzip, deflate, br, zstd", "br"), ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None), ("gzip;q=0", None), ("", None), ("GZIP", "gzip"), ("x-gzipped", None),
    ],
)  # fmt: skip
def test_answers_are_compressed_for_who_can_read_it(client, accepted, encoding):
    plain = client.get(LIST).content
    response = client.get(LIST, headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == encoding
    assert response.headers["Vary"] == "Accept-Encoding"
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[encoding]
    assert unpack(response.content) == plain
    assert int(response.headers["Content-Length"]) == len(response.content)


def test_a_short_answer_is_sent_as_it_is(client):
    response = client.get("/oparl/v1.1/paper/vx", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in response.headers


def test_an_answer_is_made_once_and_kept_until_the_next_publication(client, monkeypatch):
    first = client.get(LIST)
    made = []
    page = listing.page
    monkeypatch.setattr(listing, "page", lambda wish: made.append(wish) or page(wish))
    assert client.get(LIST).content == first.content
    assert made == []
    publish([lindenhagen.meeting("s4", 30)])
    assert len(client.get(LIST).json()["data"]) == len(first.json()["data"]) + 1
    assert len(made) == 1


def test_kept_answers_make_room_for_newer_ones():
    store = kept.Store(most=10)
    for name in "abc":
        store.put(name, "", Sent(content=b"1234", headers={}))
        store.get("a", "")
    assert [bool(store.get(name, "")) for name in "abc"] == [True, False, True]
    store.put("", "", Sent(content=b"1", headers={}))
    assert store.get("", "") is None
    store.put("groß", "", Sent(content=b"x" * 11, headers={}))
    assert store.get("groß", "") is None


def test_what_goes_wrong_is_told_as_an_error_object_without_details(client, monkeypatch):
    monkeypatch.setattr(listing, "single", lambda *_, **__: 1 / 0)
    response = client.get("/oparl/v1.1/meeting/s1")
    assert response.status_code == 500
    assert response.json()["type"] == "https://schema.oparl.org/1.1/Error"
    assert b"division" not in response.content
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_record_without_a_chain_keeps_no_answers(client):
    Chain.objects.all().delete()
    assert len(client.get(LIST).json()["data"]) == 2
    Published.objects.filter(pk="s2").delete()
    assert len(client.get(LIST).json()["data"]) == 1


def test_the_state_knows_when_it_changed():
    changed = listing.state().changed
    assert changed is not None
    assert clock.now() - changed < datetime.timedelta(hours=2)

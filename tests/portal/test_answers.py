"""Withdrawn, unknown, unchanged, refused: what an address answers then."""

from __future__ import annotations

import gzip

import brotli
import pytest

from ratslinde.portal import errors
from ratslinde.record.models import Chain, Published, Version
from ratslinde.record.publishing import publish
from tests.portal import town
from tests.portal.test_pages import text

pytestmark = pytest.mark.usefixtures("published")


def test_what_was_withdrawn_says_so_and_tells_nothing_of_what_it_was(client):
    answer = client.get(f"/vorlagen/{town.GONE}/", headers={"accept-language": "de"})
    assert answer.status_code == 410
    page = answer.content.decode()
    assert "Das ist nicht mehr veröffentlicht" in page
    assert "Zurückgezogene Sache" not in page


@pytest.mark.parametrize(
    "path",
    [
        "/vorlagen/gibtesnicht/",
        "/sitzungen/gibtesnicht/",
        "/gremien/x/",
        "/personen/x/",
        "/dokumente/x/",
        "/irgendwas",
        f"/sitzungen/{town.PAPER}/",
    ],
)
def test_what_never_was_is_not_found(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.content.decode()


def test_a_page_that_did_not_change_is_not_made_again(client, django_assert_num_queries):
    etag = client.get("/vorlagen/")["ETag"]
    with django_assert_num_queries(1):  # for the state of the record
        assert client.get("/vorlagen/", headers={"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize("path", ["/vorlagen/", "/angebote/", "/en/angebote/", "/sitemap.xml"])
@pytest.mark.parametrize(
    ("accepted", "unpack"), [("gzip, deflate", gzip.decompress), ("gzip, br", brotli.decompress)]
)
def test_a_page_is_compressed_for_who_can_read_it(client, path, accepted, unpack):
    plain = client.get(path)
    sent = client.get(path, headers={"accept-encoding": accepted})
    assert "Content-Encoding" not in plain
    assert unpack(sent.content) == plain.content
    assert len(sent.content) == int(sent["Content-Length"]) < len(plain.content)
    assert all("Accept-Encoding" in answer["Vary"] for answer in (plain, sent))
    again = {"accept-encoding": accepted, "if-none-match": plain["ETag"]}
    assert client.get(path, headers=again).status_code == 304


def test_any_publication_makes_pages_new(client):
    etag = client.get("/vorlagen/")["ETag"]
    publish([town.meeting("meet9000000000", town.HELD_DAY, "9. Sitzung", items=[], state="terminiert")])
    assert client.get("/vorlagen/", headers={"if-none-match": etag}).status_code == 200


def test_after_a_restored_backup_no_page_of_the_state_that_was_given_up_counts(client):
    """As many publications as before, but other ones."""
    before = list(Chain.objects.values())
    publish([town.meeting("meet9000000000", town.HELD_DAY, "9. Sitzung", items=[], state="terminiert")])
    etag = client.get("/sitzungen/")["ETag"]
    Version.objects.filter(object_id="meet9000000000").delete()
    Published.objects.filter(pk="meet9000000000").delete()
    for row in before:
        Chain.objects.filter(pk=row.pop("body")).update(**row)
    publish([town.meeting("meet8000000000", town.HELD_DAY, "8. Sitzung", items=[], state="terminiert")])
    assert client.get("/sitzungen/", headers={"if-none-match": etag}).status_code == 200


def test_pages_only_read(client):
    assert client.post("/vorlagen/").status_code == 405


def test_who_opens_the_address_of_a_form_reads_what_to_do(client, db):
    answer = client.get("/schreibtisch/gremien/anders/name/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "nimmt nur ein Formular entgegen" in answer.content.decode()


def test_an_error_page_asks_no_database_and_shows_nothing_of_the_inside(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = errors.failed(rf.get("/"))
    assert answer.status_code == 500
    assert "Zur Startseite" in answer.content.decode()
    assert errors.forbidden(rf.get("/"), PermissionError()).status_code == 403
    assert errors.bad_request(rf.get("/"), ValueError("geheim")).status_code == 400


def test_a_form_without_its_token_is_refused_without_the_reason(rf):
    answer = errors.form_refused(rf.post("/"), reason="CSRF cookie not set.")
    assert answer.status_code == 403
    assert b"CSRF" not in answer.content


def test_robots_are_told_where_the_pages_are(client):
    page = text(client, "/robots.txt")
    assert "Disallow: /suche/" in page
    assert "Sitemap: http://testserver/sitemap.xml" in page


def test_the_sitemap_lists_every_page_once_and_nothing_withdrawn(client):
    page = text(client, "/sitemap.xml")
    assert page.count(f"/sitzungen/{town.HELD}/<") == 1
    assert "#top" not in page
    assert town.GONE not in page
    assert "<loc>http://testserver/nachweis/</loc>" in page


def test_a_sitemap_that_grew_too_long_comes_in_parts(client, monkeypatch):
    monkeypatch.setattr("ratslinde.portal.machines.SIZE", 10)
    assert "sitemap-2.xml" in text(client, "/sitemap.xml")
    parts = text(client, "/sitemap-1.xml") + text(client, "/sitemap-2.xml")
    assert parts.count(f"/sitzungen/{town.HELD}/<") == 1
    assert client.get("/sitemap-9.xml").status_code == 404


def test_addresses_are_those_of_the_settings_where_they_are_set(client, settings):
    settings.RATSLINDE_URL = "https://rat.lindenhagen.example"
    assert "<loc>https://rat.lindenhagen.example/sitzungen/</loc>" in text(client, "/sitemap.xml")

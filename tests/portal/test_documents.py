"""A document: its page, its bytes, and that nothing in it can do harm."""

from __future__ import annotations

import pytest

from ratslinde.files import storage
from ratslinde.record.outlet import by_path
from ratslinde.record.publishing import publish
from ratslinde.record.values import Withdrawal
from tests.portal import town
from tests.portal.test_pages import text

pytestmark = pytest.mark.usefixtures("published")
PDF = f"/dokumente/{town.NOTICE}/bekanntmachung.pdf"
HTML = f"/dokumente/{town.PAGE}/lageplan.html"


def body(answer) -> bytes:
    return b"".join(answer) if answer.streaming else answer.content


def test_the_page_says_what_the_document_is_and_where_it_belongs(client):
    page = text(client, f"/dokumente/{town.NOTICE}/")
    assert "bekanntmachung.pdf" in page
    assert "PDF, 10 kB" in page
    assert f'href="{PDF}?download"' in page
    assert f"/sitzungen/{town.HELD}/" in page
    assert f"/vorlagen/{town.PAPER}/" in page


def test_the_bytes_are_those_of_the_record_and_open_in_the_browser(client):
    answer = client.get(PDF)
    stored = by_path(f"dokumente/{town.NOTICE}/").content()
    assert body(answer) == stored
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Length"] == str(len(stored))
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "ETag" in answer
    assert "Last-Modified" in answer


def test_the_second_address_saves_the_document(client):
    assert client.get(f"{PDF}?download")["Content-Disposition"] == 'attachment; filename="bekanntmachung.pdf"'


def test_a_document_that_is_a_web_page_runs_nothing_and_is_no_part_of_the_site(client):
    policy = client.get(HTML)["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "allow-" not in policy


def test_an_unchanged_document_is_not_sent_twice(client):
    first = client.get(PDF)
    assert client.get(PDF, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get(PDF, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
    assert client.get(PDF, headers={"if-none-match": '"anders"'}).status_code == 200


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-9", 0, 9),
        ("bytes=100-", 100, None),
        ("bytes=-5", -5, None),
        ("bytes=10000-999999", 10000, None),
    ],
)
def test_a_part_of_the_document_can_be_asked_for(client, wanted, first, last):
    stored = by_path(f"dokumente/{town.NOTICE}/").content()
    expected = stored[first : last + 1 if last is not None else None]
    answer = client.get(PDF, headers={"range": wanted})
    assert answer.status_code == 206
    assert body(answer) == expected
    assert answer["Content-Length"] == str(len(expected))
    assert answer["Content-Range"].endswith(f"/{len(stored)}")


@pytest.mark.parametrize("wanted", ["bytes=999999-", "bytes=-0"])
def test_a_part_behind_the_end_is_refused_with_the_length(client, wanted):
    answer = client.get(PDF, headers={"range": wanted})
    assert answer.status_code == 416
    assert answer["Content-Range"] == "bytes */10249"


@pytest.mark.parametrize("wanted", ["bytes=5-1", "bytes=0-1,3-4", "bytes=-", "zeilen=1-2"])
def test_a_wish_that_cannot_be_read_gets_everything(client, wanted):
    assert client.get(PDF, headers={"range": wanted}).status_code == 200


def test_a_part_of_an_older_version_gets_everything(client):
    headers = {"range": "bytes=0-9", "if-range": '"alt"'}
    assert client.get(PDF, headers=headers).status_code == 200


def test_head_sends_the_headers_alone(client):
    answer = client.head(PDF)
    assert answer["Content-Length"] == "10249"
    assert body(answer) == b""


def test_another_file_name_is_not_found(client):
    assert client.get(f"/dokumente/{town.NOTICE}/anderes.pdf").status_code == 404
    assert client.get(f"/dokumente/{town.NOTICE}/..%2f..%2fsecret.key").status_code == 404


def test_a_withdrawn_document_is_gone_with_its_bytes(client):
    publish([], withdrawals=[Withdrawal(kind="file", id=town.NOTICE, body=town.BODY)])
    assert client.get(PDF).status_code == 410
    assert client.get(f"/dokumente/{town.NOTICE}/").status_code == 410
    assert b"%PDF" not in body(client.get(PDF))


def test_bytes_that_nobody_published_have_no_address(client):
    stored = storage.store(b"geheim")
    assert client.get(f"/dokumente/{stored.sha256[:14]}/geheim.txt").status_code == 404

"""Nothing non-public leaves the house: every byte of every address is searched for what was never published."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest
from django.test import Client

from tests.exposure import planting, town, visiting
from tests.standing import standing

WITH_COOKIES = ("/anmelden", "/konto", "/abmelden", "/schreibtisch", "/einrichten")


@pytest.fixture(scope="module")
def planted_once(built_once, django_db_blocker) -> Iterator[None]:
    with standing(django_db_blocker):
        planting.edit_everything()
        list(planting.add_everywhere())
        yield


@pytest.fixture
def planted_town(planted_once, db) -> None:
    """The town with canaries in all that is not published."""


def everything_sent(response) -> str:
    """Status line, headers and body as text, also of a PDF with its metadata."""
    data = b"".join(response.streaming_content) if response.streaming else response.content
    kind = response.headers.get("Content-Type", "")
    head = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    cookies = str(response.cookies)
    return f"{response.status_code}\n{head}\n{cookies}\n{_words(data, kind)}"


def _words(data: bytes, kind: str) -> str:
    if kind.startswith("application/pdf"):
        pages = pypdfium2.PdfDocument(data)
        text = " ".join(page.get_textpage().get_text_range() for page in pages)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return f"{text}\n{dict(pdf.docinfo)}\n{pdf.open_metadata()}"
    return data.decode("utf-8", errors="replace")


def test_every_text_field_is_planted(planted_town):
    wanted = {
        (model.__name__, field.name)
        for model in planting.our_models()
        for field in planting.text_fields(model)
        if model.__name__ != "StoredFile"
    }
    assert wanted - planting.planted() == set()


def test_no_address_sends_what_was_never_published_nor_a_cookie_and_the_published_is_there(planted_town):
    client = Client()
    leaks, seen, statuses = [], set(), {}
    for name, address in visiting.addresses():
        response = client.get(address)
        sent = everything_sent(response)
        statuses.setdefault(name, set()).add(response.status_code)
        if not address.startswith(WITH_COOKIES):
            assert response.cookies == {}, address
        if planting.MARK in sent:
            leaks.append(f"{address}: …{sent[max(0, sent.index(planting.MARK) - 80) :][:160]}")
        seen |= {twin for twin in town.TWINS if twin in sent}
    assert leaks == []
    assert seen == set(town.TWINS)
    assert {name for name, found in statuses.items() if 500 in found} == set()


def test_an_error_page_says_nothing_of_what_happened(planted_town, monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError(f"geheim {planting.MARK}")

    monkeypatch.setattr("ratslinde.record.outlet.of_kind", fail)
    client = Client(raise_request_exception=False)
    response = client.get("/")
    assert response.status_code == 500
    assert planting.MARK not in everything_sent(response)
    assert "Traceback" not in everything_sent(response)

"""The page about open data names every vendor attribute that an object can have."""

from __future__ import annotations

import msgspec
import pytest

from ratslinde.opendata.vocabulary import PREFIX, attributes
from ratslinde.record import oparl
from tests.opendata.conftest import BASE

_FIELDS = {field.encode_name for each in oparl.TYPES.values() for field in msgspec.structs.fields(each)}


def test_every_vendor_attribute_is_explained_and_no_other():
    assert {each.name for each in attributes()} == {name for name in _FIELDS if ":" in name}
    assert all(each.name.startswith(PREFIX) and each.types for each in attributes())


def test_vendor_attributes_are_scalar():
    """Clients drop everything nested."""
    for each in oparl.TYPES.values():
        for field in msgspec.structs.fields(each):
            if ":" in field.encode_name:
                assert field.type in (str | None, int | None, bool | None)


@pytest.mark.django_db
def test_the_page_shows_them_and_the_entry(client, town):
    response = client.get("/oparl/")
    text = response.content.decode()
    assert response.status_code == 200
    for each in attributes():
        assert f"<code>{each.name}</code>" in text
    assert f'href="{BASE}/oparl/v1.1/system"' in text
    assert "Stadt Lindenhagen" in text


@pytest.mark.django_db
def test_the_page_can_be_read_before_anything_is_published(client, db):
    assert client.get("/oparl/").status_code == 200
    assert client.post("/oparl/").status_code == 405

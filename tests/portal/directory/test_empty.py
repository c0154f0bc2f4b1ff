"""The directory of a town that has published nothing yet."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/angebote/", "Noch keine Angebote"),
        ("/angebote/karte/", "Noch keine Angebote"),
        ("/tr/akteure/", "Henüz kurum yok"),
    ],
)
def test_it_says_that_it_is_empty(client, db, address, sentence):
    assert sentence in client.get(address).content.decode()


def test_without_a_directory_no_page_links_its_open_data(client, db):
    assert "/hsds/beschreibung/" not in client.get("/").content.decode()

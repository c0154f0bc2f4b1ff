"""Only a street is an address; what else stands in its column is kept as a hint, as it would send people astray."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.places.streets import is_street
from ratslinde.integration.importing.rules.places.whole_addresses import whole_address

TOWNS = frozenset({"lindenhagen"})
STREETS = """
Ahornweg 3
Ahornweg 3, Hinterhaus
Lindenallee 12-14
Brunnenstr. 4+6
Markt 3 + 5
Südring 12 a
Straße des Friedens 11
Am Rathaus 5
Am Gemeindehaus 2
Lange Reihe 3
Kirchplatz
Am Anger
"""
NONE = """
anonym
Bahnhof
Supermarkt
Wald
12
Sportplatz
Frauenhaus (Adresse nicht öffentlich)
Bahnhofstr. 10 u. Ringstr. 4
Gartenstr. 8-10 und Ahornweg 14
Am Alten Markt 2, Lindenhagen; Außenstelle: Dorfstr. 9
Gesundheitsamt, 1. Etage, Zi. 108
ev. Gemeindehaus Kirchweg 2
Begegnungszentrum Marktstraße 9
Schule am Wald
Postfach 1022
"""


@pytest.mark.parametrize("text", STREETS.strip().splitlines())
def test_a_street_is_one_with_its_number_or_its_name(text):
    assert is_street(text)


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_may_be_anything_else_is_none(text):
    assert not is_street(text)


def test_of_two_addresses_in_a_cell_none_is_taken():
    assert whole_address("Nordstr. 5, 59997 Oberlinden u. Marktplatz 2, 59999 Lindenhagen", TOWNS) is None

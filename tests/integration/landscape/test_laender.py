"""The Land of an address follows from the town's official key."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.rules.laender import land_of


@pytest.mark.parametrize(
    ("key", "land"),
    [
        ("05999001", "Nordrhein-Westfalen"), ("06411", "Hessen"), ("16999001", "Thüringen"), ("17000000", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_first_two_digits_name_the_land(key, land):
    assert land_of(key) == land


@pytest.mark.parametrize(("key", "land"), [("06999001", "Hessen"), ("", "")])
def test_an_address_names_the_land_of_the_town_and_is_not_whole_where_it_is_not_known(house, key, land):
    house.body.official_key = key
    value = public.place_value(house).hsds
    assert [each.state_province for each in value.addresses] == ([land] if land else [])
    assert (value.x_partial_address is None) == bool(land)

"""The Land of an address follows from the town's official key."""

from __future__ import annotations

import msgspec
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


@pytest.mark.parametrize(("key", "said"), [("06999001", {"state_province": "Hessen"}), ("", {})])
def test_an_address_names_the_land_of_the_town_and_none_where_it_is_not_known(house, key, said):
    house.body.official_key = key
    (address,) = public.place_value(house).hsds.addresses
    plain = msgspec.to_builtins(address)
    assert {name: plain[name] for name in ("state_province",) if name in plain} == said

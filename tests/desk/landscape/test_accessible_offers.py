"""Whether somebody with a wheelchair gets to an offer: in the list, by filter and in the table; unknown is no no."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.urls import reverse

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.rules.wheelchairs import gets_in
from ratslinde.integration.landscape.values import GivenSite
from tests.desk.landscape.entering import url


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([True, None], True),
        ([False, True], True),
        ([False, False], False),
        ([False, None], None),
        ([None], None),
        ([], None),
    ],
)
def test_one_place_to_get_into_is_enough_and_one_that_nobody_knows_leaves_it_open(places, said):
    assert gets_in(places) is said


@pytest.fixture
def several(manager, body, association):
    """An offer of each kind, and one at two places."""
    places = {
        word: actions.add_place(
            manager, body, name=f"Haus {word}", latitude=51.77, longitude=8.05, accessible=said
        )
        for word, said in (("ja", True), ("nein", False), ("offen", None))
    }
    for name, at in {
        "Eben": ["ja"], "Treppe": ["nein"], "Offen": ["offen"], "Beides": ["nein", "ja"], "Halb": ["nein", "offen"],
        "Ohne Ort": [],
    }.items():  # fmt: skip
        actions.add_offer(
            manager, association, name=name, sites=[GivenSite(place=places[each]) for each in at]
        )


def test_the_list_says_it_and_finds_by_it(desk, several):
    def found(word: str) -> set[str]:
        return {each.name for each in desk.get(url("offers"), {"barrierefrei": word}).context["offers"]}

    assert found("ja") == {"Eben", "Beides"}
    assert found("nein") == {"Treppe"}
    assert found("unbekannt") == {"Offen", "Halb", "Ohne Ort"}
    page = desk.get(url("offers")).text
    cells = re.findall(r'data-label="Barrierefrei">(.*?)</td>', page, re.DOTALL)
    assert [re.sub("<.*?>", "", each).strip() for each in cells] == [
        "ja", "ja", "nicht bekannt", "nicht bekannt", "nicht bekannt", "nein",
    ]  # fmt: skip


def test_the_table_of_the_map_says_it_of_each_place(desk, several):
    answer = desk.get(reverse("desk_map:map_csv"), {"form": "excel"})
    rows = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    found = {row["Ort"]: row["Barrierefrei"] for row in rows}
    assert [found[f"Haus {word}"] for word in ("ja", "nein", "offen")] == ["ja", "nein", ""]

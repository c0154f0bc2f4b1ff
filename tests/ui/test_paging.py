"""Long lists in pages."""

from __future__ import annotations

import pytest

from ratslinde.ui.paging import Paging, page_number


def test_a_list_knows_its_pages_and_where_each_begins():
    paging = Paging(number=3, size=25, total=101)
    assert (paging.pages, paging.first) == (5, 50)
    assert Paging(number=1, size=25, total=0).pages == 1


def test_the_first_page_has_the_plain_address_and_all_keep_the_filters():
    paging = Paging(number=2, size=25, total=101, query=(("jahr", "2024"),))
    assert paging.previous == "?jahr=2024"
    assert paging.following == "?jahr=2024&seite=3"


def test_the_ends_have_no_neighbour():
    assert Paging(number=1, size=25, total=20).previous == ""
    assert Paging(number=1, size=25, total=20).following == ""


def test_far_pages_become_a_gap():
    numbers = [number for number, _ in Paging(number=10, size=10, total=200).offered]
    assert numbers == [1, 0, 8, 9, 10, 11, 12, 0, 20]


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("", 1), (None, 1), ("-2", 1), ("0", 1), ("²", 1), ("9" * 40, 1)]
)
def test_what_is_no_number_is_the_first_page(text, number):
    assert page_number(text) == number

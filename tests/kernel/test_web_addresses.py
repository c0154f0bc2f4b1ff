"""What may stand behind a link."""

from __future__ import annotations

import pytest

from ratslinde.kernel.web_addresses import is_web_address


@pytest.mark.parametrize(
    "text",
    [
        "https://verein.example", "http://verein.example/a?b=c&d=(1)#e", "https://übung.example/straße",
        "https://verein.example:8443/~chor/", "https://verein.example/%22",
    ],
)  # fmt: skip
def test_addresses_of_the_web_are_taken(text):
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        'http://boese.example/"><b>', "http://boese.example/'x", "http://boese.example/a b", "http://boese.example/<b",
        "http://boese.example/\u202egpj", "http://boese.example/\x85", "http://boese.example/\n", "http://[",
        "javascript:alert(1)", "ftp://verein.example", "https://verein", "https://.example", "verein.example", "",
        "https://verein.example/" + "x" * 200, "http://boese.example\\@verein.example",
    ],
)  # fmt: skip
def test_what_ends_a_link_early_or_hides_where_it_leads_is_none(text):
    assert not is_web_address(text)

"""Many entries are looked at and published at once: what they share is stated once."""

from __future__ import annotations

import pytest
from django.db import connection

from ratslinde.integration.landscape import actions, previews
from ratslinde.integration.landscape.models import Offer
from ratslinde.integration.landscape.values import GivenSite

MOST_EACH = 20
"""Statements that one more offer costs: what it says of itself is read a table at a time."""


@pytest.fixture
def asked():
    """How many statements a call sends to the database."""

    def asked(act) -> int:
        sent = []
        with connection.execute_wrapper(lambda execute, *given: (sent.append(1), execute(*given))[1]):
            act()
        return len(sent)

    return asked


def offers(manager, association, vocabulary, house, north, number):
    fields = list(vocabulary["handlungsfeld"].terms.all())[:3]
    for each in range(number):
        actions.add_offer(
            manager, association, name=f"Gruppe {each}", description="Offener Treff.", fields=fields, area="spaces",
            sites=[GivenSite(place=house, spaces=(north,))],
        )  # fmt: skip
    return list(Offer.objects.select_related("body", "actor", "form"))


def test_one_more_offer_costs_its_own_statements_only(manager, association, vocabulary, house, north, asked):
    actions.publish_actor(manager, association)
    rows = offers(manager, association, vocabulary, house, north, 12)
    few, many = (asked(lambda some=some: previews.preview_many(manager, some)) for some in (rows[:2], rows))
    assert (many - few) / 10 <= MOST_EACH


def test_what_stands_in_the_way_is_found_without_stating_anything(
    manager, association, vocabulary, house, north, asked
):
    actions.publish_actor(manager, association)
    rows = offers(manager, association, vocabulary, house, north, 3)
    rows[0].description = " "
    assert [(row, sentence[:19]) for row, sentence in actions.obstacles(rows)] == [
        (rows[0], "Bitte beschreiben S")
    ]
    assert asked(lambda: actions.obstacles(rows)) == 0


def test_all_that_is_named_goes_along_once(manager, body, association, vocabulary, house, north):
    rows = [association, *offers(manager, association, vocabulary, house, north, 3)]
    found = previews.preview_many(manager, rows)
    assert len({each.id for each in found}) == len(found)
    assert {each.kind for each in found} == {"actor", "offer", "place", "socialSpace", "taxonomy", "term"}
    assert sorted(actions.publish_many(manager, body, rows=rows)) == sorted(each.id for each in found)

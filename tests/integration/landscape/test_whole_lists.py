"""Whether the fields of action of an offer are all named: what the verbs say, and what stood before it was asked."""

from __future__ import annotations

import importlib

import pytest
from django.apps import apps

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import FieldChange, Offer

MIGRATION = importlib.import_module(
    "ratslinde.integration.landscape.migrations.0006_fields_may_be_named_in_part"
)


@pytest.fixture
def empty(manager, association) -> Offer:
    return actions.add_offer(manager, association, name="Treff")


def test_who_names_fields_says_that_these_are_all_unless_it_says_otherwise(
    manager, association, language_field
):
    fields = [language_field]
    offers = [
        actions.add_offer(manager, association, name="A", fields=fields),
        actions.add_offer(manager, association, name="B", fields=fields, fields_known=False),
        actions.add_offer(manager, association, name="C", fields=[], fields_known=True),
        actions.add_offer(manager, association, name="D"),
    ]
    assert [each.fields_known for each in offers] == [True, False, False, False]


def test_taking_fields_back_makes_the_list_unknown_again_and_undo_brings_both(manager, empty, language_field):
    offer = actions.edit_offer(manager, empty, changes={"fields": [language_field]}, revision=empty.revision)
    assert offer.fields_known
    batch = FieldChange.objects.filter(field="fields_known").get().batch
    actions.undo(manager, batch=batch)
    offer.refresh_from_db()
    assert (offer.fields_known, offer.fields.count()) == (False, 0)


def test_fields_that_stood_before_anybody_was_asked_stay_whole(cafe, empty):
    """Until then every list that was not empty counted as whole: the matrix says the same after the upgrade."""
    Offer.objects.update(fields_known=False)
    MIGRATION.keep_what_was_whole(apps, None)
    cafe.refresh_from_db(), empty.refresh_from_db()
    assert (cafe.fields_known, empty.fields_known) == (True, False)

"""What an import adds to a row that is there."""

from __future__ import annotations

from django.db.models import F

from ratslinde.integration.importing.completing import add_to
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer
from ratslinde.integration.landscape.queries.unlike import unlike_public


def test_a_public_offer_that_gets_a_contact_waits_to_be_published_again(manager, association, cafe):
    office = actions.add_contact(manager, association, function="Büro")
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    Offer.objects.update(changed_at=F("created_at"))
    cafe.refresh_from_db()
    add_to(manager, cafe, {"contact": {"id": str(office.standard_id), "function": "Büro"}}, batch=None)
    assert unlike_public(manager, Offer.objects.all()) == [cafe]

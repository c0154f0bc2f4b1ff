"""Rows of the landscape with everything that can be published of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ratslinde.accounts.models import User
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Place, SocialSpace, Term
from ratslinde.integration.landscape.values import GivenLanguage, GivenSchedule, GivenSite


def give_actor_all(account: User, actor: Actor, *, field: Term) -> None:
    """It belongs to an umbrella, has taken over another entry, is active in the field, and has a contact."""
    umbrella = actions.add_actor(account, actor.body, name="Dachverband", description="Vertritt Vereine.")
    actions.publish_actor(account, umbrella)
    old = actions.add_actor(account, actor.body, name="Brücke alt")
    actions.merge_actors(account, actor, other=old, take={})
    actor.refresh_from_db()
    actions.edit_actor(
        account, actor, revision=actor.revision,
        changes={
            "parent": umbrella, "short_name": "Brücke", "website": "https://bruecke.example/", "phone": "02599 10-7",
            "legal_status": "eingetragener Verein", "register_number": "VR 77", "languages": "de ar",
            "confirmed_on": datetime.date(2026, 5, 4),
        },
    )  # fmt: skip
    actor.refresh_from_db()
    actions.set_activity(account, actor, field=field, role="offers")
    actions.set_activity(account, actor, field=field, role="advises")
    actions.add_contact(account, actor, function="Vorstand")


def give_place_all(account: User, place: Place) -> None:
    """How to get there, how to get in, and that it has taken over another entry."""
    old = actions.add_place(account, place.body, name="Haus alt")
    actions.merge_places(account, place, other=old, take={})
    actions.edit_place(
        account, place, revision=place.revision,
        changes={"transportation": "Bus 3, Halt Linde", "accessibility": "Rampe am Hof", "url": "https://haus.example/"},
    )  # fmt: skip


def give_offer_all(
    account: User, offer: Offer, *, groups: Sequence[Term], sites: Sequence[GivenSite]
) -> None:
    """Costs, ages, free places, a contact of its own, three languages, these groups and sites."""
    offer.refresh_from_db()
    actions.edit_offer(
        account, offer, revision=offer.revision,
        changes={
            "cost": "paid", "cost_amount": "2.50", "cost_note": "Tee inklusive", "access_note": "Einfach kommen.",
            "eligibility": "Lust zu reden", "groups_known": "listed", "alert": "Im August zu", "groups": list(groups),
            "capacity": 20, "available": 0, "waiting": 3, "capacity_on": datetime.date(2026, 6, 1),
            "contact": offer.actor.contacts.get(), "valid_from": datetime.date(2026, 1, 1),
            "valid_until": datetime.date(2027, 1, 1), "volunteers_only": False,
            "phone": "02599 10-8", "email": "cafe@lindenhagen.example",
            "languages": [GivenLanguage("de"), GivenLanguage("uk"), GivenLanguage("ar", interpreted=True)],
            "sites": list(sites),
        },
    )  # fmt: skip


def sites(house: Place, north: SocialSpace, south: SocialSpace) -> list[GivenSite]:
    """A room in the house every second Monday of the month for one space, and one evening nowhere in particular."""
    monthly = GivenSchedule(
        start=datetime.date(2026, 4, 6), opens_at=datetime.time(9), closes_at=datetime.time(11, 30),
        frequency="MONTHLY", days="2MO", until=datetime.date(2026, 12, 31), cancelled=("2026-07-13",),
        description="nicht in den Ferien",
    )  # fmt: skip
    once = GivenSchedule(start=datetime.date(2026, 3, 3), opens_at=datetime.time(18))
    return [
        GivenSite(place=house, note="Raum 2", spaces=(north,), schedules=(monthly,)),
        GivenSite(place=None, note="", spaces=(south,), schedules=(once,)),
    ]

"""Whom to ask about an offer: never a name alone where somebody can be reached."""

from __future__ import annotations

from ratslinde.integration.landscape import actions
from ratslinde.portal.directory.contacts import Contact, ways_to_ask

OFFICE = {"contacts": [{"title": "Kursberatung"}]}
SCHOOL = {
    "name": "Volkshochschule",
    "email": "vhs@lindenhagen.example",
    "phones": [{"number": "02599 10-300"}],
}


def test_an_office_without_mail_and_phone_is_followed_by_how_its_provider_is_reached():
    assert ways_to_ask(OFFICE, SCHOOL) == [
        Contact(title="Kursberatung"),
        Contact(title="Volkshochschule", email="vhs@lindenhagen.example", phones=("02599 10-300",)),
    ]


def test_who_can_be_reached_is_not_followed_by_anybody():
    offer = {"contacts": [{"title": "Kursberatung", "phones": [{"number": "02599 10-360"}]}]}
    assert ways_to_ask(offer, SCHOOL) == [Contact(title="Kursberatung", phones=("02599 10-360",))]


def test_an_office_alone_is_better_than_nobody():
    assert ways_to_ask(OFFICE, {"name": "Volkshochschule"}) == [Contact(title="Kursberatung")]


def test_an_offer_that_names_nobody_has_whom_its_provider_names():
    assert ways_to_ask({}, {"name": "Verein", **OFFICE}) == [Contact(title="Kursberatung")]


def test_only_what_has_a_place_says_whether_a_wheelchair_gets_in(read, landscape):
    told = {}
    for mode in ("online", "on_site"):
        offer = actions.add_offer(
            landscape.manager, landscape.association, name=f"Kurs {mode}", description="Wir üben.", mode=mode
        )
        actions.publish_offer(landscape.manager, offer)
        told[mode] = "Mit Rollstuhl" in read(f"/angebote/{offer.public_id}/")
    assert told == {"online": False, "on_site": True}

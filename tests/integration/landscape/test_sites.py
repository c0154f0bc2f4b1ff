"""A site and a row of times keep the UUID they are published under, whatever comes or goes beside them."""

from __future__ import annotations

import datetime
import importlib
import uuid

import pytest
from django.apps import apps

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer, OfferSite, Place, Schedule
from ratslinde.integration.landscape.public import offer_value
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite

TUESDAY = GivenSchedule(
    start=datetime.date(2026, 1, 6), opens_at=datetime.time(16), frequency="WEEKLY", days="TU"
)
FRIDAY = GivenSchedule(opens_at=datetime.time(10), frequency="WEEKLY", days="FR")
IDS = importlib.import_module("ratslinde.integration.landscape.migrations.0004_ids_of_sites")


@pytest.fixture
def hall(manager, body) -> Place:
    return actions.add_place(manager, body, name="Alte Schule", street_address="Schulweg 1")


def place(manager, offer, *sites: GivenSite) -> list[OfferSite]:
    offer.refresh_from_db()
    actions.edit_offer(manager, offer, changes={"sites": list(sites)}, revision=offer.revision)
    return list(OfferSite.objects.filter(offer=offer))


def test_what_is_left_when_the_first_site_goes_keeps_its_id(manager, cafe, house, hall):
    first, second = place(
        manager,
        cafe,
        GivenSite(place=house, schedules=(TUESDAY,)),
        GivenSite(place=hall, schedules=(FRIDAY,)),
    )
    times = second.schedules.get().standard_id
    (left,) = place(manager, cafe, GivenSite(place=hall, schedules=(FRIDAY,)))
    assert (left.standard_id, left.schedules.get().standard_id) == (second.standard_id, times)
    assert left.standard_id != first.standard_id
    (published,) = offer_value(Offer.objects.get()).hsds.service_at_locations
    assert (published.id, published.schedules[0].id) == (str(second.standard_id), str(times))


def test_a_row_of_times_keeps_its_id_when_another_goes_and_when_its_hour_changes(manager, cafe, house):
    place(manager, cafe, GivenSite(place=house, schedules=(TUESDAY, FRIDAY)))
    ids = {row.days: row.standard_id for row in Schedule.objects.all()}
    place(manager, cafe, GivenSite(place=house, note="Raum 2", schedules=(FRIDAY,)))
    assert Schedule.objects.get().standard_id == ids["FR"]
    later = GivenSchedule(opens_at=datetime.time(11), frequency="WEEKLY", days="FR")
    place(manager, cafe, GivenSite(place=house, note="Raum 2", schedules=(TUESDAY, later)))
    assert Schedule.objects.get(days="FR").standard_id == ids["FR"]


def test_a_new_site_at_the_same_place_never_takes_an_id_that_stands(manager, cafe, house):
    (site,) = place(manager, cafe, GivenSite(place=house, note="Raum 1"))
    new, kept = place(
        manager, cafe, GivenSite(place=house, note="Raum 2"), GivenSite(place=house, note="Raum 1")
    )
    assert (kept.standard_id, len({site.standard_id, new.standard_id})) == (site.standard_id, 2)


def test_what_is_removed_and_brought_back_is_known_again(manager, cafe, hall):
    (site,) = place(manager, cafe, GivenSite(place=hall, schedules=(FRIDAY,)))
    times = site.schedules.get().standard_id
    assert place(manager, cafe) == []
    (back,) = place(manager, cafe, GivenSite(place=hall, schedules=(FRIDAY,)))
    assert (back.standard_id, back.schedules.get().standard_id) == (site.standard_id, times)


def test_an_id_that_is_handed_in_is_taken_unless_another_offer_has_it(
    manager, association, cafe, house, hall
):
    given = uuid.uuid4()
    (site,) = place(manager, cafe, GivenSite(place=hall, standard_id=given))
    assert site.standard_id == given
    other = actions.add_offer(manager, association, name="Kochtreff")
    (copied,) = place(manager, other, GivenSite(place=hall, standard_id=given))
    assert copied.standard_id != given


def test_rows_from_before_get_the_ids_under_which_they_were_published(manager, cafe, house, hall):
    place(
        manager,
        cafe,
        GivenSite(place=house, schedules=(FRIDAY, TUESDAY)),
        GivenSite(place=hall, schedules=(FRIDAY,)),
    )
    IDS.keep_published_ids(apps, None)
    first, second = OfferSite.objects.all()

    def by_position(*names: str) -> uuid.UUID:
        return uuid.uuid5(cafe.standard_id, "/".join(names))

    assert [first.standard_id, second.standard_id] == [by_position("site", "0"), by_position("site", "1")]
    assert second.schedules.get().standard_id == by_position("schedule", "1", "0")

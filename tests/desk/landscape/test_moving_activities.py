"""What actors do for a social space that has ended is assigned to those of today, for many at once."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Activity, SocialSpace
from ratslinde.kernel import clock
from tests.desk.landscape.entering import url
from tests.desk.landscape.many import seen, undo_of


@pytest.fixture
def ended(manager, north, south) -> SocialSpace:
    """A space that ended yesterday, from which another one came."""
    yesterday = clock.today() - datetime.timedelta(days=1)
    space = actions.edit_space(manager, north, changes={"valid_until": yesterday}, revision=north.revision)
    south.predecessors.set([space])
    return space


@pytest.fixture
def active(manager, association, language_field, ended) -> Activity:
    return actions.set_activity(manager, association, field=language_field, role="offers", spaces=[ended])


def spaces_of(activity: Activity) -> list[str]:
    return [space.name for space in activity.spaces.order_by("name")]


def test_the_page_of_an_ended_space_names_who_is_still_active_for_it(desk, ended, active, association):
    page = desk.get(url("space_offers", ended.public_id)).text
    assert association.name in page
    assert "Sprache" in page
    assert url("move_activities", ended.public_id) in page


def test_several_are_assigned_after_a_look_and_taken_back_as_one_act(desk, ended, active, south, association):
    address, chosen = url("move_activities", ended.public_id), {"zeile": [association.public_id]}
    page = desk.post(address, {**chosen, "spaces": [south.pk], "ansehen": "ja"})
    said = [words for _, *words in page.context["rows"][0].fields]
    assert said == [["Sprache (bietet an, für Nordviertel)", "Sprache (bietet an, für Südstadt)"]]
    answer = desk.post(address, seen(page), follow=True)
    assert spaces_of(active) == ["Südstadt"]
    undo_of(desk, answer)
    assert spaces_of(Activity.objects.get(actor=association)) == ["Nordviertel"]


def test_what_has_ended_is_over_and_stays(desk, ended, active, south, association):
    Activity.objects.update(until=clock.today() - datetime.timedelta(days=30))
    assert association.name not in desk.get(url("space_offers", ended.public_id)).text
    address = url("move_activities", ended.public_id)
    page = desk.post(address, {"zeile": [association.public_id], "spaces": [south.pk], "ansehen": "ja"})
    assert "Es würde sich nichts ändern." in page.text

"""An offer's ages are one statement: in the history, in what an act changed, in what publishing would change."""

from __future__ import annotations

import uuid

from ratslinde.integration.landscape import actions, previews
from ratslinde.integration.landscape.models import Offer
from ratslinde.integration.landscape.queries.history import history, of_batch


def changed(manager, cafe, **changes) -> Offer:
    stands = Offer.objects.get(pk=cafe.pk)
    return actions.edit_offer(manager, stands, changes=changes, revision=stands.revision, batch=uuid.uuid4())


def told(past) -> list[tuple[str, str, str]]:
    return [(each.field, each.before, each.after) for each in past]


def test_the_history_tells_each_change_of_the_ages_in_one_line(manager, cafe):
    changed(manager, cafe, age_from=6, age_to=12, alert="Neu.")
    changed(manager, cafe, age_to=None)
    changed(manager, cafe, ages="all", age_from=None)
    offer = changed(manager, cafe, ages="")
    past = history(manager, offer)
    assert [line for line in told(past) if line[0] != "alert"] == [
        ("ages", "jedes Alter", "nicht bekannt"),
        ("ages", "ab 6 Jahren", "jedes Alter"),
        ("ages", "6 bis 12 Jahre", "ab 6 Jahren"),
        ("ages", "ab 16 Jahren", "6 bis 12 Jahre"),
    ]
    second = next(each.batch for each in past if each.after == "ab 6 Jahren")
    [(_, lines)] = of_batch(manager, second)
    assert told(lines) == [("ages", "6 bis 12 Jahre", "ab 6 Jahren")]


def test_the_preview_tells_it_in_one_line(manager, association, cafe):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, changed(manager, cafe, age_from=6, age_to=12))
    found = previews.preview_offer(manager, changed(manager, cafe, age_to=None))
    lines = {each.attribute: (each.before, each.after) for each in found[0].lines}
    assert lines["x_ages"] == ("6 bis 12 Jahre", "ab 6 Jahren")
    assert not lines.keys() & {"minimum_age", "maximum_age", "page.ages"}

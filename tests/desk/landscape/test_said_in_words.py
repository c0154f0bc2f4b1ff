"""What the desk shows before it publishes or takes over: times in a sentence, and what nobody knows as not known."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.inbox.models import Submission
from ratslinde.integration.landscape import actions
from ratslinde.record.preview import differences
from tests.desk.conftest import at_desk
from tests.integration.keeping.test_keeping import _no_haste, answered, entered, secret

__all__ = ["_no_haste", "secret"]


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


def test_the_times_of_an_offer_that_is_to_be_published_are_a_sentence(desk, manager, association, cafe):
    actions.publish_actor(manager, association)
    page = desk.get(reverse("desk:publish", args=["angebot", cafe.public_id])).content.decode()
    assert "dienstags, 16:00 bis 18:00 Uhr, ab 06.01.2026" in page
    assert "wöchentlich" not in page


def test_times_that_change_in_one_hour_differ_in_one_line(desk, manager, association, cafe):
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, cafe)
    site = cafe.sites.get()
    site.schedules.update(closes_at="19:00")
    release = actions.offer_release(cafe)
    lines = {line.attribute: line for each in differences(release.values) for line in each.lines}
    assert lines["service_at_locations"].before.splitlines()[-1].startswith("dienstags, 16:00 bis 18:00 Uhr")
    assert lines["service_at_locations"].after.splitlines()[-1].startswith("dienstags, 16:00 bis 19:00 Uhr")


def test_a_number_that_nobody_knew_is_not_nothing(desk, secret, association, cafe):
    answered(secret, **entered(association, cafe, **{f"{cafe.public_id}-available": "5"}))
    page = desk.get(reverse("desk_inbox:submission", args=[Submission.objects.get().public_id]))
    row = next(row for row in page.context["rows"] if row.name == "available")
    assert ("".join(piece.text for piece in row.before), "".join(piece.text for piece in row.after)) == (
        "nicht bekannt", "5",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["offer", "actor"])
def test_the_history_on_the_page_has_no_word_of_the_code(
    desk, manager, association, cafe, language_field, name
):
    actions.set_activity(manager, association, field=language_field, role="refers")
    row = cafe if name == "offer" else association
    form = reverse(f"desk_landscape:edit_{name}", args=[row.public_id])
    page = desk.get(reverse(f"desk_landscape:{name}", args=[row.public_id])).content.decode()
    assert form in page
    assert "angelegt" in page
    assert name == "offer" or f"{language_field.name} (vermittelt)" in page

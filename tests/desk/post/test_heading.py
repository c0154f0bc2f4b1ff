"""Whose name stands on a mail."""

from __future__ import annotations

from ratslinde.accounts.models import Role
from ratslinde.council.bodies import actions as bodies
from ratslinde.desk.post.heading import heading
from tests.council.cast import account


def test_the_letterhead_is_the_published_town(settings, db):
    administrator = account("administration", Role.ADMINISTRATOR)
    settings.RATSLINDE_URL = "https://rat.lindenhagen.example"
    town = bodies.set_up_town(administrator, name="Stadt Lindenhagen", official_key="05999001")
    assert heading().name == "Ratslinde"
    bodies.publish_town(administrator, town)
    assert (heading().name, heading().lines) == ("Stadt Lindenhagen", ("https://rat.lindenhagen.example",))

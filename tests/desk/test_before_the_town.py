"""What the desk says before the town is set up."""

from __future__ import annotations

from ratslinde.council.bodies.models import Body
from tests.desk.conftest import at_desk
from tests.desk.test_start import START


def test_before_the_town_is_set_up_the_desk_says_what_is_missing(clerk):
    assert not Body.objects.exists()
    answer = at_desk(clerk).get(START)
    assert answer.status_code == 409
    assert "noch keine Kommune eingerichtet" in answer.content.decode()

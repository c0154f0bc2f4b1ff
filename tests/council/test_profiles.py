"""Rules of a Land or a town as data: what the house asks for, every profile answers."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

import ratslinde
from ratslinde.council.profiles import reading
from ratslinde.kernel import clock

SOURCES = Path(ratslinde.__file__).parent
FIRST_DAY = datetime.date(2005, 1, 1)
_ASKED = re.compile(r'profiles\.value\([^,]+, "([^"]+)"')


@pytest.mark.parametrize("day", [FIRST_DAY, clock.today()])
@pytest.mark.parametrize("profile", reading.names())
def test_every_profile_answers_every_key(profile, day):
    assert reading.lacking(profile, day=day) == []


def test_a_profile_that_lacks_a_key_and_extends_nothing_is_named(monkeypatch):
    monkeypatch.setattr(reading, "_profile", lambda _name: reading.Profile(name="Neuland"))
    assert reading.lacking("neuland", day=FIRST_DAY) == list(reading.KEYS)


def test_the_list_names_every_key_that_is_asked_for():
    sources = [path.read_text() for part in ("council", "desk") for path in (SOURCES / part).rglob("*.py")]
    asked = {key for text in sources for key in _ASKED.findall(text)}
    assert asked | {key for key in reading.KEYS if key.startswith("minutes.")} == set(reading.KEYS)

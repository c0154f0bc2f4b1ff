"""A demo town that could not be finished is not there."""

from __future__ import annotations

import pytest

from ratslinde.site.demo import building


@pytest.mark.django_db(transaction=True)
def test_when_something_fails_nothing_of_it_is_there(monkeypatch, call):
    def fail(_cast):
        raise OSError(28, "No space left")

    monkeypatch.setattr(building, "_leave_something_to_check", fail)
    answer = call("demo")
    assert (answer.code, answer.err.splitlines()[-1]) == (1, "ratslinde: Kein Platz mehr auf dem Datenträger")
    assert building.is_empty()

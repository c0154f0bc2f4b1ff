"""The worker removes what nobody can sign in with any more."""

from __future__ import annotations

import datetime

from django.contrib.sessions.models import Session

from ratslinde.accounts import links
from ratslinde.accounts.links import LinkState
from ratslinde.accounts.models import SignInLink, User
from ratslinde.journal.models import Task
from ratslinde.kernel import clock


def session(key: str, *, days: int) -> None:
    Session.objects.create(session_key=key, session_data="", expire_date=in_days(days))


def link(name: str, *, days: int) -> str:
    user = User.objects.create_account(name, email=f"{name}@lindenhagen.example")
    secret = links.new_link(user)
    SignInLink.objects.filter(user=user).update(expires_at=in_days(days))
    return secret


def in_days(days: int) -> datetime.datetime:
    return clock.now() + datetime.timedelta(days=days)


def test_the_worker_removes_sessions_and_links_that_are_over(call, town):
    session("over", days=-1)
    session("open", days=1)
    long_ago, lately, still = link("anna", days=-31), link("ben", days=-29), link("clara", days=1)
    assert call("worker", "--once").code == 0
    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]
    states = [links.state(each) for each in (long_ago, lately, still)]
    assert states == [LinkState.UNKNOWN, LinkState.TOO_OLD, LinkState.OPEN]


def test_it_does_so_again_after_some_hours(call, town):
    call("worker", "--once")
    waiting = Task.objects.get(handler="accounts.tidy")
    assert waiting.done_at is None
    assert datetime.timedelta(hours=5) < waiting.due_at - clock.now() <= datetime.timedelta(hours=6)

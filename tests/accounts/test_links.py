"""One-time links."""

from __future__ import annotations

import datetime
import threading

import pytest
from django.db import IntegrityError, connection

from ratslinde.accounts import links
from ratslinde.accounts.links import LinkState
from ratslinde.accounts.models import SignInLink, User
from ratslinde.kernel import clock


def test_a_link_opens_its_account_once(clerk):
    secret = links.new_link(clerk)
    assert links.redeem(secret) == clerk
    assert links.redeem(secret) is None
    assert links.state(secret) is LinkState.USED


def test_looking_at_a_link_uses_nothing_up(clerk):
    secret = links.new_link(clerk)
    assert [links.state(secret) for _ in range(3)] == [LinkState.OPEN] * 3
    assert links.redeem(secret) == clerk


def test_a_new_link_ends_the_one_before(clerk):
    first, second = links.new_link(clerk), links.new_link(clerk)
    assert links.redeem(first) is None
    assert links.state(first) is LinkState.UNKNOWN
    assert links.redeem(second) == clerk


def test_a_link_of_somebody_else_stays(clerk, stranger):
    secret = links.new_link(stranger)
    links.new_link(clerk)
    assert links.redeem(secret) == stranger


def test_a_link_gets_too_old(clerk, monkeypatch):
    secret = links.new_link(clerk)
    later = clock.now() + links.LIFETIME + datetime.timedelta(seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert links.state(secret) is LinkState.TOO_OLD
    assert links.redeem(secret) is None


def test_a_link_is_good_until_its_last_second(clerk, monkeypatch):
    secret = links.new_link(clerk)
    later = clock.now() + links.LIFETIME - datetime.timedelta(seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert links.redeem(secret) == clerk


def test_a_link_of_a_closed_account_opens_nothing(clerk):
    secret = links.new_link(clerk)
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert links.redeem(secret) is None
    assert links.state(secret) is LinkState.UNKNOWN
    assert SignInLink.objects.get().used_at is None


@pytest.mark.parametrize("secret", ["", "x", "ä" * 40, "' OR 1=1 --", "0" * 5000])
def test_a_made_up_link_is_unknown(clerk, secret):
    links.new_link(clerk)
    assert links.redeem(secret) is None
    assert links.state(secret) is LinkState.UNKNOWN


def test_the_database_does_not_know_the_secret(clerk):
    secret = links.new_link(clerk)
    assert secret not in str(SignInLink.objects.values_list())


def test_the_database_refuses_a_second_open_link(clerk):
    links.new_link(clerk)
    with pytest.raises(IntegrityError, match=r"sign_in_link_one_open|accounts_signinlink"):
        clerk.sign_in_links.create(secret_hash="x", expires_at=clock.now())


def test_who_listens_hears_of_it_in_the_same_transaction(clerk):
    def refuse(**_):
        raise RuntimeError

    secret = links.new_link(clerk)
    links.redeemed.connect(refuse)
    try:
        with pytest.raises(RuntimeError):
            links.redeem(secret)
    finally:
        links.redeemed.disconnect(refuse)
    assert links.redeem(secret) == clerk


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_open_it_once(clerk):
    for _ in range(5):
        secret = links.new_link(clerk)
        opened, start = [], threading.Barrier(4)

        def click(secret=secret, opened=opened, start=start):
            start.wait()
            opened.append(links.redeem(secret))
            connection.close()

        clicks = [threading.Thread(target=click) for _ in range(4)]
        for each in clicks:
            each.start()
        for each in clicks:
            each.join()
        assert sorted(opened, key=str) == sorted([clerk, None, None, None], key=str)

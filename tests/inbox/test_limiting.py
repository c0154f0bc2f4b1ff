"""How many forms are taken, without an address being stored."""

from __future__ import annotations

import pytest
from django.apps import apps

from ratslinde.inbox import forgetting, limiting
from ratslinde.inbox.guarding import source_of
from ratslinde.inbox.limiting import DAY, Limit, Limits, admit
from ratslinde.inbox.models import Attempts, DailySalt
from ratslinde.site.backup.tables import NOT_KEPT
from tests.inbox.at_once import all_at_once

pytestmark = pytest.mark.django_db
HERE, THERE = "198.51.100.7", "203.0.113.9"
FEW = Limits(purpose="public", per_source=(Limit(3, 10), Limit(5, DAY)), altogether=(Limit(7, 60),))


def tries(address: str, number: int) -> list[bool]:
    return [admit(address, FEW) == 0 for _ in range(number)]


def test_a_source_is_let_in_until_its_limit_and_another_source_still_is(later):
    assert tries(HERE, 5) == [True] * 3 + [False] * 2
    assert tries(THERE, 1) == [True]


def test_it_says_after_how_many_seconds_it_can_be_tried_again(later):
    tries(HERE, 3)
    later(minutes=4, seconds=20)
    assert admit(HERE, FEW) == 340
    later(seconds=340)
    assert admit(HERE, FEW) == 0


def test_the_limit_of_the_day_holds_over_all_stretches(later):
    tries(HERE, 3)
    later(minutes=10)
    assert tries(HERE, 3) == [True, True, False]
    later(hours=5)
    assert tries(HERE, 1) == [False]
    later(days=1)
    assert tries(HERE, 1) == [True]


def test_the_whole_site_has_a_limit_too(later):
    assert [admit(f"198.51.100.{number}", FEW) == 0 for number in range(9)] == [True] * 7 + [False] * 2


def test_who_is_over_the_limit_is_not_written_down_again(later):
    tries(HERE, 3)
    before = list(Attempts.objects.order_by("pk").values_list("number", flat=True))
    tries(HERE, 50)
    assert list(Attempts.objects.order_by("pk").values_list("number", flat=True)) == before


def test_purposes_are_counted_apart(later):
    tries(HERE, 3)
    assert admit(HERE, limiting.HOLDERS) == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:198.51.100.7", HERE, True),
        ("unbekannt", "", True),
        ("::1", "127.0.0.1", False),
    ],
)
def test_a_home_is_one_source_whatever_its_devices_are_called(one, other, same, later):
    tries(one, 3)
    assert (admit(other, FEW) > 0) is same


def test_no_address_stands_in_any_row(later):
    tries(HERE, 2)
    for model in apps.get_app_config("inbox").get_models():
        for row in model.objects.values():
            assert HERE not in str(row)


def test_the_hash_of_an_address_means_nothing_on_another_day(later):
    tries(HERE, 1)
    before = Attempts.objects.exclude(source="").first().source
    later(days=1)
    tries(HERE, 1)
    assert Attempts.objects.exclude(source="").first().source != before


def test_the_first_form_of_a_day_throws_yesterday_away_and_so_does_the_worker(later):
    tries(HERE, 1)
    later(days=1)
    tries(HERE, 1)
    assert DailySalt.objects.count() == 1
    assert Attempts.objects.values("day").distinct().count() == 1
    later(days=1)
    forgetting.forget_sources("")
    assert not DailySalt.objects.exists()
    assert not Attempts.objects.exists()


def test_the_installations_key_is_part_of_the_hash(later, settings):
    tries(HERE, 1)
    settings.SECRET_KEY = "another one"
    tries(HERE, 1)
    assert Attempts.objects.exclude(source="").values("source").distinct().count() == 2


def test_a_backup_keeps_neither_key_nor_counts():
    assert {DailySalt._meta.label_lower, Attempts._meta.label_lower} <= NOT_KEPT


def test_workers_at_the_same_moment_share_one_count(shared_database):
    outcomes: list[bool] = []
    assert all_at_once(*[lambda: outcomes.append(admit(HERE, FEW) == 0)] * 6) == []
    assert sorted(outcomes) == [False] * 3 + [True] * 3
    assert DailySalt.objects.count() == 1


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, "192.0.2.9", "198.51.100.7"),
        (1, "192.0.2.9", "192.0.2.9"),
        (1, "10.1.1.1, 192.0.2.9", "192.0.2.9"),
        (1, "", "198.51.100.7"),
        (1, "quatsch", "unknown"),
    ],
)
def test_behind_a_proxy_counts_the_address_that_it_wrote_itself(proxies, forwarded, found, rf, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert source_of(rf.post("/", REMOTE_ADDR=HERE, headers=headers)) == found

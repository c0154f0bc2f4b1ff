"""A decision: once, by somebody, with what it was; and what is left of it after its time."""

from __future__ import annotations

import datetime

import pytest
from django.db import IntegrityError, transaction

from ratslinde.inbox import deciding, forgetting, kinds, queries, receive
from ratslinde.inbox.models import Submission
from ratslinde.journal.retention import Period, Rule
from ratslinde.kernel.errors import Conflict, Refused
from tests.inbox.conftest import NOW, tree_kind

pytestmark = pytest.mark.django_db
ABOUT = "baum0000000001"
TODAY = datetime.date(2026, 5, 4)


@pytest.fixture
def waiting(later) -> Submission:
    receive.submit("tree.update", {"name": "Ulme"}, about=ABOUT)
    return Submission.objects.get()


@transaction.atomic
def taken_over(row, clerk, reason=""):
    return deciding.take_over(row, by=clerk, reason=reason)


@transaction.atomic
def declined(row, clerk, reason):
    return deciding.decline(row, by=clerk, reason=reason)


def test_what_was_taken_over_says_by_whom_and_when(waiting, clerk):
    row = taken_over(waiting, clerk)
    assert (row.state, row.decided_by, row.erase_on) == ("taken_over", clerk, datetime.date(2026, 6, 3))


def test_declining_needs_a_reason_that_is_kept(waiting, clerk):
    for reason in ("", "  "):
        with pytest.raises(Refused, match="Grund"):
            declined(waiting, clerk, reason)
    with pytest.raises(Refused, match="kürzen"):
        declined(waiting, clerk, "x" * 1001)
    assert declined(waiting, clerk, " Stimmt nicht.\x00 ").reason == "Stimmt nicht."


def test_what_was_decided_is_not_decided_again_and_says_by_whom(waiting, clerk):
    taken_over(waiting, clerk)
    with pytest.raises(Conflict, match=r"clerk hat das am 04\.05\.2026 schon entschieden: übernommen"):
        declined(waiting, clerk, "zu spät")


def test_the_same_may_come_again_after_the_decision(waiting, clerk):
    taken_over(waiting, clerk)
    receive.submit("tree.update", {"name": "Ulme"}, about=ABOUT)
    assert Submission.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_decision_outside_a_transaction_is_a_defect(clerk):
    receive.submit("tree.update", {"name": "Ulme"})
    with pytest.raises(transaction.TransactionManagementError):
        deciding.take_over(Submission.objects.get(), by=clerk)


@pytest.mark.parametrize(
    "columns",
    [
        {"state": "taken_over"},
        {"state": "declined", "reason": "x"},
        {"decided_at": NOW},
        {"erase_on": TODAY},
    ],
)
def test_the_database_knows_no_decision_by_nobody(waiting, columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=waiting.pk).update(**columns)


def test_the_database_knows_no_declining_without_a_reason(waiting, clerk):
    taken_over(waiting, clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.update(state="declined", reason="")


def test_the_content_goes_after_its_time_and_the_decision_stays(waiting, clerk, later):
    taken_over(waiting, clerk)
    later(days=29)
    forgetting.forget_decided()
    assert queries.payload(Submission.objects.get()).name == "Ulme"
    later(days=1)
    assert forgetting.forget_decided() == 1
    row = Submission.objects.get()
    assert (row.payload, row.sha256, row.state, row.decided_by) == ("", "", "taken_over", clerk)
    with pytest.raises(Refused, match="gelöscht"):
        queries.payload(row)


def rule(*periods: Period) -> Rule:
    return Rule(setting="RATSLINDE_KEEP_TREES", what="Bäume", why="Schatten", periods=periods)


def test_a_decision_keeps_the_rule_under_which_it_was_made(waiting, clerk, later, monkeypatch):
    kept = rule(Period(days=10), Period(days=90, since=datetime.date(2026, 5, 5)))
    monkeypatch.setattr(kinds, "_KINDS", {})
    kinds.register(tree_kind(kept=kept))
    assert taken_over(waiting, clerk).erase_on == datetime.date(2026, 5, 14)
    later(days=1)
    receive.submit("tree.update", {"name": "Esche"})
    assert taken_over(Submission.objects.get(state="new"), clerk).erase_on == datetime.date(2026, 8, 3)


def test_before_the_first_rule_the_first_one_holds():
    kept = rule(Period(days=5, since=datetime.date(2026, 6, 1)), Period(days=7))
    assert kept.until(datetime.date(2020, 1, 1)) == datetime.date(2020, 1, 8)


def test_a_kind_that_is_no_more_still_has_an_end(waiting, clerk, monkeypatch):
    monkeypatch.setattr(kinds, "_KINDS", {})
    assert taken_over(waiting, clerk).erase_on == datetime.date(2026, 6, 3)


def test_a_value_of_a_former_struct_says_so(waiting):
    Submission.objects.update(payload='{"size": 3}')
    with pytest.raises(Refused, match="früheren Version"):
        queries.lines(Submission.objects.get())

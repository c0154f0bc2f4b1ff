"""The page that a mailed link opens, attacked: floods, huge and odd values, wrong links and old ones."""

from __future__ import annotations

import datetime
from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from ratslinde.inbox import limiting, stamps
from ratslinde.inbox.limiting import DAY, Limit, Limits
from ratslinde.inbox.models import Attempts, Submission
from ratslinde.integration.keeping import links
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from tests.integration.keeping.test_keeping import (
    HERE,
    _no_haste,
    _plain_static_files,
    answered,
    entered,
    secret,
)

__all__ = ["_no_haste", "_plain_static_files", "secret"]
FORM = "application/x-www-form-urlencoded"


def post(secret: str, body: str | bytes, **more):
    return Client(headers=HERE, raise_request_exception=False).post(
        f"/eintrag/{secret}/", body, content_type=more.pop("content_type", FORM), **more
    )


def stamped(**values: str) -> str:
    return urlencode({stamps.FIELD: stamps.stamp(), **values})


def test_wrong_links_do_not_use_up_what_holders_may_send(secret, monkeypatch):
    for number in range(5):
        assert post(f"falsch{number}", stamped(bestaetigen="ja")).status_code == 410
    assert not Attempts.objects.exists()
    assert post(secret, stamped(bestaetigen="ja")).status_code == 200


def test_a_flood_through_one_link_is_held_up_and_others_are_told_nothing_wrong(secret, monkeypatch):
    few = Limits(purpose="holders", per_source=(Limit(3, DAY),), altogether=(Limit(100, DAY),))
    admit = limiting.admit
    monkeypatch.setattr(limiting, "admit", lambda address, _limits: admit(address, few))
    codes = [post(secret, stamped(bestaetigen="ja")).status_code for _ in range(6)]
    assert codes == [200] * 3 + [429] * 3


def test_one_link_cannot_fill_the_inbox(secret, association, cafe):
    codes = [
        answered(secret, **entered(association, cafe, **{"akteur-remark": f"Nummer {number}"})).status_code
        for number in range(25)
    ]
    assert codes == [200] * 20 + [409] * 5
    assert Submission.objects.count() == 20
    refused = answered(secret, **entered(association, cafe, **{"akteur-remark": "noch eine"}))
    assert "warten schon mehrere Meldungen" in refused.content.decode()
    assert "noch eine" in refused.content.decode()
    again = answered(secret, **entered(association, cafe, **{"akteur-remark": "Nummer 7"}))
    assert again.status_code == 200, "what waits already is received once more"


@pytest.mark.parametrize(
    "values",
    [
        {"akteur-name": "x" * 201},
        {"akteur-name": ""},
        {"akteur-name": "Null\x00zeichen"},
        {"akteur-email": "a@b.example\r\nBcc: c@d.example"},
        {"akteur-website": "javascript:alert(1)"},
        {"akteur-website": "x" * 3000},
        {"akteur-languages": "de klingonisch"},
        {"akteur-remark": "x" * 5_001},
    ],
    ids=lambda values: f"{next(iter(values))} {len(next(iter(values.values())))}",
)
def test_what_does_not_fit_is_told_at_its_field(secret, association, cafe, values):
    answer = answered(secret, **entered(association, cafe, **values))
    assert answer.status_code == 200
    assert "field-wrong" in answer.content.decode()
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [("available", "-1"), ("available", "1e9"), ("available", "９９９９９９９９９"), ("cost", "gratis"),
     ("access", "\x00"), ("status", "x" * 400)],
)  # fmt: skip
def test_what_does_not_fit_an_offer_is_told_too(secret, association, cafe, name, value):
    answer = answered(secret, **entered(association, cafe, **{f"{cafe.public_id}-{name}": value}))
    assert answer.status_code == 200
    assert "field-wrong" in answer.content.decode()
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"x=" + b"y" * 700_000, 413),
        (b"&".join(b"a%d=b" % number for number in range(11_000)), 400),
        (b"\xff\xfe\x00=\xff", 403),
        (b"", 415),
        (b"form_stamp=\x00", 403),
        (b"form_stamp=" + b":" * 2_000, 403),
    ],
)
def test_odd_bodies_are_refused_and_never_a_failure(secret, sent, code):
    assert post(secret, sent).status_code == code
    assert not Submission.objects.exists()


def test_another_encoding_is_refused(secret):
    assert post(secret, stamped(bestaetigen="ja"), content_type=f"{FORM}; charset=utf-7").status_code == 400


@pytest.mark.parametrize("wrong", ["\x00", "\u202e", "x" * 5_000, "..%2f", "%ff", " ", "'--"])
def test_whatever_is_asked_for_opens_nothing(db, wrong):
    client = Client(raise_request_exception=False)
    assert client.get(f"/eintrag/{quote(wrong)}/").status_code in (404, 410)


def test_fields_that_the_page_does_not_have_change_nothing(secret, association, cafe):
    answered(
        secret, **entered(association, cafe, **{"akteur-note": "x", "akteur-body": "1", "akteur-kind": "1"})
    )
    assert not Submission.objects.exists()
    assert Actor.objects.get(pk=association.pk).note == ""


def test_a_link_that_is_over_takes_no_answer(secret, association, monkeypatch):
    late = clock.now() + links.LIFETIME + datetime.timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: late)
    assert answered(secret, bestaetigen="ja").status_code == 410
    association.refresh_from_db()
    assert association.confirmed_on is None


def test_the_link_of_an_actor_that_was_put_away_takes_no_answer(secret, manager, association, cafe):
    landscape.archive_offer(manager, cafe, reason="Ende")
    landscape.archive_actor(manager, Actor.objects.get(pk=association.pk), reason="Aufgelöst")
    assert answered(secret, bestaetigen="ja").status_code == 410


def test_answering_again_is_allowed_and_the_same_answer_waits_once(secret, association, cafe):
    typed = entered(association, cafe, **{"akteur-remark": "Neue Zeiten"})
    assert [answered(secret, **typed).status_code for _ in range(3)] == [200] * 3
    assert Submission.objects.count() == 1
    assert KeeperLink.objects.get().answered_at is not None


def test_the_secret_stands_in_no_row(secret):
    answered(secret, bestaetigen="ja")
    rows = [*KeeperLink.objects.values(), *Entry.objects.values(), *Attempts.objects.values()]
    assert secret not in str(rows)

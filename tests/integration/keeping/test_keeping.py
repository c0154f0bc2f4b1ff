"""Actors keep their own entry by a mailed link: asked, answered, approved, reminded, forgotten."""

from __future__ import annotations

import datetime
from urllib.parse import urlencode

import pytest
from django.test import Client

from ratslinde.inbox import stamps
from ratslinde.inbox.models import Submission
from ratslinde.integration.keeping import actions, links, rounds
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, ContactPerson, Offer
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.post.models import Letter
from ratslinde.record import outlet
from tests.desk.conftest import at_desk
from tests.desk.filling import filled

HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def secret(association, cafe):
    return links.new_link(association, email="bruecke@lindenhagen.example")[1]


@pytest.fixture(autouse=True)
def _no_haste(monkeypatch):
    monkeypatch.setattr(stamps, "AT_LEAST", datetime.timedelta(seconds=-1))


def answered(secret: str, **typed: str):
    body = urlencode({stamps.FIELD: stamps.stamp(), **typed})
    return Client(headers=HERE).post(
        f"/eintrag/{secret}/", body, content_type="application/x-www-form-urlencoded"
    )


def entered(association, cafe, **changes: str) -> dict[str, str]:
    shown = {
        "akteur-name": association.name, "akteur-description": association.description,
        "akteur-email": association.email, f"{cafe.public_id}-name": cafe.name,
        f"{cafe.public_id}-status": "active", f"{cafe.public_id}-description": cafe.description,
        f"{cafe.public_id}-cost": "free", f"{cafe.public_id}-access": "open",
    }  # fmt: skip
    return {**shown, **changes}


def test_a_mail_with_a_link_goes_out_once_a_day(manager, association):
    first = actions.invite(manager, association)
    association.refresh_from_db()
    assert actions.invite(manager, association) == first
    assert Letter.objects.count() == KeeperLink.objects.count() == 1
    association.refresh_from_db()
    assert association.asked_on == clock.today()
    assert "eintrag/" not in str(first.content)


def test_an_actor_without_an_address_is_not_written_to(manager, body):
    school = landscape.add_actor(manager, body, name="Lindenschule")
    with pytest.raises(Refused, match="keine E-Mail-Adresse"):
        actions.invite(manager, school)


def test_mails_to_many_wait_until_somebody_has_looked(manager, association, body):
    school = landscape.add_actor(manager, body, name="Lindenschule")
    assert actions.invite_many(manager, [association, school], batch="Herbst") == (1, ["Lindenschule"])
    assert Letter.objects.get().state == "held"


def test_everything_is_true_is_one_button(secret, association, cafe):
    answer = answered(secret, bestaetigen="ja")
    assert answer.status_code == 200, answer.content.decode()
    for row in (Actor.objects.get(pk=association.pk), Offer.objects.get(pk=cafe.pk)):
        assert (row.confirmed_on, row.confirmed_by) == (clock.today(), "Akteur selbst")
    assert not Submission.objects.exists()


def test_a_change_waits_for_approval_and_is_shown_as_a_difference(secret, manager, association, cafe):
    landscape.publish_actor(manager, association)
    landscape.publish_offer(manager, cafe)
    typed = entered(
        association,
        cafe,
        **{f"{cafe.public_id}-cost": "paid", f"{cafe.public_id}-remark": "Jetzt donnerstags."},
    )
    assert answered(secret, **typed).status_code == 200
    cafe.refresh_from_db()
    association.refresh_from_db()
    assert (cafe.cost, association.confirmed_on) == ("free", clock.today())
    submission = Submission.objects.get()
    page = at_desk(manager).get(f"/schreibtisch/eingang/{submission.public_id}/").content.decode()
    assert "kostenfrei" in page
    assert "kostet etwas" in page
    assert "Jetzt donnerstags." in page


def test_what_is_approved_is_taken_over_and_confirmed(secret, manager, association, cafe):
    answered(secret, **entered(association, cafe, **{f"{cafe.public_id}-alert": "Ferien bis 6. Januar"}))
    submission = Submission.objects.get()
    address = f"/schreibtisch/eingang/{submission.public_id}/"
    client = at_desk(manager)
    answer = client.post(address, filled(client.get(address), entscheidung="alles"))
    assert answer.status_code == 302, answer.content.decode()
    cafe.refresh_from_db()
    assert (cafe.alert, cafe.confirmed_on) == ("Ferien bis 6. Januar", clock.today())
    assert outlet.of_kind("offer") == []


def test_a_link_opens_one_entry_and_no_other(manager, body, secret, association, cafe):
    other = landscape.add_actor(manager, body, name="Lindenschule")
    foreign = landscape.add_offer(manager, other, name="Hausaufgaben")
    with pytest.raises(Refused, match="gehört nicht zu Ihrem Eintrag"):
        actions.answer(
            rounds.automaton(),
            links.find(secret),
            actor_changes={},
            offer_changes={foreign.public_id: {"name": "x"}},
        )
    assert "Hausaufgaben" not in Client().get(f"/eintrag/{secret}/").content.decode()


@pytest.mark.parametrize("wrong", ["unbekannt", "x" * 300, "%00"])
def test_a_link_that_opens_nothing_says_so(db, wrong):
    answer = Client().get(f"/eintrag/{wrong}/")
    assert answer.status_code == 410


def test_a_link_ends(secret, monkeypatch):
    late = clock.now() + links.LIFETIME + datetime.timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: late)
    assert links.find(secret) is None


def test_the_page_of_a_link_sets_no_cookie_and_stays_out_of_search_engines(secret):
    answer = Client().get(f"/eintrag/{secret}/")
    assert not answer.cookies
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"


def test_nobody_answers_from_another_site(secret, cafe):
    answer = Client(headers={"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}).post(
        f"/eintrag/{secret}/", {"bestaetigen": "ja"}
    )
    assert answer.status_code == 403
    cafe.refresh_from_db()
    assert cafe.confirmed_on == datetime.date(2026, 8, 1)


def test_a_wrong_value_is_told_at_its_field(secret, association, cafe):
    answer = answered(secret, **entered(association, cafe, **{"akteur-website": "keine adresse"}))
    assert answer.status_code == 200
    assert "field-wrong" in answer.content.decode()
    assert not Submission.objects.exists()


def test_reminders_are_written_after_a_year_and_wait(manager, association):
    rounds.remind("")
    assert not Letter.objects.exists()
    Actor.objects.update(confirmed_on=clock.today() - datetime.timedelta(days=400), asked_on=None)
    rounds.remind("")
    rounds.remind("")
    assert [letter.state for letter in Letter.objects.all()] == ["held"]


def test_a_contact_is_forgotten_when_its_time_is_over(manager, association):
    contact = landscape.add_contact(manager, association, function="Vorstand", family_name="Beispiel")
    rounds.forget("")
    assert ContactPerson.objects.exists()
    ContactPerson.objects.filter(pk=contact.pk).update(keep_until=clock.today() - datetime.timedelta(days=1))
    rounds.forget("")
    assert not ContactPerson.objects.exists()


def test_a_reader_asks_nobody(reader, association):
    with pytest.raises(Forbidden):
        actions.invite(reader, association)


def test_the_list_of_whom_to_ask(manager, association, body):
    client = at_desk(manager)
    for state in ("", "outdated", "never", "bounced", "silent", "unreachable"):
        assert client.get(f"/schreibtisch/integration/pflege/?stand={state}").status_code == 200
    answer = client.post("/schreibtisch/integration/pflege/einladen/", {"zeile": [association.public_id]})
    assert answer.status_code == 302
    assert Letter.objects.get().batch.startswith("Bitte um Bestätigung")

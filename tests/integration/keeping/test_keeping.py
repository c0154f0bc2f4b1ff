"""Actors keep their own entry by a mailed link: asked, answered, approved, reminded, forgotten."""

from __future__ import annotations

import datetime
from urllib.parse import urlencode

import pytest
from django.test import Client

from ratslinde.accounts.automaton import automaton
from ratslinde.inbox import stamps
from ratslinde.inbox.models import Submission
from ratslinde.integration.keeping import actions, links, rounds
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, ContactPerson, Offer
from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.post.closing import close
from ratslinde.post.models import Letter, State
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


def answered(secret: str, **typed: str | list[str]):
    body = urlencode({stamps.FIELD: stamps.stamp(), **typed}, doseq=True)
    return Client(headers=HERE).post(
        f"/eintrag/{secret}/", body, content_type="application/x-www-form-urlencoded"
    )


def entered(association, cafe, **changes: str | list[str]) -> dict[str, str | list[str]]:
    shown = {
        "akteur-name": association.name, "akteur-description": association.description,
        "akteur-email": association.email, f"{cafe.public_id}-name": cafe.name,
        f"{cafe.public_id}-status": "active", f"{cafe.public_id}-description": cafe.description,
        f"{cafe.public_id}-cost": "free", f"{cafe.public_id}-access": "open", f"{cafe.public_id}-area": "spaces",
        f"{cafe.public_id}-languages": ["de"], f"{cafe.public_id}-groups": ["everyone"],
        f"{cafe.public_id}-topics": [term.public_id for term in cafe.fields.all()],
    }  # fmt: skip
    return {**shown, **changes}


def test_a_mail_with_a_link_is_written_once_a_day_and_looked_at_before_it_goes(manager, association):
    first = actions.invite(manager, association)
    association.refresh_from_db()
    assert actions.invite(manager, association) == first
    assert Letter.objects.count() == KeeperLink.objects.count() == 1
    assert first.state == "held"
    assert "eintrag/" not in str(first.content)


def taken_by_the_mail_server(letter: Letter) -> None:
    close(letter, State.SENT)
    while queue.work_one():
        pass


def test_only_who_was_sent_a_mail_was_asked(manager, association):
    letter = actions.invite(manager, association)
    association.refresh_from_db()
    assert association.asked_on is None
    taken_by_the_mail_server(letter)
    association.refresh_from_db()
    assert association.asked_on == clock.today()


def test_a_mail_that_failed_or_became_a_file_has_asked_nobody(manager, association, settings):
    letter = actions.invite(manager, association)
    close(letter, State.FAILED)
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    taken_by_the_mail_server(letter)
    association.refresh_from_db()
    assert association.asked_on is None


def test_from_the_page_of_an_actor_the_mail_is_shown_before_it_goes(manager, association):
    client = at_desk(manager)
    address = f"/schreibtisch/integration/pflege/einladen/{association.public_id}/"
    page = client.post(address, follow=True)
    assert page.redirect_chain[-1][0] == f"/schreibtisch/mails/{Letter.objects.get().public_id}/"
    assert "Sehen Sie sie an und geben Sie sie frei." in page.content.decode()
    assert Letter.objects.get().state == "held"
    close(Letter.objects.get(), State.SENT)
    assert "wurde heute schon eine Mail geschrieben" in client.post(address, follow=True).content.decode()


def test_without_a_mail_server_it_says_that_nobody_was_reached(manager, association, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    client = at_desk(manager)
    one = f"/schreibtisch/integration/pflege/einladen/{association.public_id}/"
    many = "/schreibtisch/integration/pflege/einladen/"
    for page in (
        client.post(one, follow=True),
        client.post(many, {"zeile": [association.public_id]}, follow=True),
    ):
        text = page.content.decode()
        assert "wartet und hat noch niemanden erreicht" in text
        assert "unterwegs" not in text
    assert "kein Mailserver eingestellt" in client.get("/schreibtisch/integration/pflege/").content.decode()
    association.refresh_from_db()
    assert association.asked_on is None


def test_the_reason_of_a_mail_does_not_keep_the_address(manager, association):
    letter = actions.invite(manager, association)
    assert association.public_id in letter.key
    assert "@" not in letter.key
    association.email = "BRUECKE@lindenhagen.example"
    assert actions.invite(manager, association) == letter
    association.email = "vorstand@lindenhagen.example"
    assert actions.invite(manager, association) != letter


def test_an_answer_to_a_mail_reaches_the_office_when_there_is_one(manager, association, body):
    assert "Fragen" not in str(actions.invite(manager, association).content)
    type(body).objects.update(contact_email="integration@lindenhagen.example")
    association.refresh_from_db()
    association.email = "vorstand@lindenhagen.example"
    letter = actions.invite(manager, association)
    assert letter.reply_to == "integration@lindenhagen.example"
    assert "sie geht an integration@lindenhagen.example" in str(letter.content)


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
        bestaetigen="ja",
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


def test_who_sends_a_change_confirms_nothing_else_and_is_asked_for_the_rest(secret, association, cafe):
    page = answered(secret, **entered(association, cafe, **{f"{cafe.public_id}-cost": "paid"}))
    assert Submission.objects.get().about == cafe.public_id
    association.refresh_from_db()
    assert association.confirmed_on is None
    text = page.content.decode()
    assert "Ihre Änderung ist angekommen" in text
    assert "Noch 1 Teil ist offen." in text
    assert "Vielen Dank" in answered(secret, stimmt=association.public_id).content.decode()


def test_one_offer_is_confirmed_and_what_was_typed_elsewhere_stays(secret, association, cafe):
    typed = entered(association, cafe, stimmt=cafe.public_id, **{"akteur-phone": "02599 10-99"})
    page = answered(secret, **typed).content.decode()
    cafe.refresh_from_db()
    association.refresh_from_db()
    assert (cafe.confirmed_on, association.confirmed_on) == (clock.today(), None)
    assert "02599 10-99" in page
    assert "Vielen Dank" not in page
    assert not Submission.objects.exists()


def test_who_changes_an_offer_and_then_says_it_is_true_has_changed_it(secret, association, cafe):
    answered(
        secret, **entered(association, cafe, stimmt=cafe.public_id, **{f"{cafe.public_id}-cost": "paid"})
    )
    cafe.refresh_from_db()
    assert Submission.objects.get().about == cafe.public_id
    assert cafe.confirmed_on != clock.today()


def test_sending_without_a_change_confirms_nothing_and_says_what_to_do(secret, association, cafe):
    page = answered(secret, **entered(association, cafe)).content.decode()
    association.refresh_from_db()
    assert association.confirmed_on is None
    assert "Sie haben noch nichts geändert" in page


def test_what_waits_for_approval_is_not_confirmed_by_the_button_for_everything(secret, association, cafe):
    answered(secret, **entered(association, cafe, **{f"{cafe.public_id}-cost": "paid"}))
    answered(secret, bestaetigen="ja")
    cafe.refresh_from_db()
    association.refresh_from_db()
    assert association.confirmed_on == clock.today()
    assert cafe.confirmed_on != clock.today()
    page = Client().get(f"/eintrag/{secret}/").content.decode()
    assert "Ihre Änderung ist bei uns" in page
    assert "Zu allem haben Sie schon geantwortet" in page


def test_languages_are_ticked_by_name_and_another_order_is_no_change(secret, association, cafe):
    Actor.objects.filter(pk=association.pk).update(languages="tr de sw")
    page = Client().get(f"/eintrag/{secret}/").content.decode()
    assert "Suaheli" in page
    same = {"akteur-languages": ["de", "tr", "sw"]}
    assert "noch nichts geändert" in answered(secret, **entered(association, cafe, **same)).content.decode()
    answered(secret, **entered(association, cafe, **{"akteur-languages": ["de", "ar"]}))
    assert '"de ar"' in Submission.objects.get().payload


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
            automaton(),
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
    assert answer["Referrer-Policy"] == "strict-origin", "with no-referrer browsers send Origin: null"


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
    assert "<title>Fehler: " in answer.content.decode()
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
    rounds.forget_contact(contact.public_id)
    assert ContactPerson.objects.exists()
    ContactPerson.objects.filter(pk=contact.pk).update(keep_until=clock.today() - datetime.timedelta(days=1))
    rounds.forget_contact(contact.public_id)
    assert not ContactPerson.objects.exists()


def test_a_contact_that_cannot_be_erased_keeps_no_other(manager, association, monkeypatch):
    for name in ("Beispiel", "Muster"):
        landscape.add_contact(manager, association, function=name, family_name=name)
    ContactPerson.objects.update(keep_until=clock.today())
    erase = rounds.erase_contact

    def sometimes(account, contact, *, reason: str) -> None:
        if contact.family_name == "Beispiel":
            raise RuntimeError
        erase(account, contact, reason=reason)

    monkeypatch.setattr(rounds, "erase_contact", sometimes)
    assert rounds.forget_contacts() == 2
    while queue.work_one():
        pass
    assert [each.family_name for each in ContactPerson.objects.all()] == ["Beispiel"]


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


def test_what_the_town_never_wrote_down_keeps_no_actor_from_confirming(secret, association, cafe):
    association.description = ""
    association.save()
    Offer.objects.filter(pk=cafe.pk).update(description="")
    empty = {"akteur-description": "", f"{cafe.public_id}-description": ""}
    page = answered(secret, bestaetigen="ja", **{**entered(association, cafe), **empty}).content.decode()
    assert "Etwas fehlt" not in page
    cafe.refresh_from_db()
    assert cafe.confirmed_on == clock.today()


def test_the_history_names_the_actor_by_its_link_and_no_account(secret, manager, association, cafe):
    answered(secret, bestaetigen="ja")
    for kind, row in (("akteure", association), ("angebote", cafe)):
        page = at_desk(manager).get(f"/schreibtisch/integration/{kind}/{row.public_id}/").content.decode()
        fields, acts = page[page.index("Was früher hier stand") :].split("Verlauf</summary>")
        for part in (fields, acts):
            assert "über den Link von Brücke Lindenhagen e. V." in part
            assert "Ratslinde (von selbst)" not in part

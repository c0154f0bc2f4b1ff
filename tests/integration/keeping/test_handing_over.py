"""Without a mail server somebody hands the link on: shown once, to those who may, and counted as asking."""

from __future__ import annotations

import datetime
import logging
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from lxml import html

from ratslinde.accounts.models import Role
from ratslinde.integration.keeping import actions, links, queries, rounds
from ratslinde.integration.keeping.models import Channel, KeeperLink
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, FieldChange
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.post.models import Letter
from tests.council.cast import account
from tests.desk.conftest import at_desk

FILES = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture(autouse=True)
def _no_mail_server(settings):
    settings.EMAIL_BACKEND = FILES
    settings.RATSLINDE_URL = "https://rat.lindenhagen.example"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def of(actor: Actor) -> str:
    return f"/schreibtisch/integration/pflege/von-hand/{actor.public_id}/"


def shown(page) -> str:
    """The address on the page."""
    (field,) = html.fromstring(page.text).xpath("//input[@name='link']")
    return str(field.get("value"))


class TestVerb:
    def test_the_actor_counts_as_asked_and_the_history_says_who_did_it(self, manager, association):
        link, secret = actions.hand_over(manager, association)
        association.refresh_from_db()
        assert (link.channel, link.email, association.asked_on) == (Channel.BY_HAND, "", clock.today())
        assert links.find(secret) == link
        entry = Entry.objects.get(verb="keeper.hand_over")
        assert (entry.subject, entry.actor) == (association.public_id, manager)
        assert not Letter.objects.exists()

    def test_it_opens_this_entry_alone_and_ends_like_a_mailed_one(
        self, manager, body, association, monkeypatch
    ):
        landscape.add_actor(manager, body, name="Lindenschule")
        link, secret = actions.hand_over(manager, association)
        page = Client().get(f"/eintrag/{secret}/").text
        assert "Brücke Lindenhagen" in page
        assert "Lindenschule" not in page
        assert abs(link.expires_at - links.new_link(association)[0].expires_at).total_seconds() < 60
        late = clock.now() + links.LIFETIME + datetime.timedelta(minutes=1)
        monkeypatch.setattr(clock, "now", lambda: late)
        assert links.find(secret) is None

    def test_the_secret_stands_nowhere_in_the_database(self, manager, association):
        _, secret = actions.hand_over(manager, association)
        rows = [*KeeperLink.objects.values(), *Entry.objects.values(), *FieldChange.objects.values()]
        assert secret not in str(rows)

    def test_where_mails_reach_people_nobody_sees_a_link(self, manager, association, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        with pytest.raises(Refused, match="Mailserver eingestellt"):
            actions.hand_over(manager, association)
        assert not KeeperLink.objects.exists()

    def test_an_actor_that_was_put_away_gets_none(self, manager, association):
        landscape.archive_actor(manager, association, reason="aufgelöst")
        with pytest.raises(Refused):
            actions.hand_over(manager, association)

    def test_who_was_asked_by_hand_is_not_reminded_at_once(self, manager, body, association):
        Actor.objects.update(confirmed_on=clock.today() - datetime.timedelta(days=400), asked_on=None)
        association.refresh_from_db()
        assert list(rounds.due(body)) == [association]
        actions.hand_over(manager, association)
        assert list(rounds.due(body)) == []

    @pytest.mark.parametrize("role", [Role.READER, Role.SOCIAL_PLANNER, Role.CLERK, Role.SYSTEM])
    def test_others_hand_nothing_on(self, association, role):
        with pytest.raises(Forbidden):
            actions.hand_over(account("somebody", role), association)


class TestPage:
    def test_first_it_says_what_it_means_and_makes_no_link(self, manager, association):
        page = at_desk(manager).get(of(association))
        assert "kein Mailserver eingestellt" in page.text
        assert "60 Tage" in page.text
        assert not KeeperLink.objects.exists()

    def test_the_link_is_shown_once_and_kept_by_no_browser(self, manager, association, caplog):
        client = at_desk(manager)
        caplog.set_level(logging.DEBUG)
        page = client.post(of(association))
        address = shown(page)
        assert address.startswith("https://rat.lindenhagen.example/eintrag/")
        assert "no-store" in page["Cache-Control"]
        secret = address.split("/")[-2]
        assert links.find(secret) == KeeperLink.objects.get()
        assert secret not in caplog.text
        again = [client.get(each).text for each in (
            of(association), f"/schreibtisch/integration/akteure/{association.public_id}/",
            "/schreibtisch/integration/pflege/", "/schreibtisch/mails/",
        )]  # fmt: skip
        assert secret not in "".join(again)
        assert "Link von Hand" in again[2]
        assert "Link von Hand weitergegeben" in again[1], "the history says so"

    def test_a_mail_of_ones_own_is_written_already(self, manager, association, cafe):
        page = at_desk(manager).post(of(association))
        (link,) = html.fromstring(page.text).xpath("//a[starts-with(@href, 'mailto:')]")
        mail = urlsplit(link.get("href"))
        said = parse_qs(mail.query)
        assert mail.path == "bruecke@lindenhagen.example"
        assert said["subject"] == ["Stimmt Ihr Eintrag noch? Brücke Lindenhagen e. V."]
        assert f"Eintrag ansehen und bestätigen:\r\n{shown(page)}\r\n" in said["body"][0]
        assert "mit einem Angebot" in said["body"][0]
        assert "Sie bekommen diese E-Mail" not in said["body"][0]
        assert len(link.get("href")) < 2000, "longer addresses are cut by some mail programs"

    def test_an_actor_without_an_address_has_paper(self, manager, body):
        school = landscape.add_actor(manager, body, name='Schule & "Hort" <b>')
        page = at_desk(manager).post(of(school))
        assert "keine E-Mail-Adresse" in page.text
        assert "<b>" not in page.text
        assert shown(page) in html.fromstring(page.text).xpath("string(//pre)")
        assert "<svg" in page.text

    def test_without_an_address_of_its_own_it_says_that_the_link_may_not_be_reached(
        self, manager, association, settings
    ):
        settings.RATSLINDE_URL = ""
        page = at_desk(manager).post(of(association))
        assert "keine öffentliche Adresse eingestellt" in page.text
        assert shown(page).startswith("http://testserver/eintrag/")
        settings.RATSLINDE_URL = "http://127.0.0.1:8000"
        assert "keine öffentliche Adresse eingestellt" in at_desk(manager).post(of(association)).text
        settings.RATSLINDE_URL = "https://rat.lindenhagen.example"
        assert "keine öffentliche Adresse" not in at_desk(manager).post(of(association)).text

    def test_the_pages_lead_there_only_without_a_mail_server(self, manager, association, settings):
        client = at_desk(manager)
        addresses = (
            f"/schreibtisch/integration/akteure/{association.public_id}/",
            "/schreibtisch/integration/pflege/",
        )
        assert all(of(association) in client.get(each).text for each in addresses)
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        assert not any(of(association) in client.get(each).text for each in addresses)
        assert client.get(of(association)).status_code == client.post(of(association)).status_code == 409

    def test_a_reminder_that_waits_leads_there_too(self, manager, association, settings):
        letter, client = actions.invite(manager, association), at_desk(manager)
        page = f"/schreibtisch/mails/{letter.public_id}/"
        assert of(association) in client.get(page).text
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        assert of(association) not in client.get(page).text

    def test_another_site_cannot_have_a_link_made(self, manager, association):
        client = at_desk(manager)
        client.handler.enforce_csrf_checks = True
        assert client.post(of(association)).status_code == 403
        assert not KeeperLink.objects.exists()


def test_the_list_says_what_became_of_a_link_handed_on(manager, body, association):
    link, _ = actions.hand_over(manager, association)
    (row,) = queries.with_letters([association])
    assert (row.by_hand, row.answered) == (link, False)
    KeeperLink.objects.update(answered_at=clock.now())
    (row,) = queries.with_letters([association])
    assert row.answered
    association.refresh_from_db()
    assert queries.was_asked_by_hand(association)
    landscape.mark_asked(manager, association, on=clock.today() - datetime.timedelta(days=1))
    association.refresh_from_db()
    assert not queries.was_asked_by_hand(association)

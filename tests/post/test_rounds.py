"""The mailbox of returned mails, read now and then and left as it is."""

from __future__ import annotations

import pytest

from ratslinde.journal import queue
from ratslinde.journal.models import Task
from ratslinde.post import queries, reports, rounds
from ratslinde.post.models import Letter, ReturnBox, State
from ratslinde.post.writing import send_again
from ratslinde.site.returned_mail import Mailbox
from tests.post.conftest import letter_to
from tests.post.imap import MailboxServer
from tests.post.reports import report

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailbox(settings):
    server = MailboxServer()
    settings.RATSLINDE_BOUNCES = Mailbox("127.0.0.1", server.port, "user", "password", "INBOX", "")
    yield server
    server.end()


@pytest.fixture
def sent(work, mailoutbox) -> Letter:
    letter = letter_to()
    work()
    return letter


def state_of(letter: Letter) -> str:
    letter.refresh_from_db()
    return letter.state


def test_a_returned_mail_is_found_among_others(mailbox, sent):
    mailbox.messages = {3: b"Subject: Werbung\r\n\r\nKaufen!", 4: report(sent.token), 9: b"\xff\xfe"}
    rounds.read_returned()
    assert state_of(sent) == State.BOUNCED
    assert sent.diagnosis.startswith("Dieses Postfach gibt es nicht.")
    box = ReturnBox.objects.get()
    assert (box.last_uid, box.uid_validity, box.error) == (9, 7, "")
    assert box.read_at is not None


def test_nothing_is_read_twice_and_nothing_in_the_mailbox_changes(mailbox, sent):
    mailbox.messages = {1: b"x", 2: b"y"}
    rounds.read_returned()
    rounds.read_returned()
    mailbox.messages[3] = report(sent.token)
    rounds.read_returned()
    assert state_of(sent) == State.BOUNCED
    fetched = [each for each in mailbox.commands if "FETCH" in each]
    assert [each.split()[2] for each in fetched] == ["1", "2", "3"]
    assert {each.split()[0] for each in mailbox.commands} == {
        "CAPABILITY",
        "LOGIN",
        "EXAMINE",
        "UID",
        "LOGOUT",
    }


def test_a_mailbox_that_counts_anew_is_read_from_its_beginning(mailbox, sent):
    mailbox.messages = {50: b"x"}
    rounds.read_returned()
    mailbox.validity, mailbox.messages = 8, {1: report(sent.token)}
    rounds.read_returned()
    assert state_of(sent) == State.BOUNCED


def test_a_huge_mail_is_fetched_in_part(mailbox, sent):
    mailbox.messages = {1: report(sent.token) + b"x" * (reports.MOST_BYTES * 4)}
    rounds.read_returned()
    assert state_of(sent) == State.BOUNCED


def test_a_full_mailbox_is_read_in_portions(mailbox, sent, monkeypatch):
    monkeypatch.setattr(rounds, "MOST_MESSAGES", 2)
    mailbox.messages = dict.fromkeys(range(1, 4), b"x") | {4: report(sent.token)}
    rounds.read_returned()
    assert state_of(sent) == State.SENT
    rounds.read_returned()
    assert state_of(sent) == State.BOUNCED


@pytest.mark.parametrize("state", [State.HELD, State.WRITTEN, State.DISCARDED, State.FAILED])
def test_what_was_not_sent_does_not_come_back(mailbox, sent, state):
    Letter.objects.update(state=state)
    mailbox.messages = {1: report(sent.token)}
    rounds.read_returned()
    assert state_of(sent) == state


def test_an_invented_report_marks_nothing(mailbox, sent):
    mailbox.messages = {1: report("0" * 14), 2: report(sent.public_id), 3: report("")}
    rounds.read_returned()
    assert state_of(sent) == State.SENT


def test_a_letter_that_came_back_can_be_sent_again_and_come_back_again(mailbox, sent, work, mailoutbox):
    mailbox.messages = {1: report(sent.token)}
    rounds.read_returned()
    sent.refresh_from_db()
    send_again(sent)
    work()
    assert state_of(sent) == State.SENT
    mailbox.messages[2] = report(sent.token)
    rounds.read_returned()
    assert state_of(sent) == State.BOUNCED


@pytest.mark.parametrize("fault", ["password", "port"])
def test_a_mailbox_that_cannot_be_read_is_said_at_the_desk_and_not_in_detail_in_the_log(
    mailbox, settings, caplog, unused_port, fault
):
    place = settings.RATSLINDE_BOUNCES
    wrong = {"password": "wrong-7431902", "port": unused_port}
    settings.RATSLINDE_BOUNCES = place._replace(**{fault: wrong[fault]})
    rounds.read_returned()
    assert "nicht erreichbar" in queries.equipment().box.error
    assert "was not read" in caplog.text
    assert "7431902" not in caplog.text + ReturnBox.objects.get().error
    settings.RATSLINDE_BOUNCES = place
    rounds.read_returned()
    assert queries.equipment().box.error == ""


def test_without_a_mailbox_nothing_is_read_and_the_list_knows():
    rounds.read_returned()
    assert not ReturnBox.objects.exists()
    assert not queries.equipment().has_mailbox


def test_the_worker_goes_round_again_and_again(mailbox, sent, work, later):
    mailbox.messages = {1: report(sent.token)}
    queue.begin_recurring()
    work()
    assert state_of(sent) == State.BOUNCED
    assert Task.objects.filter(handler="post.round", done_at=None).count() == 1

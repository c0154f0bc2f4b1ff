"""Every letter leaves once: also when the server declines, breaks off, or this program ends in between."""

from __future__ import annotations

import datetime
import email
import logging
import socket
import threading

import pytest

from ratslinde.journal import queue
from ratslinde.journal.models import Task
from ratslinde.kernel import clock
from ratslinde.post import letterhead, rounds, sending, transport
from ratslinde.post.closing import doubt_all
from ratslinde.post.content import Content
from ratslinde.post.keeping import forget_letters
from ratslinde.post.letterhead import Letterhead
from ratslinde.post.models import Letter, State
from ratslinde.site.serving.working import work_all
from tests.post.conftest import ALMA, CONTENT, letter_to

pytestmark = pytest.mark.django_db


def state_of(letter: Letter) -> str:
    letter.refresh_from_db()
    return letter.state


def test_the_mail_has_both_parts_and_an_identity(server, work):
    letter = letter_to(reply_to="integration@lindenhagen.example", language="tr")
    work()
    (mail,) = server.mails()
    assert state_of(letter) == State.SENT
    assert server.taken[0].rcpt_tos == [ALMA]
    assert mail["From"] == "Stadt Lindenhagen <ratslinde@lindenhagen.example>"
    assert (mail["To"], mail["Reply-To"]) == (ALMA, "integration@lindenhagen.example")
    assert mail["Message-ID"] == f"<{letter.token}@lindenhagen.example>"
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", "tr")
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert "bestätigt" in mail.get_body(("plain",)).get_content()
    assert "bestätigt" in mail.get_body(("html",)).get_content()


def test_no_line_is_longer_than_servers_take_and_every_byte_is_ascii(server, work):
    long = "ä" * 3000 + " مرحبا " + "x" * 3000
    letter_to(content=Content(subject="Ünïcode " * 20, paragraphs=(long, ".", "..Punkt", "From x")))
    work()
    raw = server.taken[0].original_content
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.isascii()
    text = server.mails()[0].get_body(("plain",)).get_content()
    assert long in text
    assert {".", "..Punkt", "From x"} <= {*text.splitlines()}
    assert server.mails()[0]["Subject"].strip() == ("Ünïcode " * 20).strip()


def test_a_subject_cannot_bring_in_a_header(server, work):
    letter_to(content=Content(subject="Hallo\r\nBcc: eva@lindenhagen.example\r\n\r\nText"))
    work()
    mail = server.mails()[0]
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Hallo Bcc: eva@lindenhagen.example Text"
    assert server.taken[0].rcpt_tos == [ALMA]


def test_a_town_cannot_bring_in_a_header_by_its_name(server, work, monkeypatch):
    monkeypatch.setattr(
        letterhead, "_LETTERHEADS", [lambda: Letterhead(name="Stadt\r\nBcc: eva@lindenhagen.example")]
    )
    letter_to()
    work()
    mail = server.mails()[0]
    assert mail["Bcc"] is None
    assert "Stadt Bcc" in mail["From"]


def test_umlauts_stand_in_sender_and_subject(server, work, monkeypatch):
    monkeypatch.setattr(
        letterhead, "_LETTERHEADS", [lambda: Letterhead(name="Gemeinde Übermühlen, Büro „Ä“")]
    )
    letter_to(content=Content(subject="Grüße: schön, größer, Łódź, İstanbul, Київ", paragraphs=("ß",)))
    work()
    raw, mail = server.taken[0].original_content, server.mails()[0]
    assert raw.isascii()
    assert mail["From"].addresses[0].display_name == "Gemeinde Übermühlen, Büro „Ä“"
    assert mail["Subject"].strip() == "Grüße: schön, größer, Łódź, İstanbul, Київ"


def test_what_goes_to_many_says_how_to_get_no_more(server, work):
    letter_to(batch="Herbst", reply_to="integration@lindenhagen.example")
    letter_to("eva@lindenhagen.example", batch="Herbst")
    letter_to("otto@lindenhagen.example", reply_to="integration@lindenhagen.example")
    work()
    batched, without_answer, single = server.mails()
    assert batched["List-Unsubscribe"].strip() == (
        "<mailto:integration@lindenhagen.example?subject=Keine%20Erinnerungen>"
    )
    assert (without_answer["List-Unsubscribe"], single["List-Unsubscribe"]) == (None, None)


def test_a_sender_with_a_name_of_its_own_keeps_it(server, work, settings):
    settings.DEFAULT_FROM_EMAIL = "Integrationsbüro <buero@lindenhagen.example>"
    letter_to()
    work()
    assert server.mails()[0]["From"] == "Integrationsbüro <buero@lindenhagen.example>"


def test_returned_mails_go_to_an_address_that_names_the_letter(server, work, settings):
    settings.RATSLINDE_BOUNCE_FROM = "post+*@lindenhagen.example"
    letter = letter_to()
    work()
    assert server.taken[0].mail_from == f"post+{letter.token}@lindenhagen.example"


def test_what_fails_for_the_time_being_is_tried_again_at_growing_distance(server, work, later):
    server.at_rcpt = lambda _: "451 4.7.1 Greylisted, try later"
    letter = letter_to()
    for number, pause in enumerate(sending.PAUSES, start=1):
        work()
        assert state_of(letter) == State.WRITTEN
        assert letter.tries == number
        assert Task.objects.get(done_at=None).due_at == clock.now() + pause or number == 1
        later(seconds=pause.total_seconds() - 30)
        assert work() == 0
        later(seconds=31)
    work()
    assert state_of(letter) == State.FAILED
    assert "8 Versuchen" in letter.diagnosis
    assert server.asked == len(sending.PAUSES) + 1
    assert list(sending.PAUSES) == sorted(sending.PAUSES)


def test_after_a_while_the_mail_is_taken_under_the_same_identity(server, work, later):
    answers = iter(["451 later", "250 OK"])
    server.at_data = lambda _: next(answers)
    letter = letter_to()
    work()
    later(minutes=2)
    work()
    assert state_of(letter) == State.SENT
    assert server.mails()[0]["Message-ID"] == f"<{letter.token}@lindenhagen.example>"
    assert letter.diagnosis == ""


@pytest.mark.parametrize("place", ["at_rcpt", "at_data"])
def test_what_is_declined_for_good_is_not_tried_again(server, work, place):
    setattr(server, place, lambda _: "550 5.1.1 No such user here")
    letter = letter_to()
    work()
    assert state_of(letter) == State.FAILED
    assert letter.diagnosis == "Dieses Postfach gibt es nicht. (550 5.1.1 No such user here)"
    assert not Task.objects.filter(done_at=None).exists()


def test_a_sender_that_is_declined_is_nothing_against_the_recipient(server, work):
    server.at_mail = "553 5.7.1 Not you"
    letter = letter_to()
    work()
    assert state_of(letter) == State.WRITTEN
    assert "Absender" in letter.diagnosis


def test_a_server_that_is_not_there_is_tried_again(work, settings, unused_port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    letter = letter_to()
    work()
    assert state_of(letter) == State.WRITTEN
    assert "nicht erreichbar" in letter.diagnosis


def test_one_that_is_declined_does_not_hold_up_the_others(server, work):
    server.at_rcpt = lambda address: "550 no" if address.startswith("b") else "250 OK"
    letters = [letter_to(f"{name}@lindenhagen.example") for name in "abc"]
    work()
    assert [state_of(each) for each in letters] == [State.SENT, State.FAILED, State.SENT]


def break_off(smtp) -> str:
    smtp.transport.abort()
    return "250 OK"


def test_a_mail_that_the_server_may_have_taken_is_unclear_and_not_sent_again(server, work, later):
    server.at_data = break_off
    letter = letter_to()
    work()
    assert state_of(letter) == State.UNCLEAR
    later(days=3)
    work()
    assert server.asked == 1


class Crash(BaseException):
    """The process is killed."""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("moment", ["before the server is asked", "after the server took it"])
def test_a_crash_between_two_mails_sends_none_twice(server, monkeypatch, later, moment):
    letters = [letter_to(f"{name}@lindenhagen.example") for name in "abc"]
    really = transport.hand_over

    def hand_over(message, *, envelope):
        if message.to[0].startswith("b"):
            if moment.startswith("after"):
                really(message, envelope=envelope)
            raise Crash
        return really(message, envelope=envelope)

    monkeypatch.setattr(sending, "hand_over", hand_over)
    with pytest.raises(Crash):
        work_all()
    assert [state_of(each) for each in letters] == [State.SENT, State.SENDING, State.WRITTEN]
    work_all()
    later(minutes=16)
    rounds.doubt_abandoned()
    work_all()
    assert [state_of(each) for each in letters] == [State.SENT, State.UNCLEAR, State.SENT]
    assert "kann angekommen sein" in letters[1].diagnosis
    to = [each.rcpt_tos[0][0] for each in server.taken]
    assert to == (["a", "b", "c"] if moment.startswith("after") else ["a", "c"])


@pytest.mark.django_db(transaction=True)
def test_a_crash_before_the_mark_is_committed_loses_nothing(server, monkeypatch):
    letter = letter_to()
    with monkeypatch.context() as patch:

        def killed(*_args, **_more):
            raise Crash

        patch.setattr(Letter, "save", killed)
        with pytest.raises(Crash):
            queue.work_one()
    assert state_of(letter) == State.WRITTEN
    assert queue.work_one()
    assert len(server.taken) == 1


@pytest.mark.django_db(transaction=True)
def test_the_mark_is_committed_before_the_server_is_asked(server):
    letter = letter_to()
    seen = []

    def look(_smtp) -> str:
        seen.append("asked")
        return "250 OK"

    server.at_data = look
    queue.work_one()
    assert seen == ["asked"]
    assert state_of(letter) == State.SENT
    assert Task.objects.get().done_at <= letter.settled_at


def test_a_letter_that_is_being_sent_is_left_alone_for_a_while(work, later):
    letter = letter_to()
    Letter.objects.update(state=State.SENDING, sending_at=clock.now())
    later(minutes=10)
    assert rounds.doubt_abandoned() == 0
    work()
    assert state_of(letter) == State.SENDING


def test_one_letter_that_breaks_the_template_does_not_stop_the_others(server, work, caplog):
    broken, whole = letter_to(), letter_to("eva@lindenhagen.example")
    Letter.objects.filter(pk=broken.pk).update(content={"subject": 5})
    work()
    assert (state_of(broken), state_of(whole)) == (State.FAILED, State.SENT)
    assert "could not be put together" in caplog.text


def test_the_log_names_neither_address_nor_subject(server, work, caplog):
    caplog.set_level(logging.DEBUG, logger="ratslinde")
    server.at_rcpt = lambda address: f"550 {address} unknown"
    letter = letter_to()
    work()
    assert letter.public_id in caplog.text
    for secret in (ALMA, "alma", CONTENT.subject, "Eintrag", letter.token):
        assert secret not in caplog.text
    assert not Task.objects.exclude(error="").exists()


def test_old_letters_forget_to_whom_and_what_but_not_why(server, work, later):
    letter = letter_to(key="once")
    work()
    later(days=178)
    assert forget_letters() == 0
    later(days=3)
    assert forget_letters() == 1
    assert state_of(letter) == State.SENT
    assert (letter.recipient, letter.subject, letter.content) == ("", "", None)
    assert letter_to(key="once") == letter


def test_letters_out_of_a_backup_are_not_sent_unseen(work, mailoutbox):
    waiting, held = letter_to(), letter_to("eva@lindenhagen.example", held=True)
    assert doubt_all("Aus einer Sicherung.") == 1
    work()
    assert mailoutbox == []
    assert (state_of(waiting), state_of(held)) == (State.UNCLEAR, State.HELD)


def test_without_a_mail_server_mails_are_files(work, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    letter_to()
    work()
    (file,) = tmp_path.iterdir()
    mail = email.message_from_bytes(file.read_bytes())
    assert mail.is_multipart()
    assert datetime.datetime.now(datetime.UTC).strftime("%Y") in mail["Date"]


def test_a_hundred_letters_wait_behind_a_code(server, work):
    for number in range(3):
        letter_to(f"a{number}@lindenhagen.example")
    letter_to("code@lindenhagen.example", urgent=True)
    work()
    assert server.taken[0].rcpt_tos == ["code@lindenhagen.example"]


GREETINGS = {
    "busy": b"421 4.3.2 Too many connections\r\n",
    "closed": b"554 5.7.1 No service here\r\n",
    "silent": b"",
    "no mail server": b"HTTP/1.1 400 Bad Request\r\n\r\n",
}


@pytest.mark.parametrize("greeting", GREETINGS.values(), ids=GREETINGS)
def test_a_server_that_does_not_let_us_in_is_tried_again(work, settings, greeting):
    with socket.create_server(("127.0.0.1", 0)) as door:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = door.getsockname()
        settings.EMAIL_TIMEOUT = 0.2
        greeter = threading.Thread(target=greet, args=(door, greeting), daemon=True)
        greeter.start()
        letter = letter_to()
        work()
        assert state_of(letter) == State.WRITTEN
        assert "nicht erreichbar" in letter.diagnosis
        greeter.join(5)


def greet(door: socket.socket, greeting: bytes) -> None:
    connection, _ = door.accept()
    with connection:
        connection.sendall(greeting)
        connection.settimeout(5)
        while connection.recv(1000):
            pass


def test_a_server_that_says_nothing_after_the_mail_is_doubtful_and_holds_nobody_up_for_long(
    server, work, settings
):
    settings.EMAIL_TIMEOUT = 0.3
    first = letter_to("slow@lindenhagen.example")
    server.waits = 1.0
    work()
    assert state_of(first) == State.UNCLEAR
    assert "bestätigte" in first.diagnosis

"""Writing letters, and deciding about them before they are sent."""

from __future__ import annotations

import pytest

from ratslinde.journal.models import Task
from ratslinde.kernel.errors import Refused
from ratslinde.post import writing
from ratslinde.post.models import Letter, State
from ratslinde.post.writing import an_address, discard, release, send_again
from tests.post.conftest import CONTENT, REMINDER, letter_to

pytestmark = pytest.mark.django_db


def test_for_the_same_reason_a_letter_is_written_once(work, mailoutbox):
    first = letter_to(key="abc 2026")
    again = letter_to("other@lindenhagen.example", key="abc 2026")
    assert again == first
    assert again.recipient == first.recipient
    work()
    letter_to(key="abc 2026")
    work()
    assert len(mailoutbox) == 1
    letter_to(key="abc 2027")
    work()
    assert len(mailoutbox) == 2


def test_what_was_thrown_away_is_not_written_again(work, mailoutbox):
    discard([letter_to(held=True)])
    assert letter_to().state == State.DISCARDED
    work()
    assert mailoutbox == []


def test_a_kind_that_nobody_registered_and_a_missing_key_are_defects():
    for kind, key in (("unknown", "x"), (REMINDER, "")):
        with pytest.raises(ValueError, match="kind"):
            writing.write(CONTENT, to="a@b.example", kind=kind, key=key)


def test_an_unknown_language_is_refused():
    with pytest.raises(Refused):
        letter_to(language="fr")


@pytest.mark.parametrize(
    "address",
    ["", "alma", "alma@", "a@b@c.example", "alma@lindenhagen.example\nBcc: x@y.example", "alma@x.example,eva@x.example",
     "Alma <alma@x.example>", "jörg@lindenhagen.example", "a" * 250 + "@x.example", "a@" + "ü" * 64 + ".example",
     "alma@x\r.example", "alma@x.example\x00"],
)  # fmt: skip
def test_what_no_mail_server_takes_is_refused(address):
    with pytest.raises(Refused):
        an_address(address)


def test_a_domain_with_umlauts_is_written_as_mail_servers_know_it():
    assert an_address(" post@grüner-weg.example ") == "post@xn--grner-weg-r9a.example"


def test_held_letters_wait_until_they_are_released(work, mailoutbox):
    letters = [
        letter_to(f"a{number}@lindenhagen.example", held=True, batch="November") for number in range(3)
    ]
    assert Task.objects.count() == 0
    work()
    assert mailoutbox == []
    assert release(letters[:2]) == 2
    assert release(letters[:2]) == 0
    work()
    assert [each.to for each in mailoutbox] == [["a0@lindenhagen.example"], ["a1@lindenhagen.example"]]


def test_a_letter_that_waits_can_be_thrown_away_until_it_is_sent(work, mailoutbox):
    letter = letter_to()
    assert discard([letter]) == 1
    work()
    assert mailoutbox == []
    sent = letter_to("eva@lindenhagen.example")
    work()
    assert discard([sent]) == 0
    assert Letter.objects.get(pk=sent.pk).state == State.SENT


def test_only_what_went_wrong_is_sent_again(work, mailoutbox):
    letter = letter_to()
    with pytest.raises(Refused):
        send_again(letter)
    Letter.objects.update(state=State.UNCLEAR)
    send_again(letter)
    work()
    assert len(mailoutbox) == 1
    with pytest.raises(Refused):
        send_again(letter)


def test_what_is_no_longer_kept_cannot_be_sent_again():
    letter = letter_to()
    Letter.objects.update(state=State.FAILED, content=None)
    with pytest.raises(Refused, match="nicht mehr ganz"):
        send_again(letter)

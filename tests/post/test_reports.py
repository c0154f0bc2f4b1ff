"""Delivery reports, and mails that only want to look like one."""

from __future__ import annotations

import base64
import email

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratslinde.post.envelope import tokens_in
from ratslinde.post.replies import UNKNOWN, in_words
from ratslinde.post.reports import MOST_BYTES, read_report
from tests.post.reports import NO_REPORTS, from_exchange, from_gmail, huge, report

TOKEN = "0123456789abcd"


@pytest.mark.parametrize("headers_only", [False, True])
def test_a_report_names_the_letter_and_the_reason(headers_only):
    found = read_report(report(TOKEN, headers_only=headers_only))
    assert tokens_in(found.where) == [TOKEN]
    assert in_words(found.answer) == (
        "Dieses Postfach gibt es nicht. (550 5.1.1 <alma@lindenhagen.example>: Recipient address rejected)"
    )


@pytest.mark.parametrize(
    ("mail", "sentence"),
    [
        (
            from_exchange(TOKEN),
            "Diese Adresse nimmt keine Mails an. (550 5.1.10 RESOLVER.ADR.RecipientNotFound",
        ),
        (
            from_gmail(TOKEN),
            "Dieses Postfach gibt es nicht. (550-5.1.1 The email account that you tried to reach",
        ),
    ],
    ids=["Exchange", "Gmail"],
)
def test_reports_of_other_servers_name_them_too(mail, sentence):
    found = read_report(mail)
    assert set(tokens_in(found.where)) == {TOKEN}
    assert in_words(found.answer).startswith(sentence)
    assert read_report(mail.replace(b"Action: failed", b"Action: delayed")) is None


def test_a_letter_is_known_by_the_address_it_was_returned_to(settings):
    settings.RATSLINDE_BOUNCE_FROM = "post+*@lindenhagen.example"
    found = read_report(report("unbekannt", to=f"<post+{TOKEN}@lindenhagen.example>"))
    assert tokens_in(found.where) == [TOKEN]


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", ""])
def test_what_has_not_failed_is_no_report(action):
    assert read_report(report(TOKEN, action=action)) is None


def test_a_report_whose_parts_are_encoded_is_read():
    fields = base64.b64encode(
        b"Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a\r\nAction: failed\r\nStatus: 5.2.2\r\n"
    )
    whole = report(TOKEN)
    start = whole.index(b"Content-Type: message/delivery-status")
    end = whole.index(b"--GRENZE", start)
    encoded = (
        b"Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + fields
        + b"\r\n"
    )
    assert (
        read_report(whole[:start] + encoded + whole[end:]) is None
    )  # the standard forbids it (RFC 3464, 2.1.1)


@pytest.mark.parametrize("mail", NO_REPORTS.values(), ids=NO_REPORTS)
def test_other_mails_are_no_reports(mail):
    assert read_report(mail) is None


def test_only_the_beginning_of_a_huge_mail_is_looked_at(monkeypatch):
    looked, look = [], email.message_from_bytes
    monkeypatch.setattr(
        email, "message_from_bytes", lambda data, **more: looked.append(len(data)) or look(data, **more)
    )
    assert read_report(huge(TOKEN, size=10 * MOST_BYTES)) is not None
    assert looked == [MOST_BYTES]
    assert read_report(b"X: y\r\n" * MOST_BYTES + report(TOKEN)) is None


@given(st.binary(max_size=2000), st.integers(0, 1200))
def test_whatever_stands_in_it_reading_ends(noise, place):
    whole = report(TOKEN)
    read_report(whole[:place] + noise + whole[place:])


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("552 5.2.2 over quota", "Das Postfach ist voll."),
        ("5.4.7", "Der Mailserver des Empfängers war zu lange nicht erreichbar."),
        ("550 5.7.26 DMARC", "Der Mailserver des Empfängers hat die Mail abgewiesen."),
        ("550 unknown", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_the_answer_of_a_mail_server_in_plain_words(answer, sentence):
    assert in_words(answer).startswith(sentence)
    assert answer in in_words(answer)

"""What a mail says, as a value and as a text."""

from __future__ import annotations

import pytest

from ratslinde.kernel.errors import Refused
from ratslinde.post.content import Button, Content, checked, from_text, restored, stored
from ratslinde.post.keys import apart, are_hidden, together

TEXT = """Guten Tag Alma,

mit diesem Link öffnen Sie Ihr Konto:

Konto öffnen
https://rat.lindenhagen.example/anmelden/einmal/abc/

Ein Kennwort
gibt es nicht.
"""


def test_a_text_becomes_paragraphs_and_a_button():
    found = from_text("Ihr Konto", TEXT)
    assert found.paragraphs == ("Guten Tag Alma,", "mit diesem Link öffnen Sie Ihr Konto:")
    assert found.button == Button(
        label="Konto öffnen", address="https://rat.lindenhagen.example/anmelden/einmal/abc/"
    )
    assert found.closing == ("Ein Kennwort\ngibt es nicht.",)


def test_an_indented_line_is_a_code():
    assert from_text("Code", "Ihr Code:\n\n    ABCD-EFGH\n\nEr gilt zehn Minuten.").code == "ABCD-EFGH"


def test_an_address_within_a_sentence_is_no_button():
    assert from_text("x", "Mehr steht auf https://lindenhagen.example/ und dort.").button is None


@pytest.mark.parametrize("text", ["https://a.example/\n\nhttps://b.example/", "    A\n\n    B"])
def test_a_mail_has_one_button_and_one_code(text):
    with pytest.raises(Refused):
        from_text("x", text)


def test_line_breaks_and_control_characters_leave_the_subject():
    subject = "Ihr Eintrag\r\nBcc: viele@lindenhagen.example\x00"
    assert checked(Content(subject=subject)).subject == "Ihr Eintrag Bcc: viele@lindenhagen.example"


@pytest.mark.parametrize("subject", ["", " \n", "x" * 201])
def test_a_subject_is_wanted_and_not_too_long(subject):
    with pytest.raises(Refused):
        checked(Content(subject=subject))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "/eintrag/",
        "https://",
        "https://a.example/ x",
        'https://a.example/"x',
        "ftp://a.example/",
    ],
)
def test_a_button_leads_to_a_page(address):
    with pytest.raises(Refused):
        checked(Content(subject="x", button=Button(address=address)))


def test_a_text_that_nobody_would_read_is_refused():
    with pytest.raises(Refused):
        checked(Content(subject="x", paragraphs=("x" * 20_001,)))


def test_what_is_stored_can_be_read_again():
    content = from_text("Ihr Konto", TEXT, footer=["Integrationsbüro"])
    assert restored(stored(content)) == content


@pytest.mark.parametrize("text", [TEXT, "Ihr Code:\n\n    einmal/abc", TEXT + "\n    einmal/abc"])
def test_link_and_code_are_kept_apart_and_come_together_again(text):
    content = from_text("Ihr Konto", text)
    shown, secret = apart(content)
    assert "einmal/abc" not in f"{shown} {secret}"
    assert are_hidden(shown)
    assert together(shown, secret) == content


def test_what_opens_nothing_has_nothing_to_hide():
    content = from_text("Passkey eingerichtet", "Guten Tag,\n\nfür Ihr Konto wurde ein Passkey eingerichtet.")
    assert apart(content) == (content, "")
    assert not are_hidden(content)

"""The mails of the sign-in pages are letters, and what opens an account does not stay."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from django.core import serializers
from django.db import transaction
from django.db.utils import IntegrityError
from django.template.loader import render_to_string
from django.test import Client

from ratslinde.accounts import links, mailing
from ratslinde.accounts.models import User
from ratslinde.journal.models import Entry, Task
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.post import queries, sign_in
from ratslinde.post.models import Letter, State
from ratslinde.post.writing import send_again
from ratslinde.site.serving.working import work_all

TEMPLATES = Path(mailing.__file__).parent / "templates" / "accounts" / "mail"
SECRET = "https://rat.lindenhagen.example/anmelden/einmal/geheim-7431902/"


TEXT = f"Guten Tag,\n\nKonto öffnen\n{SECRET}\n\nBis bald."
ENDS = {
    "declined": lambda _: "550 no",
    "too late": lambda _: "451 later",
    "unclear": lambda smtp: smtp.transport.abort() or "",
    "broken": lambda _: "250 OK",
}


def note(name: str = "invitation", *, text: str = TEXT, lifetime=links.LIFETIME) -> mailing.Note:
    return mailing.Note(
        name=name, to="alma@lindenhagen.example", subject="Ihr Konto", text=text, lifetime=lifetime
    )


MAILS = sorted(path.name.removesuffix("_message.txt") for path in TEMPLATES.glob("*_message.txt"))


def everything_stored() -> str:
    return serializers.serialize("json", [*Letter.objects.all(), *Task.objects.all(), *Entry.objects.all()])


def test_the_house_sends_mails_of_sign_in_as_letters():
    assert mailing._SENDERS[-1] is sign_in.send


@pytest.mark.django_db
def test_a_link_is_kept_encrypted_until_it_is_sent_and_then_not_at_all(work, mailoutbox):
    sign_in.send(note())
    letter = Letter.objects.get()
    assert letter.sealed.startswith("sealed:")
    assert "geheim" not in everything_stored()
    work()
    letter.refresh_from_db()
    assert (letter.state, letter.sealed) == (State.SENT, "")
    assert SECRET in mailoutbox[0].body
    assert f'href="{SECRET}"' in mailoutbox[0].alternatives[0].content
    assert "geheim" not in everything_stored()


@pytest.mark.django_db
@pytest.mark.parametrize("end", ENDS)
def test_however_the_letter_ends_the_link_is_gone(server, work, later, end):
    server.at_data = ENDS[end]
    sign_in.send(note())
    if end == "broken":
        Letter.objects.update(sealed="sealed:x")
    for _ in range(9):
        work()
        later(days=1)
    letter = Letter.objects.get()
    assert letter.state == (State.UNCLEAR if end == "unclear" else State.FAILED)
    assert letter.sealed == ""
    with pytest.raises(Refused, match="nicht mehr ganz"):
        send_again(letter)


@pytest.mark.django_db
def test_the_database_refuses_to_keep_a_secret_of_a_letter_that_is_settled(work, mailoutbox):
    sign_in.send(note())
    work()
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.update(sealed=SECRET)


@pytest.mark.django_db
@pytest.mark.parametrize("is_sent", [False, True])
def test_whoever_looks_at_it_sees_no_link(work, mailoutbox, is_sent):
    sign_in.send(note())
    if is_sent:
        work()
    shown = queries.preview(Letter.objects.get())
    assert "Konto öffnen" in shown.text
    assert "geheim" not in shown.text + shown.html
    assert "••••••" in shown.text
    assert 'href="#"' in shown.html


@pytest.mark.django_db
@pytest.mark.parametrize("name", MAILS)
def test_every_mail_of_the_sign_in_pages_hides_what_opens_something(work, mailoutbox, name):
    person = User(name="Clara Erlenbach")
    context = {
        "person": person,
        "at": clock.now(),
        "site": "rat.lindenhagen.example",
        "address": SECRET,
        "code": "GEHEIM-7431902",
    }
    subject, text = (
        render_to_string(f"accounts/mail/{name}_{part}.txt", context) for part in ("subject", "message")
    )
    sign_in.send(
        mailing.Note(name=name, to="alma@lindenhagen.example", subject=subject, text=text, lifetime=None)
    )
    assert "7431902" not in everything_stored()
    work()
    assert ("7431902" in mailoutbox[0].body) == (name in mailing._LIFETIMES)


@pytest.mark.django_db
def test_a_code_that_is_too_old_is_not_sent(server, work, later):
    sign_in.send(
        note("login_code", text="Ihr Code:\n\n    ABCD-EFGH", lifetime=mailing._LIFETIMES["login_code"])
    )
    later(minutes=11)
    work()
    letter = Letter.objects.get()
    assert (letter.state, letter.sealed) == (State.FAILED, "")
    assert server.asked == 0


@pytest.mark.django_db
def test_who_asks_for_two_codes_gets_two(work, mailoutbox):
    for _ in range(2):
        sign_in.send(note("login_code", text="    ABCD-EFGH"))
    work()
    assert len(mailoutbox) == 2


@pytest.mark.django_db(transaction=True)
def test_somebody_signs_in_with_a_code_that_the_worker_sent(mailoutbox, caplog, settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    caplog.set_level(logging.DEBUG, logger="ratslinde")
    User.objects.create_account("Clara Erlenbach", email="clerk@lindenhagen.example")
    browser = Client()
    browser.post("/anmelden/", {"email": "clerk@lindenhagen.example"})
    mailing.wait()
    assert mailoutbox == []
    work_all()
    code = re.search(r"^ {4}(\S+)$", mailoutbox[0].body, re.MULTILINE)[1]
    assert code in mailoutbox[0].alternatives[0].content
    assert code not in caplog.text + everything_stored()
    browser.post("/anmelden/code/", {"code": code})
    assert "_auth_user_id" in browser.session

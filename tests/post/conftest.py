"""A mail server, a worker that is called by hand, and an occasion to write."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.post import kinds, letterhead, rounds, sending
from ratslinde.post.content import Button, Content
from ratslinde.post.letterhead import Letterhead
from ratslinde.post.models import Letter
from ratslinde.post.writing import write
from tests.post.smtp import MailServer, begin, free_port

__all__ = ["rounds", "sending"]  # importing registers what is done for their tasks
REMINDER = "actor.reminder"
ALMA = "alma@lindenhagen.example"
CONTENT = Content(
    subject="Stimmt Ihr Eintrag noch?",
    paragraphs=("Guten Tag,", "vor einem Jahr haben Sie Ihren Eintrag bestätigt."),
    button=Button(label="Eintrag ansehen", address="https://rat.lindenhagen.example/eintrag/abc/"),
)


@pytest.fixture(autouse=True)
def reminder(monkeypatch) -> str:
    """Somebody registered the occasion, and the town's name."""
    monkeypatch.setattr(kinds, "_KINDS", dict(kinds._KINDS))
    monkeypatch.setattr(letterhead, "_LETTERHEADS", [lambda: Letterhead(name="Stadt Lindenhagen")])
    return kinds.register_kind(REMINDER, "Erinnerung an Akteure")


def letter_to(address: str = ALMA, *, key: str = "", content: Content = CONTENT, **more) -> Letter:
    return write(content, to=address, kind=REMINDER, key=key or address, **more)


@pytest.fixture
def work(db, django_capture_on_commit_callbacks):
    """The worker does all that is due now, each task with what follows its commit."""

    def done() -> int:
        number = 0
        while True:
            with django_capture_on_commit_callbacks(execute=True):
                if not queue.work_one():
                    return number
            number += 1

    return done


@pytest.fixture
def server(settings):
    """The mail server of the town."""
    handler = MailServer()
    controller = begin(handler)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", controller.port, 5
    settings.DEFAULT_FROM_EMAIL = "ratslinde@lindenhagen.example"
    settings.RATSLINDE_BOUNCE_FROM = ""
    yield handler
    controller.stop()


@pytest.fixture
def later(monkeypatch):
    """Set the clock forward."""
    start = clock.now()
    passed = datetime.timedelta()

    def forward(**span: float) -> None:
        nonlocal passed
        passed += datetime.timedelta(**span)
        monkeypatch.setattr(clock, "now", lambda: start + passed)

    return forward


@pytest.fixture
def unused_port() -> int:
    return free_port()

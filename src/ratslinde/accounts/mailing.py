"""Mail that must not keep an answer waiting: how long a page takes would tell who has an account.

What is to be said is written here; who sends it stands above this floor and registers itself.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connections
from django.template.loader import render_to_string

from ratslinde.accounts import links

_LOG = logging.getLogger(__name__)
_POSTMAN = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
_LIFETIMES = {
    "login_code": datetime.timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT),
    "invitation": links.LIFETIME,
}


@dataclass(frozen=True, kw_only=True)
class Note:
    """One mail, in the form of `accounts/mail/`. A key to an account in it is worth nothing after `lifetime`."""

    name: str
    to: str
    subject: str
    text: str
    lifetime: datetime.timedelta | None


Sender = Callable[[Note], None]
_SENDERS: list[Sender] = []


def register_sender(function: Sender) -> Sender:
    """Register who sends the mails; the last one counts."""
    _SENDERS.append(function)
    return function


def is_set_up() -> bool:
    """Whether mails leave the house; otherwise they are files in the data folder."""
    return not str(settings.EMAIL_BACKEND).endswith("filebased.EmailBackend")


def send(name: str, *, to: str, context: dict[str, Any]) -> None:
    """Hand `accounts/mail/NAME_subject.txt` and `_message.txt` over soon. A failure is logged, without the text."""
    subject = " ".join(render_to_string(f"accounts/mail/{name}_subject.txt", context).split())
    text = render_to_string(f"accounts/mail/{name}_message.txt", context).strip("\n") + "\n"
    note = Note(name=name, to=to, subject=subject, text=text, lifetime=_LIFETIMES.get(name))
    _POSTMAN.submit(_deliver, note)


def wait() -> None:
    """Come back when everything handed over so far was sent or failed."""
    _POSTMAN.submit(int).result()


def _deliver(note: Note) -> None:
    try:
        _SENDERS[-1](note)
    except Exception as error:  # noqa: BLE001 - whatever happens to one mail, it must not end the thread
        _LOG.error("mail %s was not sent: %s", note.name, type(error).__name__)
    finally:
        connections.close_all()  # those of this thread: nobody else would notice that one was cut off

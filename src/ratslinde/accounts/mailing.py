"""Mail that must not keep an answer waiting: how long a page takes would tell who has an account."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

_LOG = logging.getLogger(__name__)
_POSTMAN = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def is_set_up() -> bool:
    """Whether mails leave the house; otherwise they are files in the data folder."""
    return not str(settings.EMAIL_BACKEND).endswith("filebased.EmailBackend")


def send(name: str, *, to: str, context: dict[str, Any]) -> None:
    """Send `accounts/mail/NAME_subject.txt` and `_message.txt` in a moment. A failure is logged, without the text."""
    subject = " ".join(render_to_string(f"accounts/mail/{name}_subject.txt", context).split())
    text = render_to_string(f"accounts/mail/{name}_message.txt", context).strip() + "\n"
    _POSTMAN.submit(_deliver, EmailMessage(subject, text, None, [to]), name)


def wait() -> None:
    """Come back when everything handed over so far was sent or failed."""
    _POSTMAN.submit(int).result()


def _deliver(message: EmailMessage, name: str) -> None:
    try:
        message.send()
    except Exception as error:  # noqa: BLE001 - whatever the mail server does, it must not end the thread
        _LOG.error("mail %s was not sent: %s", name, type(error).__name__)

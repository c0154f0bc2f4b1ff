"""The conversation with the mail server, and what it means for the letter.

After the server was given the whole mail, a lost connection leaves open whether it took it: that alone is `DOUBTFUL`.
"""

from __future__ import annotations

import contextlib
import enum
import re
import smtplib
from dataclasses import dataclass

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend

from ratslinde.post.replies import in_words

_DOT = re.compile(rb"^\.", re.MULTILINE)
_NO_SERVER = "Unser Mailserver ist nicht erreichbar."
_BROKEN_OFF = "Unser Mailserver hat die Verbindung beendet."


class Result(enum.Enum):
    """What became of one try."""

    TAKEN = "taken"
    LATER = "later"
    REFUSED = "refused"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Outcome:
    """The result and, unless it was taken, the reason as a sentence. It may name the address: not for logs."""

    result: Result
    reason: str = ""


def hand_over(message: EmailMultiAlternatives, *, envelope: str) -> Outcome:
    """Give the mail to the mail server; `envelope` is where it may be returned to."""
    connection: BaseEmailBackend = get_connection()
    if not isinstance(connection, EmailBackend):
        return _into_a_file(message, connection)
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError as error:
        return Outcome(
            Result.LATER, f"Unser Mailserver nimmt die Anmeldung nicht an. ({_text(error.smtp_error)})"
        )
    except OSError as error:  # every smtplib error is one
        return Outcome(Result.LATER, f"{_NO_SERVER} ({type(error).__name__})")
    assert connection.connection is not None  # noqa: S101 - `open` raises or sets it
    try:
        return _converse(connection.connection, message, envelope)
    except OSError as error:
        return Outcome(Result.LATER, f"{_BROKEN_OFF} ({type(error).__name__})")
    finally:
        with contextlib.suppress(
            OSError
        ):  # the mail is given over or not; how the server says goodbye is no matter
            connection.close()


def _into_a_file(message: EmailMultiAlternatives, connection: BaseEmailBackend) -> Outcome:
    message.connection = connection
    try:
        message.send()
    except OSError as error:
        return Outcome(Result.LATER, f"Die Mail konnte nicht abgelegt werden. ({type(error).__name__})")
    return Outcome(Result.TAKEN)


def _converse(server: smtplib.SMTP, message: EmailMultiAlternatives, envelope: str) -> Outcome:
    lines = _DOT.sub(b"..", message.message().as_bytes()).splitlines()
    server.ehlo_or_helo_if_needed()
    code, answer = server.mail(envelope)
    if code != 250:  # this concerns us, not the recipient: somebody may mend it meanwhile
        return Outcome(Result.LATER, f"Unser Mailserver nimmt den Absender nicht an. ({_text(answer)})")
    code, answer = server.rcpt(message.to[0])
    if code not in (250, 251):
        return _declined(code, answer)
    code, answer = server.docmd("DATA")
    if code != 354:
        return _declined(code, answer)
    server.send(b"\r\n".join([*lines, b".", b""]))
    try:
        code, answer = server.getreply()
    except OSError:
        return Outcome(
            Result.DOUBTFUL, "Die Verbindung riss ab, bevor unser Mailserver die Annahme bestätigte."
        )
    return Outcome(Result.TAKEN) if code == 250 else _declined(code, answer)


def _declined(code: int, answer: bytes) -> Outcome:
    result = Result.REFUSED if 500 <= code < 600 else Result.LATER
    return Outcome(result, in_words(f"{code} {_text(answer)}"))


def _text(answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return " ".join(text.split())[:300]

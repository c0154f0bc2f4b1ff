"""What the worker sees to now and then: letters that nobody knows the end of, and returned mails."""

from __future__ import annotations

import datetime
import imaplib
import logging

from django.conf import settings
from django.db import transaction

from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.post.closing import close
from ratslinde.post.envelope import tokens_in
from ratslinde.post.mailbox import Mailbox, opened
from ratslinde.post.models import Letter, ReturnBox, State
from ratslinde.post.replies import in_words
from ratslinde.post.reports import MOST_BYTES, Report, read_report

_LOG = logging.getLogger(__name__)
EVERY = datetime.timedelta(minutes=10)
LONGEST = datetime.timedelta(minutes=15)
"""No conversation with the mail server takes longer: a letter that is being sent since then was left by a crash."""
MOST_MESSAGES = 200
UNKNOWN_END = "Das Programm endete, während die Mail gesendet wurde. Sie kann angekommen sein."
_UNREACHABLE = "Das Postfach ist nicht erreichbar oder nimmt die Anmeldung nicht an."


@queue.handles("post.round", every=EVERY)
def go_round(_key: str) -> None:
    """Settle what was left; the mailbox is read after the commit, because that may take long."""
    doubt_abandoned()
    transaction.on_commit(read_returned)


@transaction.atomic
def doubt_abandoned() -> int:
    """Call those letters unclear that a crash left while they were sent; returns how many."""
    left = Letter.objects.select_for_update().filter(
        state=State.SENDING, sending_at__lt=clock.now() - LONGEST
    )
    return sum(close(letter, State.UNCLEAR, diagnosis=UNKNOWN_END) for letter in left)


def read_returned() -> None:
    """Read what is new in the mailbox for returned mails, where there is one, and keep how that went."""
    if settings.RATSLINDE_BOUNCES is None:
        return
    box, _ = ReturnBox.objects.get_or_create(pk=1)
    try:
        with opened(settings.RATSLINDE_BOUNCES) as mailbox:
            _read(mailbox, box)
    except (OSError, imaplib.IMAP4.error) as error:
        _LOG.warning("the mailbox for returned mails was not read: %s", type(error).__name__)
        ReturnBox.objects.filter(pk=1).update(error=f"{_UNREACHABLE} ({type(error).__name__})")
        return
    ReturnBox.objects.filter(pk=1).update(read_at=clock.now(), error="")


def _read(mailbox: Mailbox, box: ReturnBox) -> None:
    if box.uid_validity != mailbox.validity:
        box.uid_validity, box.last_uid = mailbox.validity, 0
    for number in mailbox.after(box.last_uid, most=MOST_MESSAGES):
        report = read_report(mailbox.beginning(number, most=MOST_BYTES))
        with transaction.atomic():
            if report:
                mark_returned(report)
            box.last_uid = number
            box.save(update_fields=["uid_validity", "last_uid"])


def mark_returned(report: Report) -> bool:
    """Mark the letter that the report is about; false when it is about none that was sent."""
    letter = (
        Letter.objects.select_for_update()
        .filter(token__in=tokens_in(report.where), state__in=[State.SENT, State.UNCLEAR])
        .first()
    )
    return letter is not None and close(letter, State.BOUNCED, diagnosis=in_words(report.answer))

"""The mail around its parts: sender, identity, headers; and the address to which it may be returned."""

from __future__ import annotations

import re
from email.charset import QP, Charset
from email.utils import formataddr, parseaddr
from urllib.parse import quote

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from ratslinde.kernel.text import clean, collapse
from ratslinde.post.content import restored
from ratslinde.post.keys import together
from ratslinde.post.letterhead import letterhead
from ratslinde.post.models import Letter
from ratslinde.post.rendering import render

_MARK = "[0-9a-z]{10,20}"
_QUOTED = Charset("utf-8")
_QUOTED.body_encoding = QP  # no line is too long for any server, and none needs to know eight bits


def message_for(letter: Letter) -> EmailMultiAlternatives:
    """The whole mail of a letter that still has its content."""
    head = letterhead()
    shown = render(together(restored(letter.content), letter.sealed), language=letter.language, head=head)
    name, address = _sender()
    message = EmailMultiAlternatives(
        shown.subject, shown.text, formataddr((name or collapse(clean(head.name)), address)), [letter.recipient],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={
            "Message-ID": f"<{letter.token}@{address.rpartition('@')[2] or 'localhost'}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: nobody's holiday note answers it
            "X-Auto-Response-Suppress": "OOF, AutoReply",  # the same for Exchange
            "Content-Language": letter.language,
            **_list_headers(letter),
        },
    )  # fmt: skip
    message.encoding = _QUOTED
    message.attach_alternative(shown.html, "text/html")
    return message


def _list_headers(letter: Letter) -> dict[str, str]:
    """RFC 2369, for what goes to many at once: a person reads the answer, so there is no one-click (RFC 8058)."""
    if not letter.batch or not letter.reply_to:
        return {}
    return {"List-Unsubscribe": f"<mailto:{quote(letter.reply_to, safe='@')}?subject=Keine%20Erinnerungen>"}


def return_path(letter: Letter) -> str:
    """The address for returned mails; a `*` in the setting becomes the letter's token."""
    return (settings.RATSLINDE_BOUNCE_FROM or _sender()[1]).replace("*", letter.token)


def tokens_in(text: str) -> list[str]:
    """The tokens of letters in Message-IDs and in addresses for returned mails."""
    found = re.findall(rf"<({_MARK})@", text)
    before, star, behind = settings.RATSLINDE_BOUNCE_FROM.partition("*")
    if star:
        found += re.findall(rf"{re.escape(before)}({_MARK}){re.escape(behind)}", text, re.IGNORECASE)
    return found


def _sender() -> tuple[str, str]:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)

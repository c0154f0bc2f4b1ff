"""A mail server on this machine that takes, declines and breaks off as it is told."""

from __future__ import annotations

import asyncio
import email
import email.policy
import socket
from collections.abc import Callable
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class MailServer:
    """`taken`: the envelopes in their order. `at_rcpt`, `at_data`: what to answer instead of "250 OK".

    `waits`: seconds before it answers to a mail.
    """

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.asked = 0
        self.at_rcpt: Callable[[str], str] = lambda _address: "250 OK"
        self.at_data: Callable[[SMTP], str] = lambda _server: "250 OK"
        self.at_mail = "250 OK"
        self.waits = 0.0

    def mails(self) -> list[EmailMessage]:
        return [email.message_from_bytes(each.content, policy=email.policy.default) for each in self.taken]

    async def handle_MAIL(  # noqa: N802 - the interface of aiosmtpd
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked += 1
        envelope.mail_from = address
        return self.at_mail

    async def handle_RCPT(  # noqa: N802 - the interface of aiosmtpd
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.at_rcpt(address)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.waits)
        answer = self.at_data(server)
        if answer.startswith("250"):
            self.taken.append(envelope)
        return answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def begin(handler: MailServer) -> Controller:
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    return controller

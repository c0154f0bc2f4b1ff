"""Delivery reports as mail servers write them."""

from __future__ import annotations


def report(
    token: str, *, action: str = "failed", status: str = "5.1.1",
    diagnostic: str = "smtp; 550 5.1.1 <alma@lindenhagen.example>: Recipient address rejected",
    headers_only: bool = False, to: str = "ratslinde@lindenhagen.example",
) -> bytes:  # fmt: skip
    """A report about the mail with that token, as Postfix writes it."""
    kind = "text/rfc822-headers" if headers_only else "message/rfc822"
    return f"""Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@post.lindenhagen.example>
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="GRENZE"

--GRENZE
Content-Type: text/plain; charset=us-ascii

This is the mail system at host post.lindenhagen.example.

--GRENZE
Content-Type: message/delivery-status

Reporting-MTA: dns; post.lindenhagen.example
Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0000

Final-Recipient: rfc822; alma@lindenhagen.example
Action: {action}
Status: {status}
Diagnostic-Code: {diagnostic}

--GRENZE
Content-Type: {kind}

From: Stadt Lindenhagen <ratslinde@lindenhagen.example>
To: alma@lindenhagen.example
Message-ID: <{token}@lindenhagen.example>
Subject: Stimmt Ihr Eintrag noch?

--GRENZE--
""".replace("\n", "\r\n").encode()

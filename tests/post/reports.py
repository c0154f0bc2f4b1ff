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


def from_exchange(token: str) -> bytes:
    """A report as Exchange and Outlook write it: a page for people, fields of their own, the mail without its text."""
    return f"""From: Microsoft Outlook
 <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@lindenhagen.example>
To: <ratslinde@lindenhagen.example>
Date: Sun, 22 Nov 2026 10:01:12 +0000
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="c2b9c1f0-4a11-4f3a-8f5e-0d6b9d2f1c77"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: de-DE
Message-ID: <1f0e2c3b-aaaa-bbbb-cccc-0123456789ab@EXCH01.lindenhagen.example>
In-Reply-To: <{token}@lindenhagen.example>
References: <{token}@lindenhagen.example>
Subject: Unzustellbar: Stimmt Ihr Eintrag noch?
Auto-Submitted: auto-replied
MIME-Version: 1.0

--c2b9c1f0-4a11-4f3a-8f5e-0d6b9d2f1c77
Content-Type: multipart/alternative; differences=Content-Type;
\tboundary="5d1c7a52-6b1b-4a44-9c3e-1f8e1e2f9b10"

--5d1c7a52-6b1b-4a44-9c3e-1f8e1e2f9b10
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Fehler bei der Nachrichten=C3=BCbermittlung an folgende Empf=C3=A4nger:

--5d1c7a52-6b1b-4a44-9c3e-1f8e1e2f9b10
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

PGh0bWw+PGJvZHk+RmVobGVyPC9ib2R5PjwvaHRtbD4=

--5d1c7a52-6b1b-4a44-9c3e-1f8e1e2f9b10--

--c2b9c1f0-4a11-4f3a-8f5e-0d6b9d2f1c77
Content-Type: message/delivery-status

Reporting-MTA: dns;EXCH01.lindenhagen.example
Received-From-MTA: dns;post.lindenhagen.example
Arrival-Date: Sun, 22 Nov 2026 10:01:10 +0000

Original-Recipient: rfc822;alma@lindenhagen.example
Final-Recipient: rfc822;alma@lindenhagen.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
X-Display-Name: alma@lindenhagen.example

--c2b9c1f0-4a11-4f3a-8f5e-0d6b9d2f1c77
Content-Type: message/rfc822

Received: from post.lindenhagen.example (192.0.2.7) by EXCH01.lindenhagen.example
 with Microsoft SMTP Server id 15.2.1544.4; Sun, 22 Nov 2026 10:01:10 +0000
Content-Type: multipart/alternative; boundary="innen"
From: Stadt Lindenhagen <ratslinde@lindenhagen.example>
To: <alma@lindenhagen.example>
Message-ID: <{token}@lindenhagen.example>
Subject: Stimmt Ihr Eintrag noch?
MIME-Version: 1.0

--innen
Content-Type: text/plain

--innen--

--c2b9c1f0-4a11-4f3a-8f5e-0d6b9d2f1c77--
""".replace("\n", "\r\n").encode()


def from_gmail(token: str) -> bytes:
    """A report as Gmail writes it: pictures and pages around it, an answer over several lines, the mail as a whole."""
    return f"""Received: by 2002:a05:600c:4f42 with SMTP id m2; Sun, 22 Nov 2026 02:03:04 -0800 (PST)
X-Failed-Recipients: alma@lindenhagen.example
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
To: ratslinde@lindenhagen.example
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
References: <{token}@lindenhagen.example>
In-Reply-To: <{token}@lindenhagen.example>
Message-ID: <67c0a1b2.050a0220.1234.abcd.GMR@mx.example>
Date: Sun, 22 Nov 2026 02:03:04 -0800 (PST)
Content-Type: multipart/report; boundary="0000000000005e1f2a06"; report-type=delivery-status

--0000000000005e1f2a06
Content-Type: multipart/related; boundary="0000000000005e2b7c06"

--0000000000005e2b7c06
Content-Type: multipart/alternative; boundary="0000000000005e2b8406"

--0000000000005e2b8406
Content-Type: text/plain; charset="UTF-8"

** Die Adresse wurde nicht gefunden **

--0000000000005e2b8406
Content-Type: text/html; charset="UTF-8"

<html><body>Die Adresse wurde nicht gefunden</body></html>

--0000000000005e2b8406--
--0000000000005e2b7c06
Content-Type: image/png; name="icon.png"
Content-Disposition: attachment; filename="icon.png"
Content-Transfer-Encoding: base64
Content-ID: <icon.png>

iVBORw0KGgo=
--0000000000005e2b7c06--
--0000000000005e1f2a06
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.example
Received-From-MTA: dns; ratslinde@lindenhagen.example
Arrival-Date: Sun, 22 Nov 2026 02:03:03 -0800 (PST)
X-Original-Message-ID: <{token}@lindenhagen.example>

Final-Recipient: rfc822; alma@lindenhagen.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.lindenhagen.example. (192.0.2.9, the server for the domain lindenhagen.example.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
 550-5.1.1 double-checking the recipient's email address for typos or
 550 5.1.1 unnecessary spaces. gsmtp
Last-Attempt-Date: Sun, 22 Nov 2026 02:03:04 -0800 (PST)

--0000000000005e1f2a06
Content-Type: message/rfc822

From: Stadt Lindenhagen <ratslinde@lindenhagen.example>
To: alma@lindenhagen.example
Message-ID: <{token}@lindenhagen.example>
Content-Type: text/plain; charset="utf-8"
Subject: Stimmt Ihr Eintrag noch?

Guten Tag
--0000000000005e1f2a06--
""".replace("\n", "\r\n").encode()


def huge(token: str, *, size: int) -> bytes:
    """A report that goes on after its end."""
    return report(token) + b"x" * size


_FAILED = b"Content-Type: message/delivery-status\r\n\r\nAction: failed\r\n"
NO_REPORTS = {
    "nothing": b"",
    "a holiday note": b"From: a@b.example\r\nAuto-Submitted: auto-replied\r\n\r\nIch bin im Urlaub.",
    "the word alone": b"Subject: delivery-status\r\n\r\nAction: failed",
    "no end": report("0123456789abcd")[:400],
    "bytes": bytes(range(256)) * 40 + b"delivery-status",
    "many parts": b"Content-Type: multipart/report; boundary=x\r\n\r\n" + (b"--x\r\n" + _FAILED) * 5000,
    "deep": b"".join(
        b"Content-Type: multipart/mixed; boundary=x%d\r\n\r\n--x%d\r\n" % (depth, depth) for depth in range(4000)
    ) + _FAILED,
    "letters in letters": b"Content-Type: message/rfc822\r\n\r\n" * 5000 + _FAILED,
    "long headers": b"X: " + b"a" * 2_000_000 + b"\r\n" + _FAILED,
    "unknown letters": b"Content-Type: text/plain; charset=delivery-status\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\n%%%",
}  # fmt: skip

"""Reading a delivery report (RFC 3464) out of a mail that anybody may have sent: nothing in it is believed at once.

Only the first `MOST_BYTES` are looked at, and what is nested too deep or has too many parts is no report.
"""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from email.message import Message

MOST_BYTES = 256 * 1024
MOST_PARTS = 40
DEEPEST = 8
_HEADERS = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "In-Reply-To", "References")


@dataclass(frozen=True, kw_only=True)
class Report:
    """A mail that was returned for good. `where`: headers that may hold the letter's token; `answer`: the reason."""

    where: str
    answer: str


def read_report(data: bytes) -> Report | None:
    """The report that the mail makes of a delivery that failed for good, or None for any other mail."""
    start = data[:MOST_BYTES]
    folded = start.lower()
    if b"delivery-status" not in folded or folded.count(b"multipart/") > DEEPEST:
        return None
    if folded.count(b"\n--") > MOST_PARTS or folded.count(b"message/") > MOST_PARTS:
        return None
    try:
        return _read(email.message_from_bytes(start, policy=email.policy.compat32))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # what the standard library cannot read was made to be so


def _read(mail: Message) -> Report | None:
    parts = list(mail.walk())
    failed = next((fields for part in parts for fields in _recipients(part) if _has_failed(fields)), None)
    if failed is None:
        return None
    where = [value for name in _HEADERS for value in mail.get_all(name, [])]
    for part in parts:
        where += _original_ids(part)
    return Report(where=" ".join(map(str, where))[:4000], answer=_answer(failed))


def _recipients(part: Message) -> list[Message]:
    """The groups of fields in a `message/delivery-status`: the first is about the mail, the others about recipients."""
    payload = part.get_payload()
    if part.get_content_type() != "message/delivery-status" or not isinstance(payload, list):
        return []
    return [fields for fields in payload if isinstance(fields, Message)]


def _has_failed(fields: Message) -> bool:
    return str(fields.get("Action", "")).strip().lower() == "failed"


def _original_ids(part: Message) -> list[str]:
    """The Message-ID of the mail that came back, which stands whole or with its headers only in the report."""
    if part.get_content_type() == "text/rfc822-headers":
        payload = part.get_payload(decode=True)
        head = email.message_from_bytes(payload if isinstance(payload, bytes) else b"")
        return [str(value) for value in head.get_all("Message-ID", [])]
    payload = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(payload, list):
        return [str(value) for each in payload for value in each.get_all("Message-ID", [])]
    return []


def _answer(fields: Message) -> str:
    status = str(fields.get("Status", "")).strip()
    diagnostic = str(fields.get("Diagnostic-Code", "")).partition(";")[2]
    text = " ".join(diagnostic.split())[:300]
    return text if status in text else f"{status} {text}".strip()

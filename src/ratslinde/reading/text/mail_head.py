"""Text copied from an e-mail: who sent it to whom and when is no part of the document below."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.text.blocks import blocks_of
from ratslinde.reading.text.lines import Line

_KEY = re.compile(
    r"(?P<key>Von|From|Absender|Gesendet(?: am)?|Sent|Datum|Date|An|To|Empfänger|Cc|Kopie|Bcc|Blindkopie"
    r"|Betreff|Subject|Anlagen?|Anhang|Anhänge|Attachments?|Priorität|Wichtigkeit|Antwort an|Reply-To)\s*:",
    re.IGNORECASE,
)
_FROM = {"von", "from", "absender"}
_SENT = {"gesendet", "gesendet am", "sent", "datum", "date"}
_TO = {"an", "to", "empfänger"}
_ONLY_IN_MAIL = {"gesendet", "gesendet am", "sent", "from", "subject", "date", "reply-to", "cc", "bcc"}
_LINE = re.compile(r"-{3,}\s*(?:Ursprüngliche|Weitergeleitete|Original|Forwarded)\b.*", re.IGNORECASE)


def without_mail_head(lines: list[Line]) -> list[Line]:
    """Return the lines with those of mail heads emptied; all keep their numbers."""
    left_out = {number for block in blocks_of(lines) for number in _head_of(block)}
    return [
        msgspec.structs.replace(line, text="", cells=())
        if line.number in left_out or _LINE.fullmatch(line.text)
        else line
        for line in lines
    ]


def _head_of(block: list[Line]) -> range:
    """The numbers of the lines from the first label of a mail to the last, none where this is no mail."""
    keys = {line.number: key for line in block if (key := _key(line))}
    found = set(keys.values())
    complete = all(found & group for group in (_FROM, _SENT, _TO))
    if not complete or not (found & _ONLY_IN_MAIL or any("@" in line.text for line in block)):
        return range(0)
    return range(min(keys), max(keys) + 1)


def _key(line: Line) -> str:
    match = _KEY.match(line.text)
    return match["key"].casefold() if match else ""

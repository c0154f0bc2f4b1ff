"""What mail servers answer, in plain German (RFC 3463 status codes, and RFC 5321 codes where there is none)."""

from __future__ import annotations

import re

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_BY_DETAIL = {
    "1.1": "Dieses Postfach gibt es nicht.",
    "1.2": "Für diese Adresse gibt es keinen Mailserver.",
    "1.3": "Die Adresse ist so nicht gültig.",
    "1.6": "Der Empfänger ist umgezogen und hat keine neue Adresse hinterlassen.",
    "1.10": "Diese Adresse nimmt keine Mails an.",
    "2.1": "Das Postfach ist geschlossen.",
    "2.2": "Das Postfach ist voll.",
    "2.3": "Die Mail ist für dieses Postfach zu groß.",
    "4.4": "Für diese Adresse gibt es keinen Mailserver.",
    "4.7": "Der Mailserver des Empfängers war zu lange nicht erreichbar.",
    "7.1": "Der Mailserver des Empfängers hat die Mail abgewiesen.",
}
_BY_SUBJECT = {
    "1": "Die Adresse stimmt nicht.",
    "2": "Das Postfach nimmt die Mail nicht an.",
    "3": "Der Mailserver des Empfängers konnte die Mail nicht annehmen.",
    "4": "Der Mailserver des Empfängers war nicht erreichbar.",
    "5": "Die Mailserver haben einander nicht verstanden.",
    "6": "Der Mailserver des Empfängers konnte die Mail nicht lesen.",
    "7": "Der Mailserver des Empfängers hat die Mail abgewiesen.",
}
UNKNOWN = "Die Mail konnte nicht zugestellt werden."


def in_words(answer: str) -> str:
    """A sentence for the answer, and the answer itself in brackets: both are wanted when somebody asks back."""
    found = _STATUS.search(answer)
    sentence = UNKNOWN
    if found:
        _, subject, detail = found.groups()
        sentence = _BY_DETAIL.get(f"{subject}.{detail}") or _BY_SUBJECT.get(subject, UNKNOWN)
    return f"{sentence} ({answer})" if answer else sentence

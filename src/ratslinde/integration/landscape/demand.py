"""What people look for in the directory and do not find, counted by the inbox: evidence of unmet demand."""

from __future__ import annotations

from ratslinde.inbox.kinds import CountedKind

UNMET_DEMAND = CountedKind(
    name="unmet-demand",
    label="Gesucht und nicht gefunden",
    right="landscape.read",
    filters={
        "topic": "Handlungsfeld",
        "language": "Sprache des Angebots",
        "area": "Sozialraum",
        "age": "Alter",
        "cost": "Kosten",
        "today": "Heute",
        "accessible": "Barrierefrei",
        "page": "Sprache der Seite",
    },
)

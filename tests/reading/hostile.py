"""Texts and pages that somebody made to keep the reader busy, and what it finds in them: bench/hostile.py times it."""

from __future__ import annotations

from typing import NamedTuple

from tests.reading import samples


class Hostile(NamedTuple):
    """A text, the kind and number of the documents found in it, and how much the first has in a field."""

    text: str
    kind: str = "other"
    documents: int = 1
    field: str = ""
    many: int = 0


NASTY = {
    "items that never end": Hostile(
        "Bekanntmachung\n" + "\n".join(f"{n}. Punkt" for n in range(999)) * 5,
        "bekanntmachung",
        field="agenda",
        many=998,  # they begin anew after it
    ),
    "one number again and again": Hostile("1. A " * 20_000),
    "labels without values": Hostile("Ja: " * 20_000),
    "names that never end": Hostile(
        "Niederschrift\nAnwesend:\n" + "Frau Anna Berg, " * 4_000,
        "niederschrift",
        field="attendees",
        many=4_000,
    ),
    "names and functions that never end": Hostile(
        "Niederschrift\nAnwesend:\n" + "Anna Berg, Bürgermeisterin, " * 4_000,
        "niederschrift",
        field="attendees",
        many=4_000,
    ),
    "a row of labels": Hostile(
        "Beschlussvorlage\n" + "Federführung:\tBeteiligt:\t" * 2_000 + ("\n" + "Amt für\t" * 4_000) * 10,
        "vorlage",
    ),
    "rows of labels alone": Hostile("Beschlussvorlage\n" + "Nr.\tDatum\tBetreff\t" * 9_000, "vorlage"),
    "a decision that never ends": Hostile(
        "Niederschrift\n\nTOP 1 Eins\n\nDer Rat " + "wird " * 24_000,
        "niederschrift",
        field="items",
        many=1,
    ),
    "a consultation that never ends": Hostile(
        "Beschlussvorlage\n\nBetreff: T\n\nBeratungsfolge:\nRat     06.05.2026\n" + "klein\n" * 12_000,
        "vorlage",
    ),
    "a body that never ends": Hostile(
        "Einladung\nSitzung des " + "Rates und " * 5_000 + " am 12.12.2020",
        "einladung",
        field="body",
        many=len("Rates und " * 5_000) - len("und"),
    ),
    "a title that never ends": Hostile(
        "Beschlussvorlage\n\nBetreff: T\n" + "Wort und\n" * 8_000,
        "vorlage",
        field="title",
        many=len("T" + " Wort und" * 8_000),
    ),
    "letters far apart": Hostile("Ö F " * 20_000),
    "brackets": Hostile("(" * 90_000),
    "empty lines": Hostile("x" + "\n" * 90_000 + "y"),
    "many papers": Hostile(samples.DECISION_PAPER * 40, "vorlage", documents=40),
}
DEEP = (
    b"<div>" * 50_000 + b"x" + b"<table><tr><td>" * 2_000 + b"y",
    b"<p>x</p>" + b"<table><tr><td>" * 120 + b"y",
)

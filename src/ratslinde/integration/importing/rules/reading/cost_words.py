"""What a sentence in a column of costs says for certain: that something is free, or that it costs something."""

from __future__ import annotations

import re
from typing import Literal

from ratslinde.integration.importing.rules.reading.amounts import is_of_all
from ratslinde.kernel.text import collapse, spelled_out

_WITHOUT = r"(kostenlos|kostenfrei|gebuehrenfrei|beitragsfrei|entgeltfrei|unentgeltlich|gratis|umsonst)"
_FREE = re.compile(
    rf"(((der )?eintritt|(die )?teilnahme|(die )?beratung|(das )?angebot)( ist)?( f(?:ü|ue)r alle)? ({_WITHOUT}|frei)"
    rf"|{_WITHOUT}|ohne( kosten| gebuehr(en)?)?|keine (kosten|gebuehr(en)?)|kein (beitrag|eintritt)|kostet nichts"
    rf"|f(?:ü|ue)r alle {_WITHOUT})"
    r"(,? (und |& )?(vertraulich|anonym|unverbindlich|unabhaengig|freiwillig|f(?:ü|ue)r alle|ohne anmeldung))*"
    r"( ?[-–;,(]? ?(ohne )?(vor)?anmeldung( ist)?( nicht)?( erforderlich| noetig| erbeten)?\)?)?"
    r"( ?[-–;,(]? ?((?:ü|ue)ber )?spenden?( sind)? (willkommen|erbeten|erwuenscht)\)?)?[.!]?"
)
"""The whole sentence: 'kostenlos für Mitglieder', 'kostenlos, nur Material 3 €' say something else."""
_PAID = re.compile(
    r"(kostenpfl(ichtig|\.)?|gebuehrenpflichtig|entgeltpflichtig"
    r"|((monatlicher|jaehrlicher|geringer|kleiner) )?(mitglieds|vereins|unkosten|teilnahme|kurs|kosten)beitrag"
    r"|(kurs|teilnahme)gebuehr|entgelt)"
    r"( (laut|lt\.?|gemaess|nach|siehe|s\.) [\w. -]+)?[.!]?"
)
_PRICE = r"\d{1,4}(?:[.,]\d{2}|,[-–])? ?(?:€|eur(?:o)?\b)|\d{1,4},[-–]"
_BEGINS = re.compile(
    rf"(?:(?:kurs|eintritt|gebuehr|kosten|beitrag|eigenanteil|preis|entgelt|unkostenbeitrag|teilnahmebeitrag"
    rf"|(?:10|5)er[- ]?karte|max\.|ca\.|ab|je|pro (?:termin|monat|person)):? ?)?"
    rf"(?:\d{{1,4}}(?:,\d{{2}})? ?[-–] ?)?(?:{_PRICE})(?!\w)"
)
_UNLESS = re.compile(
    r"kostenlos|kostenfrei|\bfrei|gratis|umsonst|spende|kaution|pfand|mitglied|sonst|erstatt|(?:ü|ue)bern|zuschuss|rabatt"
    r"|gutschein|\bbut\b|bildung und teilhabe|pass\b|\b0 ?(€|eur)|\b0,00|freiwillig|danach|erst|nur |material"
    r"|kopien|keine?\b|ohne"
)
_NOTHING = re.compile(r"\D*0+(?:,(?:00|[-–]))?(?!\d|,\d).*")


def free_or_paid(text: str) -> Literal["free", "paid"] | None:
    """Whether it costs something as far as the words leave no doubt; None where it depends."""
    words = collapse(spelled_out(text))
    if _FREE.fullmatch(words):
        return "free"
    if _PAID.fullmatch(words):
        return "paid"
    if _UNLESS.search(words) or _NOTHING.fullmatch(words):
        return None
    begun = _BEGINS.match(words)
    return "paid" if begun and is_of_all(words[begun.end() :]) else None

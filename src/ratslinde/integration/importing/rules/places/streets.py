"""Whether a text is a street: the column for it also holds houses, rooms, two addresses, and that there is none."""

from __future__ import annotations

import re

from ratslinde.kernel.text import collapse, spelled_out

_NUMBER = r"\d{1,4}\s?[a-z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-z]?)*"
_NUMBERED = re.compile(rf"(?=.*[^\W\d_]{{2}})[^\d;:()@]*\D{_NUMBER}", re.IGNORECASE)
_MORE = re.compile(
    rf"{_NUMBER}\s*(?:,|;|/|&|\+|\bu\.|\bund\b|\bo\.|\boder\b)\s*(?=[^\W\d_]{{3}})[^\d,]*\s{_NUMBER}",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?!.*((super|floh|bau|wochen|weihnachts)markt|(train|cater|hear|shar)ing))"
    r".*(str\.?|strasse|weg|allee|gasse|ring|markt|damm|ufer|anger|wall|graben|pfad|stieg|chaussee|promenade)"
    r"|(?!.*(spiel|sport|bolz|park|fest|camping|tennis|fussball)platz).*platz"
)
_NAMED = re.compile(r"(?:Am|An de[rn]|Auf de[rm]|Im|In de[rn]|Zum|Zur|Unter den) [A-ZÄÖÜ]\w+")
"""Without a number: 'Ahornweg', 'Am Anger', but not 'Bahnhof'."""
_OTHER = re.compile(
    r"\b(raum|saal|zimmer|zi|etage|stock|og|eg|ug|dg|gruppe|halle|turnhalle|schule|kita|amt|zentrum|haus|aussenstelle"
    r"|adresse|eingang|c/o|postfach)\b"
)
_BESIDE_A_HOUSE = re.compile(r"(am|an|auf|im|in|zum|zur|unter|hinter|vor|bei) ")
_HOUSE = re.compile(
    r"(haus|zentrum|treff|treffpunkt|schule|halle|buero|heim|kirche|kapelle|kita|kindergarten|cafe|laden|club|klub|verein"
    r"|moschee|praxis|unterkunft|bibliothek|buecherei|museum|bad|station|stelle|hort|werkstatt|theater)\s"
)
"""'Am Gemeindehaus 2' is a street; 'Gemeindehaus Kirchweg 2' is a house in one."""
_MOST_WORDS = 5


def is_street(text: str) -> bool:
    """Whether it is one street, with or without a number; an annex may stand behind a comma: 'Ahornweg 3, Hinterhaus'.

    False for what may be anything else: it is better asked about than shown as an address.
    """
    given = collapse(text)
    if _MORE.search(given) or ";" in given:
        return False
    first, _, annex = given.partition(",")
    words = spelled_out(first)
    if len(words.split()) > _MOST_WORDS or _OTHER.search(words) or any(map(str.isdigit, annex)):
        return False
    if _NUMBERED.fullmatch(first):
        return bool(_BESIDE_A_HOUSE.match(words)) or not _HOUSE.search(words)
    sounds = _STREET.fullmatch(words) or _NAMED.fullmatch(first.strip())
    return not annex and bool(sounds) and not any(map(str.isdigit, words))

"""What somebody who is named lacks, or how they live: 'Familie Haddad braucht Wohnung'; who seeks helpers is none."""

from __future__ import annotations

import re

_FAMILY = re.compile(r"(?:familie|fam\.?|ehepaar|eheleute)\b", re.IGNORECASE)
_OF_FAMILIES = re.compile(
    r"[ ,]{1,2}(?:(?:mit )?\d+ (?:kindern?|personen|pers\.?),? )?(?:braucht|benötigt|sucht|wohnt|lebt|wartet|bezieht"
    r"|bekommt|erhält|zieht|kommt|hat (?:\d|kein|noch kein|schulden|probleme)|ist (?:neu|in|aus|geflüchtet))\b",
    re.IGNORECASE,
)
_LIVING = r"wohnung|zimmer|unterkunft|arbeit|arbeitsplatz|arbeitsstelle|job|kita\W?platz|kita|kindergarten\w*|krippe\w*"
_MORE = (
    r"schulplatz|anwalt|anwältin|arzt|ärztin|therap\w*|möbel|kleidung|geld|ausbildungs?\w*|praktikums?\w*|pflege"
    r"|asylanwalt|facharzt|hebamme"
)
_FILL = r"(?:eine?n?|dringend|noch|neue?|größere|kleine|bezahlbare|einen neuen|ab \w+) "
_OF_ANYBODY = re.compile(
    rf"[ ,]{{1,2}}(?:(?:braucht|benötigt) (?:{_FILL})*(?:{_LIVING}|{_MORE}|hilfe|sprachkurs|deutschkurs|begleitung)"
    rf"|sucht (?:{_FILL})*(?:{_LIVING}|{_MORE}))\b",
    re.IGNORECASE,
)


def tells_a_need(text: str, begin: int, end: int) -> bool:
    """Whether it is said straight behind the name between `begin` and `end` what whom it names lacks."""
    behind = text[end:]
    if _FAMILY.match(text[begin:end]) and _OF_FAMILIES.match(behind):
        return True
    return bool(_OF_ANYBODY.match(behind))

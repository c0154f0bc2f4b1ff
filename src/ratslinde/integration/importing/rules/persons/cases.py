"""What is called after a case or after whom it is about: 'Fall 17', 'Klient 23', 'Mandant M.', 'Fall Qorxan'.

'Fallmanagement', 'im Einzelfall' and 'Klientenzentrierte Beratung' are not: behind the word stands neither number,
initial nor name.
"""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules.persons.mentions import may_be_name
from ratslinde.integration.importing.rules.persons.names import is_given

_BOTH = r"(?:[:*_/]?in)?"
_CASES = rf"(?:hilfe|betreuungs|beratungs|einzel)?fall|klient{_BOTH}|mandant{_BOTH}|mündel|schützling"
_COUNTED = rf"patient{_BOTH}|akte|bedarfsgemeinschaft|fallakte|ratsuchende[rn]?|hilfesuchende[rn]?"
_SOMEBODY = (
    rf"tn|teilnehmer{_BOTH}|teilnehmende[rn]?|person|bewohner{_BOTH}|schüler{_BOTH}|kind|familie|fam\.|haushalt"
    rf"|kunde|kundin|proband{_BOTH}|herr|frau|geflüchtete[rn]?|flüchtling|asylbewerber{_BOTH}"
)
_NUMBER = r"(?:(?:nr|nummer|id)\b\.? ?)?#?\d{1,6}(?:[/-]\d+)?[a-z]?(?![\w.,]?\d)"
_INITIALS = r"[A-ZÄÖÜ]\.(?: ?-?[A-ZÄÖÜ]\.)?|(?-i:[A-ZÄÖÜ])(?![\w'’.-]|\s?[&+])"
_LINK = r"[ :#_-]{1,3}"
_CASE = re.compile(
    rf"(?<![\w-])(?P<before>(?:im|jeden|diesem|diesen|keinen|solchen|den|einen|dem|zum|ein|kein|der|jeder) )?"
    rf"(?:(?P<case>{_CASES})|(?:{_COUNTED}))(?![\w])"
    rf"{_LINK}(?:(?:frau|herrn?|familie|fam\.) )?"
    rf"(?:(?P<number>{_NUMBER})|(?P<initials>{_INITIALS})|(?P<name>[^\W\d_][\w'’-]{{2,}}))",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?:{_SOMEBODY})(?: ?nr\.?)?{_LINK}(?:#?\d{{1,6}}|{_INITIALS})", re.IGNORECASE)
_SEEKER = re.compile(
    rf"(?:asylbewerber|asylsuchende[rn]?){_BOTH} (?P<name>[^\W\d_][\w'’-]+)(?: [\w'’-]+)?", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORTH_A_LOOK = ("fall", "klient", "mandant", "patient", "akte", "bedarfs", "mündel", "schützling", "suchend")

CASE = "die Bezeichnung eines einzelnen Falls"
"""What such a text holds, in words."""


def names_case(text: str) -> bool:
    """Whether the text speaks of a certain case: a word for one with a number, an initial or a name behind it."""
    small = text.lower()
    called = _SEEKER.fullmatch(text.strip()) if "asyl" in small else None
    if called and is_given(called["name"]):
        return True
    return any(word in small for word in _WORTH_A_LOOK) and any(
        _is_case(found, text) for found in _CASE.finditer(text)
    )


def is_called_as_case(name: str) -> bool:
    """Whether a name of an actor, offer or place is that of somebody who is counted or shortened: 'TN 12', 'Frau M.'"""
    return bool(_ONE.fullmatch(name.strip()))


def _is_case(found: re.Match[str], text: str) -> bool:
    if found["number"]:
        return not (found["before"] or _YEAR.fullmatch(found["number"]))
    if found["initials"]:
        return bool(found["case"]) or "." in found["initials"]
    return bool(found["case"]) and not found["before"] and may_be_name(found["name"], text)

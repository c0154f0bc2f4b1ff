"""Telephone numbers as they stand in a cell, among what people write beside them."""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules.cells import Unreadable
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.persons.grades import Grade, entries_of, grade_of
from ratslinde.integration.importing.rules.persons.mentions import mentions
from ratslinde.kernel.phone_numbers import is_area_code, is_phone_number
from ratslinde.kernel.text import collapse

_LABEL = re.compile(r"(?i)^(?:☎|📞|☏|(?:tel(?:efon)?(?:nummer|nr)?|fon|phone|ruf(?:nummer)?)\b\.?)[\s:.]*")
_FIRST = re.compile(r"(?P<number>(?:\+|\()?\d[\d ()/.–-]*\d)(?P<rest>.*)", re.DOTALL)
_BESIDE = re.compile(
    r"\s*(?:\(.*\)|[/]?\s*(?:fax|oder|od\.?|u\.|und|ab|mobil|handy|nur)(?!\w).*|[,;|]\s*.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What may stand behind the number: a remark in brackets, a fax, a second number."""
_OR = re.compile(r"(?i)^(?:oder|od\.?|u\.|und|bei|nur)\s+")
_WITHOUT_ZERO = re.compile(r"(?!116)[1-9]\d{5,}")
_EXTENSIONS = re.compile(r"(?P<number>[^/]*[/]?[^/]*\d)\s?[/,]\s?(?P<rest>-\s?\d{1,4})")
"""'02599 10-911/-912': a second extension, which would make one long number of both."""
_TOO_SHORT = re.compile(r"(?!11[0256])[1-9]\d{2,4}")
"""An extension, or the end of a number: with it nobody gets through from elsewhere."""
_TAKEN = "Aus „{text}“ wurde „{number}“ übernommen. Bitte prüfen."
_LEFT_OUT = "Neben der Nummer „{number}“ scheint der Name eines Menschen zu stehen; er wurde weggelassen."
_CHECK = "„{text}“ beginnt nicht mit 0 oder +: Vielleicht fehlt die Null oder die Vorwahl. Bitte prüfen."


def read_number(read: Cells, column: Column, text: str) -> str:
    """The first number of the cell; what stands beside it is told, and so is a number without its zero.

    Nobody is quoted: who answers the telephone is left out. Raises Unreadable as `number_in`.
    """
    number, rest = number_in(text)
    if rest:
        read.problem(
            column.field, (_LEFT_OUT if names_somebody(rest) else _TAKEN).format(text=text, number=number)
        )
    if _WITHOUT_ZERO.fullmatch(number):
        read.problem(column.field, _CHECK.format(text=number))
    return number


def number_in(text: str) -> tuple[str, str]:
    """(the number with which the cell begins, as it was written, what stands behind it).

    Raises Unreadable where there is none. A zero that a spreadsheet took away is not guessed.
    """
    found = collapse(_LABEL.sub("", text.strip()))
    if is_area_code(found):
        raise Unreadable(f"„{text}“ ist nur eine Vorwahl; die Rufnummer fehlt.")
    met = None if is_phone_number(found) else _FIRST.fullmatch(found)
    several = _EXTENSIONS.fullmatch(found)
    if several and is_phone_number(several["number"]) and not is_area_code(several["number"]):
        return _long_enough(several["number"].strip(), text), several["rest"].strip()
    number, rest = (met["number"].rstrip(" (/.–-"), met["rest"]) if met else (found, "")
    if not is_phone_number(number) or (rest and not _BESIDE.fullmatch(rest)):
        raise Unreadable(f"„{text}“ ist keine Telefonnummer.")
    return _long_enough(number, text), rest.strip(" ,;()")


def _long_enough(number: str, text: str) -> str:
    if _TOO_SHORT.fullmatch(re.sub(r"\D", "", number)):
        raise Unreadable(f"In „{text}“ fehlt die Vorwahl.")
    return number


def names_somebody(rest: str) -> bool:
    """Whether the text beside a way to reach somebody holds a name."""
    rest = _OR.sub("", rest)
    return any(mentions(rest)) or any(
        grade_of(each) in (Grade.PERSON, Grade.SHAPED) for each in entries_of(rest)
    )

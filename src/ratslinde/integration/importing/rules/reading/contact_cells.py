"""How somebody is reached, out of cells that hold more than one way, and names beside it."""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules import reaching
from ratslinde.integration.importing.rules.cells import Unreadable
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.reading.telephones import names_somebody, number_in, read_number
from ratslinde.kernel.phone_numbers import is_area_code, is_phone_number
from ratslinde.kernel.text import collapse, shortened

_NUMBER = re.compile(r"(?<![\w.,/-])(?>(?:\+\d[\d ]*(?:\(0\))?|\(0\d+\)|0)[\d /.–-]*\d)(?![^\W\d_])")
"""No letter behind it: of '02599 10-85O' nobody knows the last figure."""
_LABELS = re.compile(
    r"(?i)\b(?:tel(?:efon)?|fon|e-?mail|mailto|mail|oder|und|od|u|o|bzw|per|nur|mobil|handy)\b\.?"
)
_END = re.compile(r"(?i)\b(?:e-?mail|mailto|mail|oder|und)\b[:.\s)]*$")
_NO_LETTER = re.compile(r"[^\w]+")
_LONGEST, _SHOWN = 300, 60
"""Characters: a longer cell tells a story in which no number is surely the one to call."""
_NAMELESS = "Hier scheint auch der Name eines Menschen zu stehen; er wurde nicht übernommen."
_BESIDE = "Hier steht noch „{rest}“; das wurde nicht übernommen."
_SECOND = "Hier steht noch „{more}“; übernommen wurde nur die erste Angabe. Bitte prüfen."
_NEITHER = "Hier steht weder eine Mailadresse noch eine Telefonnummer; nichts wurde übernommen."


def read_email(read: Cells, column: Column, text: str) -> str | None:
    """The first mail address; a number beside it is the telephone's where no other cell says one.

    Raises Unreadable where there is neither.
    """
    mails, rest = reaching.mails_in(text)
    if not mails:
        number = any_number_in(rest)
        if not number:
            raise Unreadable(_complaint(rest, f"„{text}“ ist keine Mailadresse."))
        _tell_rest(read, column, rest.replace(number, " "))
        _offer(read, "phone", number)
        return None
    number = any_number_in(rest)
    if number:
        _offer(read, "phone", number)
        rest = rest.replace(number, " ")
    _tell(read, column, mails, rest)
    return mails[0]


def read_phone(read: Cells, column: Column, text: str) -> str | None:
    """The first telephone number; a mail address beside it is taken where no other cell says one.

    Raises Unreadable where there is neither.
    """
    if len(text) > _LONGEST:
        raise Unreadable(f"„{shortened(text, most=_SHOWN)}“ ist keine Telefonnummer.")
    mails, rest = reaching.mails_in(text)
    if mails:
        _offer(read, "email", mails[0])
        _tell(read, column, mails, "")
        rest = _END.sub("", rest).strip(" ,;/|(\n\t–-")
    if mails and not any(map(str.isdigit, rest)):
        _tell_rest(read, column, rest)
        return None
    try:
        number_in(rest)
    except Unreadable as error:
        number = any_number_in(rest)
        if not number:
            raise Unreadable(_complaint(rest, str(error))) from None
        before, _, behind = rest.partition(number)
        _tell_rest(read, column, f"{before} {behind}")
        return number
    return read_number(read, column, rest)


def read_reached(read: Cells, column: Column, text: str) -> None:
    """Mail address and telephone number out of one cell, each where no other cell says one."""
    mails, rest = reaching.mails_in(text)
    number = any_number_in(rest)
    if not mails and not number:
        _tell_nothing(read, column, rest)
        return
    if mails:
        _offer(read, "email", mails[0])
    if number:
        _offer(read, "phone", number)
        rest = rest.replace(number, " ", 1)
    elif _is_extension(rest):
        read.problem(column.field, f"In „{rest.strip(' ,;/')}“ fehlt die Vorwahl.")
        rest = ""
    _tell(read, column, mails, rest)


def _offer(read: Cells, field: str, value: str) -> None:
    """Fill the field of another column, which itself says more when it says anything."""
    read.values.setdefault(field, value)


def _tell(read: Cells, column: Column, mails: list[str], rest: str) -> None:
    if len(mails) > 1:
        read.problem(column.field, _SECOND.format(more=", ".join(mails[1:])))
    further = any_number_in(rest)
    if further:
        read.problem(column.field, _SECOND.format(more=further))
        rest = rest.replace(further, " ")
    _tell_rest(read, column, rest)


def _tell_rest(read: Cells, column: Column, rest: str) -> None:
    left = " ".join(_LABELS.sub(" ", rest).split()).strip(" ,;:/|()–-.<>")
    if not _NO_LETTER.sub("", left):
        return
    shown = collapse(rest).strip(" ,;:/|")
    read.problem(column.field, _NAMELESS if names_somebody(left) else _BESIDE.format(rest=shown))


def _tell_nothing(read: Cells, column: Column, rest: str) -> None:
    if _is_extension(rest):
        read.problem(column.field, f"In „{rest.strip()}“ fehlt die Vorwahl.")
        return
    read.problem(column.field, _NEITHER)


def _complaint(rest: str, sentence: str) -> str:
    """The sentence, unless it would quote somebody's name."""
    return _NEITHER if names_somebody(rest) else sentence


def any_number_in(rest: str) -> str:
    """The first number that nobody takes for hours or an extension; '' for none.

    One with a letter at its end is mistyped, and less of it would be somebody else's: '02599 10-85O'.
    """
    whole = (match for match in _NUMBER.finditer(rest) if not rest[match.end() : match.end() + 1].isalnum())
    found = (match[0] for match in whole)
    return next((each for each in found if is_phone_number(each) and not is_area_code(each)), "")


def _is_extension(rest: str) -> bool:
    bare = _LABELS.sub(" ", rest).strip(" ,;:/|()")
    return bool(re.fullmatch(r"[1-9][\d –-]{2,7}", bare))

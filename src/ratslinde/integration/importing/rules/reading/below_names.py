"""What a cell says below the name of an actor: address, telephone, mail and web go into their own fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ratslinde.integration.importing.rules import reaching
from ratslinde.integration.importing.rules.cells import Unreadable
from ratslinde.integration.importing.rules.collecting.statements import Cells, Rows
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.rules.persons.mentions import mentions
from ratslinde.integration.importing.rules.places.whole_addresses import whole_address
from ratslinde.integration.importing.rules.reading.contact_cells import any_number_in
from ratslinde.integration.importing.rules.reading.finishing import finish_actor
from ratslinde.integration.importing.rules.reading.name_cells import LABELLED, WEB, name_and_more
from ratslinde.integration.importing.rules.reading.telephones import names_somebody
from ratslinde.integration.importing.rules.stated import Problem, Stated
from ratslinde.kernel.text import collapse, fold

_FILLED = ("name", "email", "phone", "website", "street_address", "postal_code", "locality", "note")
_TAKEN = (
    "Aus der Zelle wurde „{name}“ als Name übernommen; Anschrift, Telefon, Mail und Internetseite stehen in ihren "
    "Feldern. Bitte prüfen."
)
_NAMELESS = "Hier scheint auch der Name eines Menschen zu stehen; er wurde nicht übernommen."
_AT_HOME = (
    "Die Anschrift scheint die eines Menschen zu sein („c/o“); sie wurde nicht übernommen. Bitte klären."
)
_REST = "Hier steht noch „{rest}“; das wurde nicht übernommen."
_LEFT = "Was in der Zelle neben dem Namen steht, wurde nicht übernommen, da der Akteur eine eigene Zeile hat."


def read_name(read: Cells, text: str) -> str:
    """The name of the actor whose row it is; what else the cell says fills its own fields where they are open."""
    name, more = name_and_more(text)
    if more:
        _read_more(read, name, more)
    return name


def named_actor(rows: Rows, text: str, *, by: Stated, origin: str) -> Stated:
    """The statement about the actor whom the cell names, with what else the cell says of it."""
    name, more = name_and_more(text)
    named = rows.named("actor", name, by=by, origin=origin)
    if not more:
        return named
    if not named.origin:
        by.problems.append(Problem(origin, _LEFT))
        return named
    before = {"place": named.values["place"]} if "place" in named.values else {}
    read = Cells(rows, KINDS["actor"], named, dict.fromkeys(_FILLED, origin))
    _read_more(read, name, more)
    finish_actor(read)
    named.values.update(before)
    named.problems[:] = dict.fromkeys(named.problems)
    return named


def _read_more(read: Cells, name: str, lines: Sequence[str]) -> None:
    read.problem("name", _TAKEN.format(name=name))
    somebody = [line for line in lines if any(mentions(line)) or fold(line).startswith("c/o")]
    at_home = any(fold(line).startswith("c/o") for line in somebody)
    where: list[str] = []
    rest: list[str] = []
    for line in lines:
        left = _reached_by(read, line, besides=somebody)
        if line in somebody or not left:
            continue
        (where if any(map(str.isdigit, left)) else rest).append(left)
    if at_home:
        read.problem("name", _AT_HOME)
    elif where:
        rest += _where(read, where)
    nameless = [each for each in rest if not names_somebody(each)]
    if somebody or len(nameless) < len(rest):
        read.problem("name", _NAMELESS)
    if nameless:
        read.problem("name", _REST.format(rest=", ".join(nameless)))


def _reached_by(read: Cells, line: str, *, besides: Iterable[str]) -> str:
    """What is left of the line without mail address, web address and telephone number, which fill open fields."""
    if fold(line).startswith("fax"):
        return ""
    mails, left = reaching.mails_in(line)
    if mails and not _is_of(mails[0], besides):
        read.values.setdefault("email", mails[0])
    web = WEB.search(left)
    if web:
        left = left.replace(web[0], " ")
        _set_website(read, web[0].rstrip("."))
    number = any_number_in(left)
    if number:
        left = left.replace(number, " ")
        read.values.setdefault("phone", number)
    return LABELLED.sub("", collapse(left)).strip(" ,;:/|().–-") if mails or web or number else left


def _set_website(read: Cells, text: str) -> None:
    try:
        read.values.setdefault("website", reaching.url(text))
    except Unreadable as error:
        read.problem("name", str(error))


def _is_of(mail: str, somebody: Iterable[str]) -> bool:
    """Whether the mail address bears the name of one of those who are named: it is theirs."""
    own = set(re.split(r"[._-]", fold(mail.partition("@")[0])))
    return any(len(word) > 2 and word in own for line in somebody for word in re.findall(r"\w+", fold(line)))


def _where(read: Cells, lines: Sequence[str]) -> list[str]:
    """Fill the address; what of the lines is none."""
    whole = whole_address(", ".join(lines), read.rows.words.towns, is_sure=True)
    if whole is None:
        return [*lines]
    whole.fill(read.values)
    read.beside += [each for each in (whole.name, whole.room) if each]
    return []

"""What a list itself keeps back: rows it does not release, numbers that are not to be published, somebody's own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ratslinde.integration.importing.rules.cells import yes_no
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.persons.mentions import mentions
from ratslinde.integration.importing.rules.persons.names import is_given
from ratslinde.integration.importing.rules.reaching import mails_in
from ratslinde.integration.importing.rules.reading.contact_cells import any_number_in
from ratslinde.integration.importing.rules.stated import Problem

_SECRET = re.compile(
    r"(?i)\bnicht (?:zu |zur |für die )?(?:veröffentlich\w*|weiter(?:zu)?geben|ins (?:internet|netz))\b"
    r"|\bnicht (?:öffentlich(?=\s*(?:$|[.,;:!)]|machen|nennen|zeigen|angeben))|für die öffentlichkeit)"
    r"|\bnur (?:für )?(?:intern\w*|den dienstgebrauch)\b|\bvertraulich (?:zu )?behandeln\b|^vertraulich\W*$"
    r"|\bgeheim\b"
    r"|\bprivat(?:e[rns]?)? ?(?:handy|tel|mail|e-mail|nummer|nr|rufnummer|adresse|anschrift)"
    r"|(?:handy\w*|mobil\w*|tel\w*|mail|nr|nummer|adresse|anschrift)\.?:? (?:ist |sind )?privat\b"
)
_NAMED: Mapping[str, re.Pattern[str]] = {
    "phone": re.compile(r"(?i)handy|mobil|\btel|nummer|\bnr\b|\w+nr\b"),
    "email": re.compile(r"(?i)mail"),
    "street_address": re.compile(r"(?i)adresse|anschrift|straße"),
}
_SAYS_SO: Mapping[str, tuple[str, ...]] = {
    "note": ("phone", "email"), "phone": ("phone",), "email": ("email",), "reached": ("phone", "email"),
    "street_address": ("street_address",), "address": ("street_address",), "place": ("street_address",),
}  # fmt: skip
"""By column: of what it says so, where it does not name it."""
_WITH_THEM = {"street_address": ("street_address", "address", "postal_code", "locality", "place")}
_TEXTS = frozenset({"description", "access_note", "eligibility", "cost_note", "alert", "room"})
"""Texts that everybody reads later."""
_NEAR = 30
"""Characters around such words in which stands what they are about."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")
_WORD = re.compile(r"[A-ZÄÖÜ][^\W\d_]{2,}")
_LEFT_OUT = (
    "In der Liste steht, dass diese Angabe nicht öffentlich ist; sie wurde nicht übernommen. Bitte klären."
)
_NOT_RELEASED = (
    "Die Liste gibt die Zeile nicht frei („{text}“). Soll sie übernommen werden? Bitte entscheiden."
)
_SOMEBODY = (
    "Ein Satz nennt einen Menschen mit Telefonnummer oder Mailadresse; er wurde weggelassen. Bitte prüfen."
)


def read_release(read: Cells, column: Column, text: str) -> None:
    """Ask about a row to which the list says no; a yes says nothing of the offer. Raises Unreadable for neither."""
    if not yes_no(text):
        sentence = _NOT_RELEASED.format(text=text)
        read.stated.problems.append(Problem(read.title_of(column.field), sentence, asks=True))


def withhold(read: Cells, given: Mapping[str, str]) -> None:
    """Leave out what the cells of the row say is not for everybody: what a note names, else what the cell is about."""
    for name, about in _SAYS_SO.items():
        found = _SECRET.search(given[name]) if name in given else None
        if found is None:
            continue
        near = given[name][max(0, found.start() - _NEAR) : found.end() + _NEAR] if name == "note" else ""
        for field in [field for field, words in _NAMED.items() if words.search(near)] or about:
            held = [each for each in _WITH_THEM.get(field, (field,)) if read.values.pop(each, None)]
            if held:
                read.problem(field, _LEFT_OUT)


def without_somebody(read: Cells, column: Column, text: str) -> str:
    """The text without sentences that say how to reach somebody who is named: 'Fragen? Ines anrufen: 0171 …'."""
    if column.field not in _TEXTS or not ("@" in text or any_number_in(text)):
        return text
    sentences = _SENTENCE.split(text)
    kept = [each for each in sentences if not _reaches_somebody(each)]
    if len(kept) == len(sentences):
        return text
    read.problem(column.field, _SOMEBODY)
    return " ".join(kept)


def _reaches_somebody(sentence: str) -> bool:
    if not (any_number_in(sentence) or mails_in(sentence)[0]):
        return False
    return any(mentions(sentence)) or any(map(is_given, _WORD.findall(sentence)))

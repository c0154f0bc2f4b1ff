"""Whether an offer runs, in the words that lists have for it: one that is over or yet to come must not look open."""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules.cells import Unreadable, choice
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.stated import Problem, Stated
from ratslinde.kernel.text import shortened

_OVER = (
    r"abgeschlossen|abgelaufen|ausgelaufen|aufgelöst|aufgegeben|eingestellt|beendet|geschlossen|erloschen|vorbei"
    r"|nicht mehr aktiv|existiert nicht mehr|gibt es nicht mehr|findet nicht mehr statt|läuft nicht mehr|entfällt"
    r"|gelöscht|archiviert"
)
_PAUSED = (
    r"pausier(?:t|end)|pause|ruht|ruhend|unterbrochen|ausgesetzt|vorübergehend geschlossen|zurzeit nicht"
    r"|zur zeit nicht|z\. ?(?:zt|z)\. nicht|derzeit nicht|momentan nicht|inaktiv|setzt aus"
)
_TO_COME = (
    r"geplant|in planung|in vorbereitung|im aufbau|angedacht|vorgesehen|noch nicht gestartet"
    r"|startet (?:erst )?(?:ab|im)\b.*|künftig|zukünftig|in kürze|demnächst|entwurf|idee|neu ab\b.*"
)
_WHEN = (
    r"(?:[\s,(–-]*(?:seit|bis|ab|für|zum|wegen|voraussichtlich|vorauss|ca|mitte|ende|anfang|z\.? ?zt|zurzeit|derzeit"
    r"|momentan|aktuell|\d+)\b.*)?\W*"
)
_WORDS = tuple(
    (value, re.compile(rf"(?i)(?:derzeit |zurzeit |aktuell |leider |noch )?(?:{words}){_WHEN}"))
    for value, words in (
        ("defunct", _OVER),
        ("temporarily closed", _PAUSED),
        ("temporarily closed", _TO_COME),
    )
)
_ACTOR_IS_OVER = re.compile(rf"(?i)(?:^|[.;,(]\s*)(?:wurde |ist |verein )?(?:{_OVER}){_WHEN}(?:$|[.;,)])")
_MAY_BE_NAME = re.compile(r"(?i)\W*(?:geschlossen|pause|idee|entwurf)\W*")
"""What of these may belong to a name: 'Gruppe (geschlossen)', 'Schulsport (Pause)'."""
_BEHIND = re.compile(r"(?P<name>.*\S)\s*(?:\((?P<inside>[^()]+)\)|\s[–-]\s+(?P<dashed>[^–]+))\s*$", re.DOTALL)
_STANDING = "„{text}“ wurde als „{word}“ übernommen. Bitte prüfen."
_IN_NAME = "„{text}“ steht hinter dem Namen und wurde als „{word}“ übernommen. Bitte prüfen."
_NO_LONGER = "Die Liste sagt „{text}“. Soll der Akteur noch übernommen werden? Bitte entscheiden."


def read_choice(read: Cells, column: Column, text: str) -> str:
    """One of the column's words; of an offer's standing also what lists say instead. Raises Unreadable."""
    try:
        return choice(text, column)
    except Unreadable:
        found = standing(text) if column.field == "status" else ""
        if not found:
            raise
    read.problem("status", _STANDING.format(text=text, word=_word(column, found)))
    return found


def standing(text: str) -> str:
    """The status that the words mean; '' for none of those that are not open."""
    return next((value for value, words in _WORDS if words.fullmatch(text.strip())), "")


def name_without_standing(read: Cells, text: str) -> str:
    """The name of an offer without what stands behind it of how it runs: 'Fahrdienst (in Planung)'."""
    met = _BEHIND.fullmatch(text) if text.endswith(")") or " – " in text or " - " in text else None
    said = (met["inside"] or met["dashed"]) if met else ""
    found = standing(said) if said and not _MAY_BE_NAME.fullmatch(said) else ""
    if met is None or not found:
        return text
    read.values.setdefault("status", found)
    sentence = _IN_NAME.format(text=said, word=_word(read.kind.column("status"), found))
    read.stated.problems.append(Problem(read.title_of("name"), sentence, unsure="status"))
    return met["name"]


def ask_if_over(stated: Stated, *, column: str) -> None:
    """Note on the statement of an actor that its note says that it is no more: somebody decides."""
    note = str(stated.values.get("note", ""))
    if note and _ACTOR_IS_OVER.search(note):
        said = shortened(note, most=60)
        stated.problems.append(Problem(column, _NO_LONGER.format(text=said), asks=True))


def _word(column: Column, value: str) -> str:
    return next(words[0] for stored, words in column.choices if stored == value)

"""Cells about which the list itself is not sure, and those that name two: somebody is asked, nothing is made of it."""

from __future__ import annotations

import re

from ratslinde.integration.importing.rules.collecting.doubts import is_about, is_doubtful, without_doubt
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.reading.several_actors import two_actors
from ratslinde.integration.importing.rules.stated import Problem, Stated

_LEFT_OUT = (
    "choice", "yes_no", "day", "count", "amount", "coordinate", "ages", "begin", "end", "town", "postal_code",
)  # fmt: skip
REACHED = ("phone", "email", "reached")
"""Cells that may hold somebody's name, which is not quoted."""
_WHERE = ("place", "street", "address")
_NUMBERS = ("count", "amount", "cost")
_ELSEWHERE = re.compile(r"(?:s\.\s?|[Ss]iehe\s|[Vv]gl\.?\s)(?=\S)")
"""'s. E-2026-001', 'siehe Flyer': what is meant stands elsewhere."""
_REFERS = "„{text}“ verweist auf eine andere Stelle und wurde nicht übernommen. Bitte klären."
_OPEN = "„{text}“ ist in der Liste selbst eine Frage und wurde nicht übernommen. Bitte klären."
_UNQUOTED = "Die Angabe ist in der Liste selbst eine Frage und wurde nicht übernommen. Bitte klären."
_NOTED = "„{text}“ ist in der Liste selbst eine Frage. Es steht als Hinweis dabei. Bitte klären."
_NAMED = "„{text}“ ist in der Liste selbst eine Frage. Übernommen wurde „{name}“. Bitte prüfen."
_ABOUT = "„{text}“ ist nur eine ungefähre Zahl. Bitte prüfen."
_IN_NAME = "Im Namen steht eine Frage. Bitte klären."
_ONE_OR_TWO = "„{one}“ und „{other}“: Ist das ein Akteur, oder sind es zwei? Bitte entscheiden."


def sure_text(read: Cells, column: Column, text: str) -> str:
    """What of the cell can be read without a doubt that the list itself has; '' for nothing. Somebody is told."""
    if column.reads in (*_WHERE, "actor") and _ELSEWHERE.match(text):
        read.problem(column.field, _REFERS.format(text=text))
        return ""
    if column.reads in _NUMBERS and is_about(text):
        read.problem(column.field, _ABOUT.format(text=text))
    if not is_doubtful(text):
        return text
    if column.field == "name":
        read.problem("name", _IN_NAME)
    elif column.reads == "actor":
        name = without_doubt(text)
        read.problem(column.field, _NAMED.format(text=text, name=name))
        return name
    elif column.reads in _WHERE:
        read.beside.append(text)
        read.problem(column.field, _NOTED.format(text=text))
        return ""
    elif column.reads == "cost":
        read.values.setdefault("cost_note", text)
        read.problem(column.field, _NOTED.format(text=text))
        return ""
    elif column.reads in (*_LEFT_OUT, *REACHED):
        read.problem(column.field, _UNQUOTED if column.reads in REACHED else _OPEN.format(text=text))
        return ""
    return text


def ask_if_two(stated: Stated, *, column: str, known: frozenset[str]) -> None:
    """Note on the statement of an actor that its name may be that of two.

    `known`: `key_of` names of those that stand.
    """
    both = None if "halves" in stated.identity else two_actors(stated.label, known=known)
    if both is None:
        return
    stated.identity["halves"] = "\n".join(both)
    sentence = _ONE_OR_TWO.format(one=both[0], other=both[1])
    stated.problems.append(Problem(column, sentence, asks=True))

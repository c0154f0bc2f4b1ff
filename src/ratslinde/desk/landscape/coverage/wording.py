"""How a cell of the coverage matrix is said: its state with a sign, and its counts, each way apart."""

from __future__ import annotations

from typing import NamedTuple

from ratslinde.integration.landscape.rules.completeness import Completeness
from ratslinde.integration.landscape.rules.coverage_cells import Cell, State
from ratslinde.integration.landscape.rules.coverage_reasons import MEANINGS


class StateWords(NamedTuple):
    """A state in words; `sign` names its drawing."""

    words: str
    sign: str
    meaning: str


def state_words(state: State) -> StateWords:
    """'Nicht erhoben', its sign and what it means."""
    return StateWords(state.value.capitalize(), state.name.lower().replace("_", "-"), MEANINGS[state])


COLUMNS = {"raum": "Sozialräumen", "gruppe": "Zielgruppen", "sprache": "Sprachen"}
"""By what the table is arranged: 'Handlungsfelder nach …'."""


def legend() -> list[StateWords]:
    """All states in the order in which the honest answer is looked for."""
    return [state_words(state) for state in State]


def answers(collection: Completeness) -> str:
    """'Antworten: 1 von 4 – zu wenig', or that nobody is known whom one could ask."""
    if not collection.known:
        return "kein Akteur bekannt"
    few = "" if collection.enough else " – zu wenig"
    unclear = f", unklar bei {len(collection.possible)}" if collection.possible else ""
    return f"Antworten: {len(collection.answered)} von {len(collection.known)}{unclear}{few}"


def counts(cell: Cell) -> str:
    """'1 vor Ort · 2 stadtweit · 1 unklar': what is there, never added up."""
    parts = (
        (cell.site, "vor Ort"), (cell.area, "stadtweit"), (cell.online, "online"), (cell.unsaid, "ohne Ort"),
        (cell.interpreted, "davon gedolmetscht"), (cell.unclear, "unklar"),
    )  # fmt: skip
    return " · ".join(f"{found.bit_count()} {words}" for found, words in parts if found)

"""How a list about people is refused: with columns and rows, and how it can be prepared; nobody is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ratslinde.integration.importing.rules.tables import Table
from ratslinde.kernel.errors import Refused

_SHOWN_LINES = 5


class PeopleFound(Refused):
    """A file is about individuals: nothing of it is kept."""


def called_as_people(kind: str) -> PeopleFound:
    """The refusal of objects of that kind that are called as people are."""
    return refusal(kind, "Die Namen sind überwiegend Namen einzelner Menschen.")


def telling_of_people(where: str, title: str, found: Sequence[tuple[int, str]]) -> PeopleFound:
    """The refusal of texts that say something of somebody. `found`: their lines, and what each says."""
    lines = lines_in(line for line, _ in found)
    return refusal(where, f"In der Spalte „{title}“ steht {found[0][1]} (Zeile {lines}).")


def full_of_names(table: Table, at: int) -> PeopleFound:
    """The refusal of a table in whose column mostly people stand."""
    lines = lines_in(row.line for row in table.rows if row.cells[at])
    return refusal(
        table.sheet,
        f"In der Spalte „{table.header[at]}“ stehen überwiegend Namen einzelner Menschen (Zeile {lines}).",
    )


def doubtful(table: Table, at: int) -> PeopleFound:
    """The refusal of a table in whose column people may stand, with how to say that they are none."""
    lines = lines_in(row.line for row in table.rows if row.cells[at])
    return PeopleFound(
        f"In der Spalte „{table.header[at]}“ könnten Namen einzelner Menschen stehen (Zeile {lines}). "
        "Im Zweifel liest Ratslinde die Liste nicht ein, und von der Datei wurde nichts gespeichert. Sind es "
        "Organisationen, so ergänzen Sie bitte eine Spalte „Art“ (zum Beispiel „Verein“) oder „Internetseite“."
    )


def lines_in(lines: Iterable[int]) -> str:
    """'2, 3, 4, 5, 6, …'"""
    found = [*map(str, lines)]
    return ", ".join([*found[:_SHOWN_LINES], *(["…"] if len(found) > _SHOWN_LINES else [])])


def refusal(where: str, sentence: str) -> PeopleFound:
    """The refusal for that reason. `where`: the sheet."""
    return PeopleFound(
        f"{sentence} Solche Listen liest Ratslinde nicht ein, und von der Datei wurde nichts gespeichert "
        f"(Blatt „{where}“). Bitte löschen Sie Spalten und Zeilen mit Angaben zu Menschen und lesen Sie nur "
        "Organisationen, Angebote und Orte ein."
    )

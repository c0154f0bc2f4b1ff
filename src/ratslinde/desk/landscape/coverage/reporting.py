"""The matrix as a document for the printer."""

from __future__ import annotations

from ratslinde.desk.landscape.coverage.wording import COLUMNS, counts, legend, state_words
from ratslinde.integration.landscape.queries.coverage import names, table
from ratslinde.integration.landscape.queries.picture import Picture
from ratslinde.integration.landscape.rules.completeness import Limits
from ratslinde.integration.landscape.rules.coverage_cells import Cell, Position
from ratslinde.integration.landscape.rules.coverage_reasons import percent
from ratslinde.printing import LegendEntry, TableColumn, TableDocument

CHOSEN = {"space": "Sozialraum", "group": "Zielgruppe", "language": "Sprache"}


def matrix_document(found: Picture, *, columns: str, at: Position) -> TableDocument:
    """The table as one page of a report: state and counts in each cell, the limits and the day below."""
    shown = table(found, columns=columns, at=at)
    limits, where = found.coverage.limits, names(found, at)
    chosen = [f"{word}: {where[key]}" for key, word in CHOSEN.items() if getattr(at, key)]
    return TableDocument(
        body=found.body.name,
        title=f"Abdeckung: Handlungsfelder nach {COLUMNS[columns]}",
        subtitle=" · ".join(chosen),
        day=found.coverage.day,
        columns=(
            TableColumn(title="Handlungsfeld", share=2.2),
            TableColumn(title="erhoben", share=1.0),
            *(TableColumn(title=column.name) for column in shown.columns),
        ),
        rows=tuple(
            (field.name, _share(collection.share), *map(_text, cells))
            for field, collection, cells in shown.rows
        ),
        legend=tuple(LegendEntry(term=each.words, meaning=each.meaning) for each in legend()),
        notes=(limits_words(limits), _APART),
        source="Angebote und Akteure, die der Verwaltung bekannt sind",
    )


def _text(cell: Cell) -> str:
    return "\n".join(filter(None, (state_words(cell.state).words, counts(cell).replace(" · ", "\n"))))


def _share(share: float | None) -> str:
    return "kein Akteur" if share is None else percent(share)


def limits_words(limits: Limits) -> str:
    """By which limits the matrix was decided."""
    return (
        f"Ein Feld gilt als erhoben, wenn {percent(limits.completeness)} der bekannten Akteure in den letzten "
        f"{limits.asked_months} Monaten geantwortet haben. Angebote veralten {limits.outdated_months} Monate nach "
        f"ihrer Bestätigung; auslaufende Finanzierung zählt {limits.funding_months} Monate vorher."
    )


_APART = (
    "Vor Ort, stadtweit und online stehen getrennt: Stadtweite Angebote werden keinem Sozialraum zugerechnet. "
    "Unklar sind Angebote, bei denen eine Angabe fehlt; sie zählen weder als ja noch als nein."
)

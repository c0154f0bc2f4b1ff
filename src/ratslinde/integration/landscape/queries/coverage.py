"""The coverage matrix for the desk: the table, one cell opened, and how fresh the picture is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.integration.landscape.models import Actor, NotIntended, Offer
from ratslinde.integration.landscape.queries.picture import Named, Picture
from ratslinde.integration.landscape.rules.completeness import Completeness
from ratslinde.integration.landscape.rules.coverage_cells import Cell, Position
from ratslinde.integration.landscape.rules.coverage_offers import ALL, CoverageOffer, way
from ratslinde.integration.landscape.rules.coverage_reasons import collected, missing, reasons

COLUMNS = {"raum": "spaces", "gruppe": "groups", "sprache": "languages"}
"""What the columns of the table can be, by the word in the address."""
WAYS = {
    "S": "vor Ort", "A": "in der ganzen Kommune", "O": "online", "U": "Gebiet nicht angegeben", "N": "nicht hier",
}  # fmt: skip
EVERYTHING = Named(ALL, "alle")


@dataclass(frozen=True, kw_only=True)
class Table:
    """Fields × one other dimension, the rest as chosen. The last column is the collapsed one."""

    columns: Sequence[Named]
    rows: Sequence[tuple[Named, Completeness, Sequence[Cell]]]


@dataclass(frozen=True, kw_only=True)
class CellOffer:
    """An offer in an opened cell: how it gets there, and what is missing where it is unclear."""

    row: Offer
    value: CoverageOffer
    way: str
    interpreted: bool
    missing: Sequence[str]
    outdated: bool


@dataclass(frozen=True, kw_only=True)
class OpenedCell:
    """One cell, and why it is as it is. `open_actors` are known in the field and have not answered in time.

    `drafts` would fit if they were public, of `unclear_drafts` a detail is missing.
    """

    cell: Cell
    names: dict[str, str]
    reasons: Sequence[str]
    collected: str
    offers: Sequence[CellOffer]
    unclear: Sequence[CellOffer]
    drafts: Sequence[CellOffer]
    unclear_drafts: Sequence[CellOffer]
    open_actors: Sequence[Actor]
    answered: Sequence[Actor]
    needed: int
    marks: Sequence[NotIntended]


def table(found: Picture, *, columns: str, at: Position) -> Table:
    """The table of all fields; `columns` is a key of COLUMNS, `at` holds what else is chosen."""
    across = [*getattr(found, COLUMNS[columns]), EVERYTHING]
    name = {"raum": "space", "gruppe": "group", "sprache": "language"}[columns]
    chosen = {f"{each}s": (getattr(at, each),) for each in ("space", "group", "language")}
    keys = {**chosen, f"{name}s": [each.key for each in across]}
    rows = [
        (field, found.coverage.completeness(field.key), list(found.coverage.matrix([field.key], **keys)))
        for field in found.fields
    ]
    return Table(columns=across, rows=rows)


def position(
    found: Picture, *, field: str = "", space: str = "", group: str = "", language: str = ""
) -> Position:
    """The position with these keys. Raises Offer.DoesNotExist, as for any page that is not there, for unknown ones."""
    asked = Position(field, space, group, language)
    known = (found.fields, found.spaces, found.groups, found.languages)
    for key, values in zip(asked, known, strict=True):
        if key and key not in {value.key for value in values}:
            raise Offer.DoesNotExist
    return asked


def opened(found: Picture, at: Position) -> OpenedCell:
    """The cell with everything that it was decided by."""
    coverage = found.coverage
    cell = coverage.cell(at)
    collection = coverage.completeness(at.field)
    would_be = found.drafts.cell(at)
    return OpenedCell(
        cell=cell,
        names=names(found, at),
        reasons=reasons(coverage, cell),
        collected=collected(collection, months=coverage.limits.asked_months),
        offers=_offers(found, coverage.supply.listed(cell.matching), at),
        unclear=_offers(found, coverage.supply.listed(cell.unclear), at),
        drafts=_offers(found, found.drafts.supply.listed(would_be.matching), at),
        unclear_drafts=_offers(found, found.drafts.supply.listed(would_be.unclear), at),
        open_actors=[found.actors[key] for key in collection.open],
        answered=[found.actors[key] for key in collection.answered],
        needed=max(0, collection.needed - len(collection.answered)),
        marks=[row for row, mark in zip(found.marks, coverage.marks, strict=True) if mark.covers(at)],
    )


def names(found: Picture, at: Position) -> dict[str, str]:
    """The German names of where a cell stands, 'alle' where a dimension is collapsed."""
    values = zip(at._fields, at, (found.fields, found.spaces, found.groups, found.languages), strict=True)
    return {
        dimension: next((value.name for value in known if value.key == key), EVERYTHING.name)
        for dimension, key, known in values
    }


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """How many of the public offers were confirmed lately, before that, and never."""

    fresh: int
    outdated: int
    never: int

    @property
    def total(self) -> int:
        """All public offers that there are on the day."""
        return self.fresh + self.outdated + self.never


def freshness(found: Picture) -> Freshness:
    """The share of confirmed offers (7.8); never confirmed is counted apart."""
    rows = found.coverage.supply.offers
    never = sum(row.confirmed_on is None for row in rows)
    outdated = sum(map(found.coverage.is_outdated, rows))
    return Freshness(fresh=len(rows) - never - outdated, outdated=outdated, never=never)


def _offers(found: Picture, values: Sequence[CoverageOffer], at: Position) -> list[CellOffer]:
    return [
        CellOffer(
            row=found.offers[value.key],
            value=value,
            way=WAYS[way(value, at.space)],
            interpreted=bool(at.language) and at.language in value.interpreted,
            missing=missing(value, at),
            outdated=found.coverage.is_outdated(value),
        )
        for value in values
    ]

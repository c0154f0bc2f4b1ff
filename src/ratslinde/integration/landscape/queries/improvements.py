"""What would improve the picture most, in the words of somebody who wants to begin with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.queries.picture import Named, Picture
from ratslinde.integration.landscape.rules import improvement
from ratslinde.integration.landscape.rules.coverage_reasons import collected, offers, percent
from ratslinde.integration.landscape.rules.improvement import Act, Improvement


@dataclass(frozen=True, kw_only=True)
class Advice:
    """An act in words, why, and what it brings; the rows it is about. `field` is None for acts about offers."""

    act: Act
    title: str
    reason: str
    cells: int
    field: Named | None
    actors: Sequence[Actor]
    offers: Sequence[Offer]

    @property
    def effect(self) -> str:
        """What it brings."""
        becomes = {Act.CONFIRM: "verlässlich", Act.PUBLISH: "gefüllt"}.get(self.act, "bekannt")
        return f"1 Zelle wird {becomes}" if self.cells == 1 else f"{self.cells} Zellen werden {becomes}"


def advice(found: Picture, *, most: int | None = None) -> list[Advice]:
    """The acts, those that make most cells known first."""
    dimensions = improvement.Dimensions(
        fields=[each.key for each in found.fields],
        spaces=[each.key for each in found.spaces],
        groups=[each.key for each in found.groups],
        languages=[each.key for each in found.languages],
    )
    rows = improvement.improvements(found.coverage, dimensions, drafts=found.drafts)
    return [_in_words(found, row) for row in rows[:most]]


def _in_words(found: Picture, row: Improvement) -> Advice:
    field = next((each for each in found.fields if each.key == row.field), None)
    return Advice(
        act=row.act,
        title=_title(found, row, field),
        reason=_reason(found, row),
        cells=row.cells,
        field=field,
        actors=[found.actors[key] for key in row.actors],
        offers=[found.offers[key] for key in row.offers],
    )


def _title(found: Picture, row: Improvement, field: Named | None) -> str:
    name = field.name if field else ""
    if row.act == Act.ASK:
        return f"Zu „{name}“ {_whom(row)} fragen"
    if row.act == Act.FIND:
        return f"Herausfinden, wer zu „{name}“ aktiv ist"
    if row.act == Act.CONFIRM:
        return f"{offers(len(row.offers))} von „{found.actors[row.actors[0]].name}“ bestätigen lassen"
    if row.act == Act.PUBLISH:
        entries = "einen Entwurf" if len(row.offers) == 1 else f"{len(row.offers)} Entwürfe"
        return f"Angebote veröffentlichen: {entries}"
    where = "einem Angebot" if len(row.offers) == 1 else f"{len(row.offers)} Angeboten"
    return f"Bei {where} {_DETAILS[row.act]} nachtragen"


def _whom(row: Improvement) -> str:
    if len(row.actors) == 1:
        return "einen Akteur"
    if row.needed == len(row.actors):
        return f"alle {row.needed} ausstehenden Akteure"
    return f"{row.needed} von {len(row.actors)} ausstehenden Akteuren"


def _reason(found: Picture, row: Improvement) -> str:
    limits = found.coverage.limits
    if row.act in (Act.ASK, Act.FIND):
        return collected(found.coverage.completeness(row.field), months=limits.asked_months)
    if row.act == Act.CONFIRM:
        return f"Sie wurden nie oder vor mehr als {limits.outdated_months} Monaten bestätigt."
    if row.act == Act.PUBLISH:
        return "Entwürfe zählen nicht: Was niemand findet, deckt nichts ab."
    share = percent(len(row.offers) / max(1, len(found.coverage.supply.offers)))
    return f"Das fehlt bei {share} der öffentlichen Angebote; was fehlt, zählt weder als ja noch als nein."


_DETAILS = {
    Act.FIELDS: "das Handlungsfeld", Act.AREA: "das Gebiet", Act.GROUPS: "die Zielgruppen",
    Act.LANGUAGES: "die Sprachen",
}  # fmt: skip

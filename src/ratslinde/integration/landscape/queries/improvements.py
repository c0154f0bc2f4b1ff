"""What would improve the picture most, in the words of somebody who wants to begin with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from ratslinde.integration.landscape.models import Actor, Offer, Schedule
from ratslinde.integration.landscape.queries.picture import Named, Picture
from ratslinde.integration.landscape.rules import improvement
from ratslinde.integration.landscape.rules.coverage_reasons import collected, offers, percent
from ratslinde.integration.landscape.rules.improving import Act, Improvement
from ratslinde.integration.landscape.rules.succession import FormerSpace


@dataclass(frozen=True, kw_only=True)
class Advice:
    """An act in words, why, and what it brings; the rows it is about. `field` is None for acts about offers.

    `space`: of FORMER the public id of the one that ended. FIRST_DAY fills no cell: it brings dates to the public
    pages.
    """

    act: Act
    title: str
    reason: str
    cells: int
    field: Named | None
    space: str
    actors: Sequence[Actor]
    offers: Sequence[Offer]

    @property
    def effect(self) -> str:
        """What it brings."""
        if self.act == Act.FIRST_DAY:
            return f"Die nächsten Termine von {_of(len(self.offers))} werden bekannt"
        if self.act == Act.FORMER and not self.cells:
            return "Keine Zelle hängt daran"
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
    return [_in_words(found, row) for row in [*rows, *_first_days(found)][:most]]


def _first_days(found: Picture) -> list[Improvement]:
    """The public offers of which only the rhythm is known (every second week), so that no date can be shown."""
    going_on = Q(until=None) | Q(until__gte=found.coverage.day)
    rows = Schedule.objects.filter(going_on, start=None, interval__gt=1, site__offer__body=found.body)
    keys = rows.order_by("site__offer__name", "site__offer").values_list("site__offer__public_id", flat=True)
    public = {each.key for each in found.coverage.supply.offers}
    offers = tuple(key for key in dict.fromkeys(keys) if key in public)
    return [Improvement(act=Act.FIRST_DAY, cells=0, offers=offers)] if offers else []


def _in_words(found: Picture, row: Improvement) -> Advice:
    field = next((each for each in found.fields if each.key == row.field), None)
    return Advice(
        act=row.act,
        title=_title(found, row, field),
        reason=_reason(found, row),
        cells=row.cells,
        field=field,
        space=row.space,
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
    if row.act == Act.FORMER:
        stand = "Ein Angebot steht" if len(row.offers) == 1 else f"{len(row.offers)} Angebote stehen"
        return f"{stand} noch für „{_former(found, row).name}“"
    if row.act == Act.PUBLISH:
        entries = "einen Entwurf" if len(row.offers) == 1 else f"{len(row.offers)} Entwürfe"
        return f"Angebote veröffentlichen: {entries}"
    return f"Bei {_of(len(row.offers))} {_DETAILS[row.act]} nachtragen"


def _of(number: int) -> str:
    return "einem Angebot" if number == 1 else f"{number} Angeboten"


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
    if row.act == Act.FORMER:
        return _what_followed(_former(found, row))
    if row.act == Act.PUBLISH:
        return "Entwürfe zählen nicht: Was niemand findet, deckt nichts ab."
    if row.act == Act.FIRST_DAY:
        return "Bekannt ist nur, dass es alle paar Wochen stattfindet; ohne einen Tag steht öffentlich kein Termin."
    share = percent(len(row.offers) / max(1, len(found.coverage.supply.offers)))
    return f"Das fehlt bei {share} der öffentlichen Angebote; was fehlt, zählt weder als ja noch als nein."


def _former(found: Picture, row: Improvement) -> FormerSpace:
    return next(
        space for offer in found.coverage.supply.offers for space in offer.former if space.key == row.space
    )


def _what_followed(space: FormerSpace) -> str:
    """What became of a space that has ended, and what that means for the offers that are still for it."""
    gone = "Den Sozialraum gibt es nicht mehr"
    if not space.followers:
        return f"{gone}, und keiner setzt ihn fort. Wo diese Angebote gelten, ist zu klären."
    if len(space.followers) == 1:
        return f"{gone}; es folgte {space.names}. Dort zählen diese Angebote schon mit."
    return f"{gone}; es folgten {space.names_together}. Ob ein Angebot hier oder dort gilt, ist zu klären."


_DETAILS = {
    Act.FIELDS: "das Handlungsfeld", Act.AREA: "das Gebiet", Act.GROUPS: "die Zielgruppen",
    Act.LANGUAGES: "die Sprachen", Act.FIRST_DAY: "einen Tag, an dem es stattfindet,",
}  # fmt: skip

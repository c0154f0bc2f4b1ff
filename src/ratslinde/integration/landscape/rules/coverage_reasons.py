"""Why a cell of the coverage matrix has its state, in sentences with the numbers and the town's limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ratslinde.integration.landscape.rules.completeness import Completeness
from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Cell, Position, State
from ratslinde.integration.landscape.rules.coverage_offers import Area, CoverageOffer, open_former, way
from ratslinde.integration.landscape.rules.succession import FormerSpace

MEANINGS: Mapping[State, str] = {
    State.NOT_COLLECTED: "Es ist nicht bekannt, ob es hier etwas gibt.",
    State.NOT_INTENDED: "Hier ist kein Angebot vorgesehen; der Grund steht dabei.",
    State.GAP: "Es gibt nichts, und es wurden genug Akteure gefragt, um das zu sagen.",
    State.OUTDATED: "Alles, was es gibt, wurde zu lange nicht bestätigt.",
    State.FRAGILE: "Es hängt an einem Anbieter, nur am Ehrenamt oder an Geld, das bald ausläuft.",
    State.OVERLOADED: "Alle Plätze sind belegt, und es gibt Wartelisten.",
    State.COVERED: "Es gibt etwas, bestätigt und von mehr als einem Anbieter.",
}
"""What each state means, for the legend."""


def reasons(coverage: Coverage, cell: Cell) -> list[str]:
    """Why the cell has its state; the first sentence is the reason, the rest is what one should know besides."""
    return [*_REASONS[cell.state](coverage, cell), *_besides(cell)]


def collected(found: Completeness, *, months: int) -> str:
    """How many of the known actors of a field have answered, beside the town's limits."""
    if not found.known:
        return "Zu diesem Handlungsfeld ist noch kein Akteur bekannt."
    lately, limit = (
        f"in den letzten {months} Monaten",
        f"ab {percent(found.threshold)} gilt ein Feld als erhoben.{_possible(found)}",
    )
    answered, known = len(found.answered), len(found.known)
    if known == 1:
        answer = "geantwortet" if answered else "nicht geantwortet"
        return f"Der einzige bekannte Akteur des Feldes hat {lately} {answer}; {limit}"
    verb = "haben" if answered > 1 else "hat"
    who = f"{answered} ({percent(answered / known)})" if answered else "keiner"
    return f"Von {known} bekannten Akteuren des Feldes {verb} {lately} {who} geantwortet; {limit}"


def _possible(found: Completeness) -> str:
    """Actors that may be active in the field; they count as not answered."""
    number = len(found.possible)
    if not number:
        return ""
    who, verb = ("einem weiteren Akteur", "er") if number == 1 else (f"{number} weiteren Akteuren", "sie")
    counts = "Er zählt" if number == 1 else "Sie zählen"
    return (
        f" Bei {who} ist nicht bekannt, ob {verb} in diesem Feld tätig {'ist' if number == 1 else 'sind'}: "
        f"Nicht alle Handlungsfelder sind genannt. {counts} als noch nicht geantwortet."
    )


def percent(share: float) -> str:
    """0.625 → '63 %', never rounded up to a whole that it is not."""
    number = round(share * 100)
    if number == 100 and share < 1:
        number = 99
    return f"{number} %"


def offers(number: int) -> str:
    """'1 Angebot', '3 Angebote'."""
    return f"{number} Angebot" if number == 1 else f"{number} Angebote"


def _not_collected(coverage: Coverage, cell: Cell) -> Iterator[str]:
    found = coverage.completeness(cell.at.field)
    if not found.enough:
        yield collected(found, months=coverage.limits.asked_months)
        yield "Dass hier kein Angebot eingetragen ist, heißt also nicht, dass es keines gibt."
    if cell.unclear:
        number = cell.unclear.bit_count()
        could = "könnte" if number == 1 else "könnten"
        yield f"{offers(number)} {could} passen, aber es fehlen Angaben. Eine Lücke ist erst sicher, wenn sie da sind."
    if cell.mark:
        yield f"Außerdem ist hier kein Angebot vorgesehen: {cell.mark.reason}"


def _not_intended(_coverage: Coverage, cell: Cell) -> Iterator[str]:
    yield f"Hier ist kein Angebot vorgesehen: {cell.mark.reason if cell.mark else ''}"


def _gap(coverage: Coverage, cell: Cell) -> Iterator[str]:
    yield "Kein veröffentlichtes, heute gültiges Angebot passt, und die Erhebung ist vollständig genug."
    yield collected(coverage.completeness(cell.at.field), months=coverage.limits.asked_months)


def _outdated(coverage: Coverage, cell: Cell) -> Iterator[str]:
    rows = coverage.supply.listed(cell.matching)
    last = max(offer.confirmed_on for offer in rows if offer.confirmed_on)
    which = "Das eine Angebot" if len(rows) == 1 else f"Alle {len(rows)} Angebote"
    verb = "wurde" if len(rows) == 1 else "wurden"
    yield (
        f"{which} {verb} vor mehr als {coverage.limits.outdated_months} Monaten zuletzt bestätigt, "
        f"zuletzt am {last:%d.%m.%Y}."
    )


def _fragile(coverage: Coverage, cell: Cell) -> Iterator[str]:
    rows = coverage.supply.listed(cell.matching)
    if len({offer.actor for offer in rows}) == 1:
        yield f"Nur ein Anbieter hält hier etwas vor ({offers(len(rows))})."
    if all(offer.volunteers_only is True for offer in rows):
        yield "Alles, was es gibt, tragen nur Ehrenamtliche."
    if all(map(coverage.ends_soon, rows)):
        last = max(offer.funding_until for offer in rows if offer.funding_until)
        yield (
            f"Die Finanzierung läuft für alles in weniger als {coverage.limits.funding_months} Monaten aus, "
            f"zuletzt am {last:%d.%m.%Y}."
        )


def _overloaded(coverage: Coverage, cell: Cell) -> Iterator[str]:
    rows = coverage.supply.listed(cell.matching)
    waiting = sum(offer.waiting or 0 for offer in rows)
    yield f"Alle Plätze sind belegt ({offers(len(rows))}); auf den Wartelisten stehen {waiting} Personen."


def _covered(coverage: Coverage, cell: Cell) -> Iterator[str]:
    rows = coverage.supply.listed(cell.matching)
    fresh = sum(not coverage.is_outdated(offer) for offer in rows)
    yield (
        f"{offers(len(rows))} von {len({offer.actor for offer in rows})} Anbietern passen; davon wurden {fresh} in den "
        f"letzten {coverage.limits.outdated_months} Monaten bestätigt."
    )


def _besides(cell: Cell) -> Iterator[str]:
    one = cell.matching.bit_count() == 1
    if cell.from_elsewhere and one:
        yield "Es hat keinen Ort in diesem Sozialraum oder für ihn: Es gilt stadtweit oder ist online."
    elif cell.from_elsewhere:
        yield "Keines davon hat einen Ort in diesem Sozialraum oder für ihn: Sie gelten stadtweit oder sind online."
    if cell.at.language and cell.matching and cell.interpreted == cell.matching:
        nobody = "Es wird nicht" if one else "Keines wird"
        yield f"{nobody} in dieser Sprache gehalten; es wird gedolmetscht."
    if cell.matching and cell.unclear:
        number = cell.unclear.bit_count()
        more = "Ein weiteres Angebot könnte" if number == 1 else f"{number} weitere Angebote könnten"
        yield f"{more} passen; es fehlen Angaben."


def missing(offer: CoverageOffer, at: Position) -> list[str]:
    """What nobody has said about an offer that may fit the cell."""
    found = {
        "noch nie bestätigt": offer.confirmed_on is None,
        "Handlungsfelder nicht angegeben": at.field and not offer.fields,
        "Handlungsfelder nicht vollständig angegeben": offer.fields and _may_be_in(offer, at.field),
        **dict.fromkeys(_area_missing(offer, at), True),
        "Zielgruppen nicht angegeben": at.group and offer.groups is None and not offer.everyone,
        "Sprachen nicht erhoben": at.language and not offer.languages_known,
    }
    return [words for words, is_missing in found.items() if is_missing]


def _area_missing(offer: CoverageOffer, at: Position) -> list[str]:
    """Why nobody knows whether the offer is for the space of the cell."""
    if not at.space or way(offer, at.space) != "U":
        return []
    former = open_former(offer, at.space) if offer.area == Area.SPACES else []
    return [stood_for(each) for each in former] or ["Gebiet nicht angegeben"]


def stood_for(space: FormerSpace) -> str:
    """What has to be cleared about an offer for a space that has ended."""
    if not space.followers:
        return f"stand für {space.name}, das es nicht mehr gibt"
    return f"stand für {space.name}; {space.names} ist zu klären"


def _may_be_in(offer: CoverageOffer, field: str) -> bool:
    return bool(field) and field not in offer.fields and not offer.fields_known


_REASONS: Mapping[State, Callable[[Coverage, Cell], Iterator[str]]] = {
    State.NOT_COLLECTED: _not_collected,
    State.NOT_INTENDED: _not_intended,
    State.GAP: _gap,
    State.OUTDATED: _outdated,
    State.FRAGILE: _fragile,
    State.OVERLOADED: _overloaded,
    State.COVERED: _covered,
}

"""What an offer's figures say, as a person says it; what nobody has said is ''."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_currency

from ratslinde.integration.landscape.models import Ages, Offer
from ratslinde.kernel import ages


def age_words(offer: Offer) -> str:
    """'jedes Alter', '6 bis 10 Jahre', 'ab 6 Jahren', 'bis 10 Jahre'."""
    if offer.ages != Ages.RANGE:
        return str(offer.get_ages_display())
    return ages.in_words(offer.age_from, offer.age_to)


def cost_words(offer: Offer) -> str:
    """'kostenfrei', 'kostet etwas: 12,50 € (im Monat)'."""
    known = str(offer.get_cost_display())
    if offer.cost_amount is not None:
        known = f"{known}: {format_currency(Decimal(offer.cost_amount), 'EUR', locale='de')}"
    return f"{known} ({offer.cost_note})".strip() if offer.cost_note else known


def capacity_words(offer: Offer) -> str:
    """'20, davon frei: 3, auf der Warteliste: 2 (Stand: 01.06.2026)'."""
    parts = [
        "" if offer.capacity is None else str(offer.capacity),
        "" if offer.available is None else f"davon frei: {offer.available}",
        "" if offer.waiting is None else f"auf der Warteliste: {offer.waiting}",
    ]
    said = ", ".join(filter(None, parts)).removeprefix("davon ")
    return f"{said} (Stand: {offer.capacity_on:%d.%m.%Y})" if said and offer.capacity_on else said


def lasting_words(offer: Offer) -> str:
    """'ab 01.01.2026 bis 31.12.2026'."""
    since = f"ab {offer.valid_from:%d.%m.%Y}" if offer.valid_from else ""
    until = f"bis {offer.valid_until:%d.%m.%Y}" if offer.valid_until else ""
    return " ".join(filter(None, (since, until)))

"""What every list of the landscape offers to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Actor, Offer, Term
from ratslinde.integration.landscape.queries.actors import find_actors
from ratslinde.integration.landscape.queries.offers import find_offers
from ratslinde.verbs import Actor as Account

Options = list[tuple[str, str]]
STATES: Options = [
    ("draft", "Entwurf"),
    ("published", "veröffentlicht"),
    ("withdrawn", "zurückgenommen"),
    ("outdated", "über ein Jahr nicht bestätigt"),
    ("unknown", "nie bestätigt"),
    ("archived", "abgelegt"),
]
TRAIL = [("Integration", "/schreibtisch/integration/")]


def term_options(terms: Iterable[Term]) -> Options:
    """Terms for a select, by public id."""
    return [(term.public_id, term.name) for term in terms]


def listed_actors(account: Account, body: Body, asked: Mapping[str, str]) -> QuerySet[Actor]:
    """The actors that the list's filters find."""
    return find_actors(
        account, body, text=asked.get("q", "").strip(), kind=asked.get("art", ""), field=asked.get("feld", ""),
        state=asked.get("stand", ""),
    )  # fmt: skip


def listed_offers(account: Account, body: Body, asked: Mapping[str, str]) -> QuerySet[Offer]:
    """The offers that the list's filters find."""
    return find_offers(
        account, body, text=asked.get("q", "").strip(), field=asked.get("feld", ""),
        language=asked.get("sprache", ""), state=asked.get("stand", ""), unknown=asked.get("unbekannt", ""),
        accessible=asked.get("barrierefrei", ""),
    )  # fmt: skip

"""The rows that the tables became, by the names that the other texts call them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Actor, LandscapeRow, Offer, SocialSpace, Term

Row = TypeVar("Row", bound=LandscapeRow)


class Rows(Struct, kw_only=True):
    """Actors and offers by name, terms by taxonomy and code, spaces by code. An unknown word raises KeyError."""

    actors: dict[str, Actor]
    offers: dict[str, Offer]
    terms: dict[tuple[str, str], Term]
    spaces: dict[str, SocialSpace]

    @classmethod
    def of(cls, body: Body) -> Rows:
        """What is there now."""
        terms = Term.objects.filter(body=body).select_related("taxonomy")
        return cls(
            actors=_by_name(Actor.objects.filter(body=body)),
            offers=_by_name(Offer.objects.filter(body=body).select_related("actor")),
            terms={(term.taxonomy.key, term.code): term for term in terms},
            spaces={space.code: space for space in SocialSpace.objects.filter(body=body)},
        )

    def field(self, code: str) -> Term:
        """The field of action."""
        return self.terms["handlungsfeld", code]


def _by_name(rows: Iterable[Row]) -> dict[str, Row]:
    return {str(row): row for row in rows}

"""What goes along when an actor or offer is published: the words, places and social spaces it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.models import Place, SocialSpace, Term
from ratslinde.verbs.releasing import Release
from ratslinde.verbs.rows import Publication


@dataclass(frozen=True, kw_only=True)
class Named:
    """The words, places and social spaces that rows name."""

    terms: tuple[Term, ...] = ()
    places: tuple[Place, ...] = ()
    spaces: tuple[SocialSpace, ...] = ()


def release_of(named: Iterable[Named]) -> Release:
    """What goes along with rows that name these: each once, however many name it."""
    every = list(named)
    return word_release(
        (term for each in every for term in each.terms),
        places=(place for each in every for place in each.places),
        spaces=(space for each in every for space in each.spaces),
    )


def word_release(
    terms: Iterable[Term], *, places: Iterable[Place] = (), spaces: Iterable[SocialSpace] = ()
) -> Release:
    """The terms with their taxonomies, the places, and the spaces; a space that was taken back stays so."""
    words = list(dict.fromkeys(terms))
    taxonomies = list(dict.fromkeys(term.taxonomy for term in words))
    houses = list(dict.fromkeys(places))
    areas = [space for space in dict.fromkeys(spaces) if space.publication != Publication.WITHDRAWN]
    values = (
        *map(public.taxonomy_value, taxonomies),
        *map(public.term_value, words),
        *map(public.place_value, houses),
        *map(public.space_value, areas),
    )
    return Release(values=values, rows=(*taxonomies, *words, *houses, *areas))

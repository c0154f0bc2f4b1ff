"""Words and names that are known in the town: what is one of them is not taken for the name of somebody."""

from __future__ import annotations

from collections.abc import Iterator

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.standing import words_of
from ratslinde.integration.landscape.models import Actor, Offer, Place


def familiar_in(body: Body) -> frozenset[str]:
    """The town's terms, social spaces and towns, and the names of its actors, offers and places, by `key_of`."""
    words = words_of(body)
    known = {*words.spaces, *words.towns}
    for among in words.terms.values():
        known.update(among)
    known.update(map(key_of, _names(body)))
    return frozenset(key for key in known if len(key) > 2)


def _names(body: Body) -> Iterator[str]:
    for actor in Actor.objects.filter(body=body).values_list("name", "short_name"):
        yield from actor
    for model in (Offer, Place):
        yield from model._default_manager.filter(body=body).values_list("name", flat=True)

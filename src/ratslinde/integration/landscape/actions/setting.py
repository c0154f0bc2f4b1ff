"""How the fields that are rows of their own are replaced: an offer's languages, sites and times; a term's mappings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ratslinde.integration.landscape.models import (
    Offer,
    OfferLanguage,
    OfferSite,
    Schedule,
    Term,
    TermMapping,
)
from ratslinde.integration.landscape.values import GivenLanguage, GivenPlace, GivenSite
from ratslinde.kernel import recurrence


def set_languages(offer: Offer, languages: Sequence[GivenLanguage]) -> None:
    """Replace the languages; one that is both spoken and interpreted is spoken."""
    codes = {each.code: each.interpreted for each in sorted(languages, reverse=True)}
    offer.languages.all().delete()
    OfferLanguage.objects.bulk_create(
        OfferLanguage(offer=offer, code=code, interpreted=interpreted) for code, interpreted in codes.items()
    )
    if codes and not offer.languages_known:
        Offer.objects.filter(pk=offer.pk).update(languages_known=True)
        offer.languages_known = True


def set_sites(offer: Offer, sites: Sequence[GivenSite]) -> None:
    """Replace where and when it takes place. Raises Refused for times that cannot be."""
    offer.sites.all().delete()
    for position, given in enumerate(sites):
        assert not isinstance(given.place, GivenPlace)  # noqa: S101 - the verb has made a row of it
        site = OfferSite.objects.create(offer=offer, place=given.place, note=given.note, position=position)
        site.spaces.set(given.spaces)
        for times in given.schedules:
            recurrence.check(times)
        Schedule.objects.bulk_create(
            Schedule(site=site, **{**asdict(times), "cancelled": list(times.cancelled)})
            for times in given.schedules
        )


def set_mappings(term: Term, mappings: Sequence[tuple[str, str, str]]) -> None:
    """Replace what the term is called elsewhere."""
    term.mappings.all().delete()
    TermMapping.objects.bulk_create(
        TermMapping(term=term, scheme=scheme, code=code, relation=relation)
        for scheme, code, relation in mappings
    )


Setters = Mapping[str, Callable[[Any, Any], None]]
OFFER_SETTERS: Setters = {"languages": set_languages, "sites": set_sites}
TERM_SETTERS: Setters = {"mappings": set_mappings}
SETTERS: Mapping[str, Setters] = {"Offer": OFFER_SETTERS, "Term": TERM_SETTERS}
"""By kind of row."""

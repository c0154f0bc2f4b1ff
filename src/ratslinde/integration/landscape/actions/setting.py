"""How the fields that are rows of their own are replaced: an offer's languages and sites; a term's mappings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ratslinde.integration.landscape.actions.siting import set_sites
from ratslinde.integration.landscape.models import Offer, OfferLanguage, Term, TermMapping
from ratslinde.integration.landscape.values import GivenLanguage


def set_languages(offer: Offer, languages: Sequence[GivenLanguage]) -> None:
    """Replace the languages; one that is both spoken and interpreted is spoken."""
    codes = {each.code: each.interpreted for each in sorted(languages, reverse=True)}
    offer.languages.all().delete()
    OfferLanguage.objects.bulk_create(
        OfferLanguage(offer=offer, code=code, interpreted=interpreted) for code, interpreted in codes.items()
    )


def saying_languages(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values of an offer; who lists its languages has said that these are all, unless it says otherwise."""
    if values.get("languages") and "languages_known" not in values:
        return {**values, "languages_known": True}
    return values


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

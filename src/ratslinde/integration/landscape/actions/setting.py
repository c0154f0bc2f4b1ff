"""How the fields that are rows of their own are replaced: an offer's languages and sites, an actor's activities, a
term's mappings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ratslinde.integration.landscape.actions.siting import set_sites
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    Cost,
    Offer,
    OfferLanguage,
    Term,
    TermMapping,
)
from ratslinde.integration.landscape.values import DONE, GivenActivity, GivenLanguage


def set_languages(offer: Offer, languages: Sequence[GivenLanguage]) -> None:
    """Replace the languages; one that is both spoken and interpreted is spoken."""
    codes = {each.code: each.interpreted for each in sorted(languages, reverse=True)}
    offer.languages.all().delete()
    OfferLanguage.objects.bulk_create(
        OfferLanguage(offer=offer, code=code, interpreted=interpreted) for code, interpreted in codes.items()
    )


def saying_whole(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values of an offer; who lists its languages or fields has said that these are all, unless it says otherwise.

    What costs nothing any more has no amount. Where no field is named, nobody has said that there is none: an offer
    without a field of action does not exist.
    """
    said: dict[str, Any] = {}
    if values.get("languages") and "languages_known" not in values:
        said["languages_known"] = True
    if values.get("cost", Cost.PAID) != Cost.PAID and "cost_amount" not in values:
        said["cost_amount"] = None
    if "fields" in values:
        said["fields_known"] = bool(values["fields"]) and values.get("fields_known", True)
    return {**values, **said}


def set_mappings(term: Term, mappings: Sequence[tuple[str, str, str]]) -> None:
    """Replace what the term is called elsewhere."""
    term.mappings.all().delete()
    TermMapping.objects.bulk_create(
        TermMapping(term=term, scheme=scheme, code=code, relation=relation)
        for scheme, code, relation in mappings
    )


def set_activities(actor: Actor, activities: Sequence[GivenActivity]) -> None:
    """Make these the actor's activities; one that stays in its field and role keeps its row."""
    stands = {(row.field_id, row.role): row for row in actor.activities.all()}
    given = {(each.field.pk, each.role): each for each in activities}
    Activity.objects.filter(pk__in=[row.pk for key, row in stands.items() if key not in given]).delete()
    for key, each in given.items():
        row = stands.get(key) or Activity(body=actor.body, actor=actor, field=each.field)
        if row.pk is not None and GivenActivity.of(row) == each:
            continue
        for name in DONE:
            setattr(row, name, getattr(each, name))
        row.save()
        row.spaces.set(each.spaces)


Setters = Mapping[str, Callable[[Any, Any], None]]
ACTOR_SETTERS: Setters = {"activities": set_activities}
OFFER_SETTERS: Setters = {"languages": set_languages, "sites": set_sites}
TERM_SETTERS: Setters = {"mappings": set_mappings}
SETTERS: Mapping[str, Setters] = {"Actor": ACTOR_SETTERS, "Offer": OFFER_SETTERS, "Term": TERM_SETTERS}
"""By kind of row."""

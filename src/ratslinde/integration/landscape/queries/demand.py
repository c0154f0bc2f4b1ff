"""What people look for in the directory and do not find, counted by the inbox: evidence of unmet demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ratslinde.inbox.kinds import CountedKind, Filters
from ratslinde.integration.landscape.models import SocialSpace, TaxonomyKey, Term
from ratslinde.integration.landscape.queries.vocabulary import term
from ratslinde.kernel.languages import name_of
from ratslinde.verbs import Actor as Account

TOPIC = "topic"
"""The filter by a field of action."""
_SWITCHES: Mapping[str, str] = {"cost": "kostenlos", "today": "ja", "accessible": "ja"}


def in_words(found: Sequence[Filters]) -> list[Filters]:
    """The filters with the names that the town gives its fields and social spaces; what is gone keeps its key."""
    fields = Term.objects.filter(taxonomy__key=TaxonomyKey.FIELDS, code__in=_values(found, TOPIC))
    spaces = SocialSpace.objects.filter(public_id__in=_values(found, "area"))
    names = {
        TOPIC: dict(fields.values_list("code", "name")),
        "area": dict(spaces.values_list("public_id", "name")),
    }
    return [{name: _said(name, value, names) for name, value in each.items()} for each in found]


def topic_of(account: Account, field: str) -> str:
    """The word by which the counter knows the field of action of that public id. Raises Term.DoesNotExist."""
    return term(account, field).code


def _values(found: Sequence[Filters], name: str) -> set[str]:
    return {each[name] for each in found if name in each}


def _said(name: str, value: str, names: Mapping[str, Mapping[str, str]]) -> str:
    if name in ("language", "page"):
        return name_of(value)
    if name == "age":
        return f"{value} Jahre"
    return names.get(name, {}).get(value) or _SWITCHES.get(name, value)


UNMET_DEMAND = CountedKind(
    name="unmet-demand",
    label="Gesucht und nicht gefunden",
    right="landscape.read",
    filters={
        TOPIC: "Handlungsfeld",
        "language": "Sprache des Angebots",
        "area": "Sozialraum",
        "age": "Alter",
        "cost": "Kosten",
        "today": "Heute",
        "accessible": "Barrierefrei",
        "page": "Sprache der Seite",
    },
    in_words=in_words,
)

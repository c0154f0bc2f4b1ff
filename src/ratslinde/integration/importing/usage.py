"""Where the rows that a run added are used by now: everything that points to them and is not a part of themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignObjectRel, ManyToManyField, Model

PARTS = frozenset({
    ("Activity", "actor"), ("ContactPerson", "actor"), ("FormerId", "actor"), ("FormerId", "offer"),
    ("FormerId", "place"),
    ("OfferLanguage", "offer"), ("OfferSite", "offer"), ("TermMapping", "term"),
})  # fmt: skip
"""What goes with the row that it points to, by model and field."""
_OWNERS = {"Activity": "actor", "OfferSite": "offer", "TermMapping": "term"}
"""Parts that point elsewhere, too: it is their owner that uses what they point to, in the field `_FIELDS`."""
_FIELDS = {"OfferSite": "sites", "Activity": "activities", "TermMapping": "mappings"}
AT_ONCE = 10_000
"""Rows that are asked for at once: SQLite takes no more than 32,766 parameters."""
_NAMED = {
    "Actor": "Akteur", "Offer": "Angebot", "Place": "Ort", "Term": "Begriff", "Taxonomy": "Begriffsliste",
    "SocialSpace": "Sozialraum",
}  # fmt: skip
_WORDS: Mapping[str, str] = {
    "Cooperation": "eine Zusammenarbeit", "Resource": "eine Ressource", "ContactPerson": "ein Kontakt",
    "NotIntended": "eine Festlegung zur Abdeckung", "KeeperLink": "ein Link zur Pflege des Eintrags",
    "NetworkCoordination": "die Koordination des Netzwerks",
}  # fmt: skip


@dataclass(frozen=True)
class Use:
    """That something points to a row: what it is, in words; its public id; and the field in which it names the row."""

    words: str
    by: str
    field: str
    part: str = ""


def uses(model: type[Model], rows: Sequence[Model]) -> dict[Any, list[Use]]:
    """By primary key, where the rows of the model are used."""
    found: dict[Any, list[Use]] = defaultdict(list)
    for relation in relations(model):
        for start in range(0, len(rows), AT_ONCE):
            for user in _users(relation, rows[start : start + AT_ONCE]):
                found[getattr(user, relation.field.attname)].append(_use(user, relation.field.name))
    return found


def _users(relation: ForeignObjectRel, rows: Sequence[Model]) -> Iterable[Any]:
    users = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": rows})
    if (relation.related_model.__name__, relation.field.name) == ("Place", "space"):
        users = users.filter(space_by_hand=True)  # the others find theirs again by themselves
    return users.select_related()


def relations(model: type[Model]) -> Iterator[ForeignObjectRel]:
    """Everything that can use rows of the model, tables between two models included."""
    own = {(each.remote_field.through, each.m2m_field_name()) for each in model._meta.many_to_many}
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or relation.many_to_many:
            continue
        user, field = relation.related_model, relation.field.name
        if (user, field) not in own and (user.__name__, field) not in PARTS:
            yield relation


def _use(user: Any, field: str) -> Use:
    owner, part = user, ""
    between = _between(type(owner))
    if between is not None:
        owner, field = getattr(owner, between.m2m_field_name()), between.name
    kind = type(owner).__name__
    if kind in _OWNERS:
        part = getattr(owner, "public_id", "")
        owner, field = getattr(owner, _OWNERS[kind]), _FIELDS[kind]
        kind = type(owner).__name__
    words = f"{_NAMED[kind]} „{owner}“" if kind in _NAMED else _WORDS.get(kind, "etwas anderes")
    return Use(words, getattr(owner, "public_id", ""), field, part)


def _between(model: type[Model]) -> ManyToManyField[Any, Any] | None:
    """The field whose table this is, where it only stands between two models."""
    owner: Any = model._meta.auto_created
    fields = owner._meta.many_to_many if owner else ()
    return next((each for each in fields if each.remote_field.through is model), None)

"""What was sent in by a link, as the desk shows it: what stands there, and what the actor says, both in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.inbox.kinds import Line
from ratslinde.integration.keeping import activities
from ratslinde.integration.keeping.updates import (
    EVERYONE,
    ActorUpdate,
    NewOffer,
    OfferUpdate,
    Update,
    by_hand,
    changes_of,
)
from ratslinde.integration.landscape.models import Actor, Groups, LandscapeRow, Offer, Term
from ratslinde.kernel.languages import name_of

_UNKNOWN = "nicht bekannt"
_LABELS = {
    "languages": "Sprachen", "groups": "Für wen", "times": "Neue Zeiten oder neuer Ort, in eigenen Worten",
    "remark": "Dazu schreibt der Akteur", "activities": "Handlungsfelder",
    "fields_known": "Sind das alle Handlungsfelder?",
}  # fmt: skip


def of_actor(about: str, update: ActorUpdate) -> tuple[Line, ...]:
    """What differs from the actor."""
    row = Actor.objects.filter(public_id=about).first()
    return _lines(row, Actor, update)


def of_offer(about: str, update: OfferUpdate) -> tuple[Line, ...]:
    """What differs from the offer."""
    row = Offer.objects.filter(public_id=about).prefetch_related("languages", "groups", "fields").first()
    return _lines(row, Offer, update)


def of_new_offer(_about: str, offer: NewOffer) -> tuple[Line, ...]:
    """What the actor tells of."""
    found = (
        ("name", "Name", offer.name), ("description", "Beschreibung", offer.description),
        ("languages", _LABELS["languages"], _languages(offer.languages)),
        ("fields", "Handlungsfelder", _named(offer.fields)),
        ("times", "Wann und wo, in eigenen Worten", offer.times),
    )  # fmt: skip
    return tuple(Line(name=name, label=label, after=text or _UNKNOWN) for name, label, text in found)


def _lines(row: LandscapeRow | None, model: type[LandscapeRow], update: Update) -> tuple[Line, ...]:
    found = [
        Line(
            name=name, label=_label(model, name), before=_before(row, name), after=_words(model, name, value)
        )
        for name, value in changes_of(update).items()
    ]
    said = [
        Line(name=name, label=_LABELS[name], after=text, by_hand=True)
        for name, text in by_hand(update).items()
    ]
    return (*found, *said)


def _label(model: type[LandscapeRow], name: str) -> str:
    return _LABELS.get(name) or str(getattr(model._meta.get_field(name), "verbose_name", name))


def _before(row: LandscapeRow | None, name: str) -> str:
    if row is None:
        return ""
    if isinstance(row, Offer) and name == "languages":
        return _languages(spoken(row))
    if isinstance(row, Offer) and name == "groups":
        return _groups(audience(row))
    if isinstance(row, Offer) and name == "fields":
        return _named(topics(row))
    if isinstance(row, Actor) and name == "activities":
        return activities.in_words(activities.marks_of(row)) or _UNKNOWN
    return _words(type(row), name, getattr(row, name))


def spoken(offer: Offer) -> tuple[str, ...]:
    """The codes of the languages in which it is held; interpreted ones are not among them."""
    return tuple(each.code for each in offer.languages.all() if not each.interpreted)


def audience(offer: Offer) -> tuple[str, ...]:
    """Whom it is for, as `OfferUpdate.groups` has it."""
    if offer.groups_known == Groups.EVERYONE:
        return (EVERYONE,)
    return tuple(term.public_id for term in offer.groups.all()) if offer.groups_known else ()


def topics(offer: Offer) -> tuple[str, ...]:
    """The public ids of its fields of action."""
    return tuple(term.public_id for term in offer.fields.all())


def _words(model: type[LandscapeRow], name: str, value: Any) -> str:
    if model is Offer and name == "languages":
        return _languages(value)
    if model is Offer and name == "groups":
        return _groups(value)
    if name == "fields":
        return _named(value)
    if name == "activities":
        return activities.in_words(value) or "keine mehr"
    if name == "languages":
        return _languages(str(value or "").split())
    choices: Mapping[Any, Any] = dict(getattr(model._meta.get_field(name), "choices", None) or ())
    if value is None or (value == "" and choices):
        return _UNKNOWN
    return str(choices.get(value, value))


def _languages(codes: Any) -> str:
    return ", ".join(sorted(map(name_of, codes))) or _UNKNOWN


def _groups(ids: Any) -> str:
    if EVERYONE in ids:
        return str(Groups.EVERYONE.label)
    return _named(ids)


def _named(ids: Any) -> str:
    names = dict(Term.objects.filter(public_id__in=ids).values_list("public_id", "name"))
    return ", ".join(sorted(names.get(each, "gibt es nicht mehr") for each in ids)) or _UNKNOWN

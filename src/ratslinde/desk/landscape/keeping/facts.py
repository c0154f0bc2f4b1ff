"""All that somebody confirms who presses "Stimmt noch": what is public of an actor and of an offer, in plain words.

What only the desk knows (notes, who pays, names without a consent) does not stand here. What is usual and missing says
so; what few have stands here only where it is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ratslinde.desk.landscape.keeping.topics import Doings
from ratslinde.desk.landscape.offers.in_words import age_words, capacity_words, cost_words, lasting_words
from ratslinde.integration.landscape.models import (
    Actor,
    Area,
    ContactPerson,
    Extent,
    Groups,
    Offer,
    OfferLanguage,
    OfferSite,
    OfferStatus,
    Place,
)
from ratslinde.kernel import times_in_words
from ratslinde.kernel.languages import name_of

MISSING = "steht nicht da"
PERHAPS_MORE = "vielleicht weitere"
_ALL_NAMED = {"": "", Extent.ALL: "ja", Extent.MORE: "nein, es gibt weitere"}
_YES_NO = {True: "ja", False: "nein", None: ""}
_ACCESSIBLE = {True: "barrierefrei", False: "nicht barrierefrei", None: ""}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of the entry, or a few that belong together."""

    label: str
    lines: tuple[str, ...]


def actor_facts(actor: Actor, doings: Doings) -> list[Fact]:
    """What stands there about the actor."""
    return list(_said([
        ("Beschreibung", [actor.description or MISSING]),
        ("Kurzname", [actor.short_name]),
        ("Art", [str(actor.kind or "")]),
        ("Gehört zu", [str(actor.parent or "")]),
        ("Adresse", [_place(actor.place) if actor.place else MISSING]),
        ("Telefon", [actor.phone or MISSING]),
        ("E-Mail", [actor.email or MISSING]),
        ("Internetseite", [actor.website or MISSING]),
        ("Ansprechpersonen", [_contact(each) for each in actor.contacts.all()]),
        ("Sprachen", [_spoken(actor)]),
        ("Sind das alle Sprachen?", [_ALL_NAMED[actor.languages_known if actor.languages else ""]]),
        ("Themen", doings.words() or [MISSING]),
        ("Sind das alle Themen?", [_ALL_NAMED[actor.fields_known]]),
        ("Vor allem von Eingewanderten getragen", [_YES_NO[actor.self_managed]]),
        ("Rechtsform", [actor.legal_status]),
        ("Registernummer", [actor.register_number]),
    ]))  # fmt: skip


def offer_facts(offer: Offer) -> list[Fact]:
    """What stands there about the offer."""
    return list(_said([
        ("Beschreibung", [offer.description or MISSING]),
        ("Zurzeit", [str(offer.get_status_display()) if offer.status != OfferStatus.ACTIVE else ""]),
        ("Aktueller Hinweis", [offer.alert]),
        ("Gibt es", [lasting_words(offer)]),
        ("Art", [str(offer.form or "")]),
        ("Wann und wo", [_site(each) for each in offer.sites.all()] or [MISSING]),
        ("Vor Ort oder online", [str(offer.get_mode_display()) or MISSING]),
        ("Sprachen", [_languages(offer)]),
        ("Themen", [_list(map(str, offer.fields.all()), whole=offer.fields_known)]),
        ("Für wen", [_groups(offer)]),
        ("Alter", [age_words(offer) or MISSING]),
        ("Voraussetzungen", [offer.eligibility]),
        ("Kosten", [cost_words(offer) or MISSING]),
        ("Anmeldung", [str(offer.get_access_display()) or MISSING, offer.access_note]),
        ("Woher die Menschen kommen dürfen", [_area(offer)]),
        ("Plätze", [capacity_words(offer)]),
        ("Nur von Ehrenamtlichen getragen", [_YES_NO[offer.volunteers_only]]),
        ("Telefon", [offer.phone]),
        ("E-Mail", [offer.email]),
        ("Internetseite", [offer.website]),
        ("Ansprechperson", [_contact(offer.contact) if offer.contact else ""]),
    ]))  # fmt: skip


def _said(found: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Fact]:
    """Those with something to say; a text of several lines stays one."""
    for label, lines in found:
        some = tuple(part for line in lines for part in line.splitlines() if part.strip())
        if some:
            yield Fact(label=label, lines=some)


def _list(names: Iterable[str], *, whole: bool) -> str:
    said = ", ".join(names)
    return f"{said} ({PERHAPS_MORE})" if said and not whole else said or MISSING


def _spoken(actor: Actor) -> str:
    names = map(name_of, (actor.languages or "").split())
    return _list(names, whole=actor.languages_known != Extent.MORE)


def _languages(offer: Offer) -> str:
    return _list(map(_language, offer.languages.all()), whole=offer.languages_known)


def _language(each: OfferLanguage) -> str:
    return f"{name_of(each.code)} (gedolmetscht)" if each.interpreted else name_of(each.code)


def _groups(offer: Offer) -> str:
    if offer.groups_known == Groups.EVERYONE:
        return "Alle"
    return _list(map(str, offer.groups.all()), whole=bool(offer.groups_known))


def _area(offer: Offer) -> str:
    """The whole town, or the parts of it that its places are in or meant for."""
    if offer.area == Area.TOWN:
        return "aus der ganzen Stadt oder Gemeinde"
    sites = offer.sites.all()
    spaces = {space.name for site in sites for space in site.spaces.all()}
    spaces |= {site.place.space.name for site in sites if site.place and site.place.space}
    named = ", ".join(sorted(spaces))
    if offer.area == Area.SPACES:
        return f"nur aus: {named}" if named else "nur aus bestimmten Stadtteilen oder Orten"
    return f"{MISSING}; Stadtteile oder Orte: {named}" if named else MISSING


def _site(site: OfferSite) -> str:
    """'dienstags, 16:00 bis 18:00 Uhr; Haus der Kulturen, Lindenweg 3, barrierefrei (Raum 2), für: Nordviertel'."""
    times = [
        times_in_words.in_words(row, description=row.description, whole=True) for row in site.schedules.all()
    ]
    where = _place(site.place) if site.place else ""
    spaces = ", ".join(sorted(space.name for space in site.spaces.all()))
    parts = [*times, " ".join(filter(None, (where, f"({site.note})" if site.note else "")))]
    said = "; ".join(filter(None, parts)) or MISSING
    return f"{said}; für: {spaces}" if spaces else said


def _place(place: Place) -> str:
    street = place.street_address if place.street_address not in place.name else ""
    town = " ".join(filter(None, (place.postal_code, place.locality)))
    parts = (place.name, street, "" if town in place.name else town, _ACCESSIBLE[place.accessible])
    return ", ".join(filter(None, parts))


def _contact(person: ContactPerson) -> str:
    """The function; name, mail and phone only where they are public."""
    if person.name_consent_on is None:
        return person.function
    return ", ".join(filter(None, (person.function, _name(person), person.email, person.phone)))


def _name(person: ContactPerson) -> str:
    return str(person) if person.family_name else ""

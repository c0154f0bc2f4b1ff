"""What a newcomer wants to know of an offer, in the words of the page. An empty answer is "not known", never no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.numbers import format_currency
from django.utils.translation import gettext

from ratslinde.portal.directory import dates, languages
from ratslinde.portal.directory.dates import Occurrence
from ratslinde.portal.directory.entries import Entry
from ratslinde.portal.directory.facets import page_of
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.portal.directory.sites import street_beside
from ratslinde.portal.directory.texts import Shown, shown

INTERPRETED = "gedolmetscht"  # the note with which a language of the record says so


def cost(entry: Entry, language: PageLanguage) -> str:
    """'kostenlos', '12,50 €', or that it costs something."""
    known = page_of(entry).cost
    if known == "free":
        return gettext("kostenlos")
    amounts = [each["amount"] for each in entry.item.data.get("cost_options", ()) if "amount" in each]
    if known and amounts:
        return str(format_currency(amounts[0], "EUR", locale=language.locale))
    return gettext("kostet etwas") if known else ""


def ages(entry: Entry) -> str:
    """For which ages."""
    known, data = page_of(entry).ages, entry.item.data
    first, last = data.get("minimum_age"), data.get("maximum_age")
    if known != "range" or (first is None and last is None):
        return gettext("jedes Alter") if known == "all" else ""
    if last is None:
        return gettext("ab %(age)s Jahren") % {"age": first}
    if first is None:
        return gettext("bis %(age)s Jahre") % {"age": last}
    return gettext("%(first)s bis %(last)s Jahre") % {"first": first, "last": last}


def access(entry: Entry) -> str:
    """How somebody gets in."""
    words = {
        "open": gettext("ohne Anmeldung"),
        "registration": gettext("mit Anmeldung"),
        "referral": gettext("nur mit Vermittlung durch eine Stelle"),
    }
    return words.get(page_of(entry).access, "")


def mode(data: Mapping[str, Any]) -> str:
    """Where it reaches people."""
    words = {
        "on_site": gettext("vor Ort"),
        "online": gettext("online"),
        "outreach": gettext("kommt zu Ihnen"),
        "hybrid": gettext("vor Ort und online"),
    }
    return words.get(data.get("x_mode", ""), "")


def spoken(data: Mapping[str, Any], language: PageLanguage) -> str:
    """The languages; those into which somebody interprets say so."""
    found = []
    for each in data.get("languages", ()):
        name = languages.label_of(each["code"], language)
        if each.get("note") == INTERPRETED:
            name = gettext("%(language)s (mit Dolmetschen)") % {"language": name}
        found.append(name)
    return language.comma.join(found)


def where(entry: Entry, language: PageLanguage) -> tuple[Shown, str]:
    """The first place with its street, and how many more there are; without a place how it reaches people."""
    places = [site["location"] for site in entry.item.data.get("service_at_locations", ())]
    if not places:
        word = mode(entry.item.data) if entry.item.data.get("x_mode") in ("online", "outreach") else ""
        return Shown(text=word), ""
    name = shown(places[0], "name", language)
    street = street_beside(places[0])
    more = len({place["id"] for place in places}) - 1
    rest = gettext("und weitere Orte: %(number)s") % {"number": more} if more else ""
    return name if name.text else Shown(text=street), ", ".join(
        filter(None, (street if name.text else "", rest))
    )


def date_in_words(each: Occurrence, language: PageLanguage) -> str:
    """The day with its hours, as far as they are known."""
    hours = dates.hours_in_words(each.opens_at, each.closes_at)
    return language.comma.join(filter(None, (dates.day_in_words(each.day, language), hours)))


def accessible(entry: Entry, places: Mapping[str, bool | None]) -> str:
    """Whether somebody with a wheelchair gets in, as far as it is known."""
    known = {places.get(place) for place in entry.places}
    if True in known:
        return gettext("barrierefrei")
    return gettext("nicht barrierefrei") if known == {False} else ""


def places_free(number: int, day: str) -> str:
    """How many places are free, as of a day."""
    return gettext("%(number)s (Stand: %(day)s)") % {"number": number, "day": day}


def roles() -> dict[str, str]:
    """What an actor does in a field of action, by the word of the record."""
    return {
        "offers": gettext("bietet etwas an"),
        "leads": gettext("leitet"),
        "advises": gettext("berät"),
        "funds": gettext("gibt Geld dafür"),
        "refers": gettext("vermittelt weiter"),
        "represents": gettext("vertritt Menschen"),
    }
